import { Migration } from "@mikro-orm/migrations";

export class Migration20261122082017_deliberations extends Migration {
  override name = "Migration20261122082017_deliberations";

  override up(): void {
    this.addSql(
      `create type "deliberation_kind" as enum ('NATIONAL', 'REGIONAL', 'LOCAL', 'FOCUS_GROUP');`,
    );
    this.addSql(
      `create type "deliberation_status" as enum ('DRAFT', 'SCHEDULED', 'IN_SESSION', 'CLOSED', 'CANCELLED');`,
    );
    this.addSql(
      `create type "outcome_status" as enum ('PROPOSED', 'AGREED', 'DEFERRED', 'REJECTED', 'FOLLOWED_UP', 'FULFILLED');`,
    );
    this.addSql(
      `create type "stance" as enum ('AGREE', 'AGREE_WITH_RESERVATION', 'OBJECT', 'ABSTAIN');`,
    );
    this.addSql(
      `create table "deliberation" ("id" uuid not null, "key" text collate "C" not null, "kind" "deliberation_kind" not null, "title" text not null, "summary" text null, "status" "deliberation_status" not null default 'DRAFT', "convener_id" uuid not null, "programme_id" uuid null, "area_id" uuid null, "region_id" text collate "C" null, "place" text null, "held_from" date not null, "held_to" date not null, "agenda" jsonb not null default '[]', "visibility" "visibility" not null default 'PARTICIPANTS', "every_sector" boolean not null default true, "quorum_share" int not null default 50, "recorded" boolean not null default false, "opened_at" timestamptz(3) null, "minutes_id" uuid null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(
      `alter table "deliberation" add constraint "deliberation_key_unique" unique ("key");`,
    );
    this.addSql(`create index "deliberation_status_index" on "deliberation" ("status");`);
    this.addSql(`create index "deliberation_convener_id_index" on "deliberation" ("convener_id");`);
    this.addSql(
      `create index "deliberation_programme_id_index" on "deliberation" ("programme_id");`,
    );
    this.addSql(`create index "deliberation_area_id_index" on "deliberation" ("area_id");`);
    this.addSql(`create index "deliberation_region_id_index" on "deliberation" ("region_id");`);
    this.addSql(`create index "deliberation_held_from_index" on "deliberation" ("held_from");`);
    this.addSql(`create index "deliberation_minutes_id_index" on "deliberation" ("minutes_id");`);

    this.addSql(
      `create table "outcome" ("id" uuid not null, "deliberation_id" uuid not null, "programme_id" uuid null, "number" int not null, "text" text not null, "text_version" int not null default 1, "status" "outcome_status" not null default 'PROPOSED', "proposed_by_id" uuid null, "responsible_organisation_ids" uuid[] not null default '{}', "due_on" date null, "voting_since" timestamptz(3) null, "decision" jsonb null, "counted_organisation_ids" uuid[] not null default '{}', "decided_at" timestamptz(3) null, "reason" text null, "supersedes_id" uuid null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`create index "outcome_programme_id_index" on "outcome" ("programme_id");`);
    this.addSql(`create index "outcome_status_index" on "outcome" ("status");`);
    this.addSql(`create index "outcome_proposed_by_id_index" on "outcome" ("proposed_by_id");`);
    this.addSql(`create index "outcome_supersedes_id_index" on "outcome" ("supersedes_id");`);
    this.addSql(
      `alter table "outcome" add constraint "outcome_number_once" unique ("deliberation_id", "number");`,
    );

    this.addSql(
      `create table "outcome_position" ("id" uuid not null, "outcome_id" uuid not null, "deliberation_id" uuid not null, "text_version" int not null, "organisation_id" uuid not null, "stance" "stance" not null, "reason" text null, "taken_at" timestamptz(3) not null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(
      `create index "outcome_position_deliberation_id_index" on "outcome_position" ("deliberation_id");`,
    );
    this.addSql(
      `create index "outcome_position_organisation_id_index" on "outcome_position" ("organisation_id");`,
    );
    this.addSql(
      `alter table "outcome_position" add constraint "position_once" unique ("outcome_id", "text_version", "organisation_id");`,
    );

    this.addSql(
      `create table "minutes" ("id" uuid not null, "deliberation_id" uuid not null, "closed_at" timestamptz(3) not null, "sha256" text not null, "document" text not null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`alter table "minutes" add constraint "minutes_once" unique ("deliberation_id");`);

    this.addSql(
      `create table "invitation" ("id" uuid not null, "deliberation_id" uuid not null, "organisation_id" uuid not null, "sector" "sector" not null, "delegates" text[] not null default '{}', "attendance" jsonb not null default '[]', "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(
      `create index "invitation_organisation_id_index" on "invitation" ("organisation_id");`,
    );
    this.addSql(
      `alter table "invitation" add constraint "invitation_once" unique ("deliberation_id", "organisation_id");`,
    );

    this.addSql(
      `create table "adoption" ("id" uuid not null, "outcome_id" uuid not null, "deliberation_id" uuid not null, "action_id" uuid not null, "plan_id" uuid not null, "organisation_id" uuid null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`create index "adoption_deliberation_id_index" on "adoption" ("deliberation_id");`);
    this.addSql(`create index "adoption_action_id_index" on "adoption" ("action_id");`);
    this.addSql(`create index "adoption_plan_id_index" on "adoption" ("plan_id");`);
    this.addSql(
      `alter table "adoption" add constraint "adoption_once" unique ("outcome_id", "action_id");`,
    );

    this.addSql(
      `create table "outcome_version" ("id" uuid not null, "outcome_id" uuid not null, "deliberation_id" uuid not null, "number" int not null, "text" text not null, "reason" text null, "organisation_id" uuid not null, "user_id" uuid null, "responsible_organisation_ids" uuid[] not null default '{}', "due_on" date null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(
      `create index "outcome_version_deliberation_id_index" on "outcome_version" ("deliberation_id");`,
    );
    this.addSql(
      `alter table "outcome_version" add constraint "outcome_version_once" unique ("outcome_id", "number");`,
    );

    this.addSql(
      `create table "acknowledgement" ("id" uuid not null, "minutes_id" uuid not null, "deliberation_id" uuid not null, "organisation_id" uuid not null, "user_id" uuid null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(
      `create index "acknowledgement_deliberation_id_index" on "acknowledgement" ("deliberation_id");`,
    );
    this.addSql(
      `create index "acknowledgement_organisation_id_index" on "acknowledgement" ("organisation_id");`,
    );
    this.addSql(
      `alter table "acknowledgement" add constraint "acknowledgement_once" unique ("minutes_id", "organisation_id");`,
    );

    this.addSql(`alter table "change" rename column "deliberation" to "deliberation_id";`);
    this.addSql(
      `create index "change_deliberation_id_position_index" on "change" ("deliberation_id", "position");`,
    );

    this.addSql(
      `alter table "deliberation" add constraint "deliberation_convener_id_foreign" foreign key ("convener_id") references "organisation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "deliberation" add constraint "deliberation_programme_id_foreign" foreign key ("programme_id") references "programme" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "deliberation" add constraint "deliberation_area_id_foreign" foreign key ("area_id") references "area" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "deliberation" add constraint "deliberation_region_id_foreign" foreign key ("region_id") references "region" ("code") on delete restrict;`,
    );
    this.addSql(
      `alter table "deliberation" add constraint "deliberation_minutes_id_foreign" foreign key ("minutes_id") references "minutes" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "outcome" add constraint "outcome_deliberation_id_foreign" foreign key ("deliberation_id") references "deliberation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "outcome" add constraint "outcome_programme_id_foreign" foreign key ("programme_id") references "programme" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "outcome" add constraint "outcome_proposed_by_id_foreign" foreign key ("proposed_by_id") references "organisation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "outcome" add constraint "outcome_supersedes_id_foreign" foreign key ("supersedes_id") references "outcome" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "outcome_position" add constraint "outcome_position_outcome_id_foreign" foreign key ("outcome_id") references "outcome" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "outcome_position" add constraint "outcome_position_deliberation_id_foreign" foreign key ("deliberation_id") references "deliberation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "outcome_position" add constraint "outcome_position_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "minutes" add constraint "minutes_deliberation_id_foreign" foreign key ("deliberation_id") references "deliberation" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "invitation" add constraint "invitation_deliberation_id_foreign" foreign key ("deliberation_id") references "deliberation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "invitation" add constraint "invitation_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "adoption" add constraint "adoption_outcome_id_foreign" foreign key ("outcome_id") references "outcome" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "adoption" add constraint "adoption_deliberation_id_foreign" foreign key ("deliberation_id") references "deliberation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "adoption" add constraint "adoption_action_id_foreign" foreign key ("action_id") references "action" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "adoption" add constraint "adoption_plan_id_foreign" foreign key ("plan_id") references "action_plan" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "adoption" add constraint "adoption_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "outcome_version" add constraint "outcome_version_outcome_id_foreign" foreign key ("outcome_id") references "outcome" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "outcome_version" add constraint "outcome_version_deliberation_id_foreign" foreign key ("deliberation_id") references "deliberation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "outcome_version" add constraint "outcome_version_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "outcome_version" add constraint "outcome_version_user_id_foreign" foreign key ("user_id") references "user_account" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "acknowledgement" add constraint "acknowledgement_minutes_id_foreign" foreign key ("minutes_id") references "minutes" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "acknowledgement" add constraint "acknowledgement_deliberation_id_foreign" foreign key ("deliberation_id") references "deliberation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "acknowledgement" add constraint "acknowledgement_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "acknowledgement" add constraint "acknowledgement_user_id_foreign" foreign key ("user_id") references "user_account" ("id") on delete restrict;`,
    );
  }
}
