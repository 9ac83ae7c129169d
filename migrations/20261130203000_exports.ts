import { Migration } from "@mikro-orm/migrations";

/** Exports in the background, and the leases of the nodes that make them. */
export class Migration20261130203000_exports extends Migration {
  override name = "Migration20261130203000_exports";

  override up(): void {
    this.addSql(
      `create type "export_status" as enum ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'EXPIRED');`,
    );
    this.addSql(`create type "export_format" as enum ('CSV', 'XLSX', 'NDJSON', 'JSON');`);
    this.addSql(
      `create table "export_job" ("id" uuid not null, "status" "export_status" not null, "format" "export_format" not null, "list" text not null, "locale" text not null, "progress" int not null default 0, "rows" int null, "bytes" int null, "position" bigint null, "failure_code" text null, "failure" text null, "finished_at" timestamptz(3) null, "expires_at" timestamptz(3) null, "organisation_id" uuid null, "user_id" uuid null, "request" jsonb not null, "holder" uuid null, "by_operator" boolean not null, "file_key" text null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(
      `create index "export_job_organisation_id_index" on "export_job" ("organisation_id");`,
    );
    this.addSql(`create index "export_job_user_id_index" on "export_job" ("user_id");`);
    this.addSql(
      `create index "export_job_created_at_id_index" on "export_job" ("created_at", "id");`,
    );

    this.addSql(
      `alter table "export_job" add constraint "export_job_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "export_job" add constraint "export_job_user_id_foreign" foreign key ("user_id") references "user_account" ("id") on delete restrict;`,
    );
    // Which node makes which export: no noun, and no part of the ledger.
    this.addSql(
      `create table "export_lease" ("export_id" uuid not null references "export_job" ("id") on delete cascade, "node" uuid not null, "until" timestamptz not null, "attempts" int not null default 1, primary key ("export_id"));`,
    );
    this.addSql("select ledger_watch('export_job')");
  }
}
