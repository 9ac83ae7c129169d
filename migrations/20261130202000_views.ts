import { Migration } from "@mikro-orm/migrations";

/** Views, their stars, and comments on them: the guard on comments counts the new subject. */
export class Migration20261130202000_views extends Migration {
  override name = "Migration20261130202000_views";

  override up(): void {
    this.addSql(`create type "view_kind" as enum ('TABLE', 'GROUPS', 'MATRIX');`);
    this.addSql(
      `create type "view_dataset" as enum ('REGIONS', 'AREAS', 'ORGANISATIONS', 'PROGRAMMES', 'ACTION_PLANS', 'ACTIONS', 'CONTRIBUTIONS', 'FUNDINGS', 'PAYMENTS', 'DELIBERATIONS', 'OUTCOMES', 'INDICATORS', 'MEASUREMENTS', 'ENTERPRISE_GROUPS', 'INSTRUMENTS', 'ASSESSMENTS');`,
    );
    this.addSql(
      `create type "view_audience" as enum ('PRIVATE', 'ORGANISATION', 'PARTICIPANTS', 'PUBLIC');`,
    );
    this.addSql(
      `create table "saved_view" ("id" uuid not null, "key" text collate "C" not null, "title_text" jsonb not null, "description_text" jsonb null, "kind" "view_kind" not null, "dataset" "view_dataset" not null, "where" jsonb null, "parameters" jsonb not null default '[]', "columns" jsonb not null default '[]', "group_by" jsonb not null default '[]', "matrix_rows" jsonb not null default '[]', "matrix_columns" jsonb not null default '[]', "measures" jsonb not null default '[]', "order_by" jsonb not null default '[]', "page_size" int not null, "chart" jsonb null, "audience" "view_audience" not null, "plan_id" uuid null, "organisation_id" uuid not null, "user_id" uuid null, "holder" uuid not null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`alter table "saved_view" add constraint "saved_view_key_unique" unique ("key");`);
    this.addSql(`create index "saved_view_plan_id_index" on "saved_view" ("plan_id");`);
    this.addSql(
      `create index "saved_view_organisation_id_index" on "saved_view" ("organisation_id");`,
    );
    this.addSql(`create index "saved_view_holder_index" on "saved_view" ("holder");`);
    for (const [language, other, name] of titles) {
      const title = `coalesce(title_text->>'${language}', title_text->>'${other}')`;
      this.addSql(
        `create index saved_view_title_text_${name}_order on saved_view ((${title}), id);`,
      );
    }
    this.addSql(
      `create index "saved_view_created_at_id_index" on "saved_view" ("created_at", "id");`,
    );

    this.addSql(
      `create table "view_star" ("id" uuid not null, "view_id" uuid null, "holder" uuid not null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`create index "view_star_view_id_index" on "view_star" ("view_id");`);
    this.addSql(
      `alter table "view_star" add constraint "view_star_once" unique ("view_id", "holder");`,
    );

    this.addSql(`alter table "comment" add "view_id" uuid null;`);
    this.addSql(
      `alter table "comment" add constraint "comment_view_id_foreign" foreign key ("view_id") references "saved_view" ("id") on delete restrict;`,
    );
    this.addSql(
      `create index "comment_view_id_created_at_index" on "comment" ("view_id", "created_at");`,
    );

    this.addSql(
      `alter table "saved_view" add constraint "saved_view_plan_id_foreign" foreign key ("plan_id") references "action_plan" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "saved_view" add constraint "saved_view_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "saved_view" add constraint "saved_view_user_id_foreign" foreign key ("user_id") references "user_account" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "view_star" add constraint "view_star_view_id_foreign" foreign key ("view_id") references "saved_view" ("id") on delete restrict;`,
    );
    for (const table of ["saved_view", "view_star"]) this.addSql(`select ledger_watch('${table}')`);
    this.addSql(stays);
  }
}

/** The language of an order by title, the language it falls back to, and the index's part for it. */
const titles = [
  ["indonesian", "english", "id"],
  ["english", "indonesian", "en"],
] as const;

const stays = `
create or replace function comment_stays() returns trigger language plpgsql as $$
declare
  taken text[] := '{body,mentioned_organisation_ids,mentioned_person_ids,taken_back_at,version}';
begin
  if num_nonnulls(new.action_id, new.outcome_id, new.assessment_id, new.view_id) <> 1 then
    raise exception 'a comment is about one subject' using errcode = 'RB003';
  end if;
  if tg_op = 'UPDATE' and (new.body is not null or to_jsonb(new) - taken <> to_jsonb(old) - taken) then
    raise exception 'a comment is never edited' using errcode = 'RB003';
  end if;
  return new;
end $$;
`;
