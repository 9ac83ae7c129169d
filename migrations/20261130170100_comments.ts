import { Migration } from "@mikro-orm/migrations";

/** Comments, and a guard: of a comment nothing changes but that its text and its mentions go. */
export class Migration20261130170100_comments extends Migration {
  override name = "Migration20261130170100_comments";

  override up(): void {
    this.addSql(
      `create table "comment" ("id" uuid not null, "action_id" uuid null, "outcome_id" uuid null, "assessment_id" uuid null, "reply_to_id" uuid null, "body" text null, "organisation_id" uuid not null, "user_id" uuid null, "mentioned_organisation_ids" uuid[] not null default '{}', "mentioned_person_ids" uuid[] not null default '{}', "taken_back_at" timestamptz(3) null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`create index "comment_reply_to_id_index" on "comment" ("reply_to_id");`);
    this.addSql(`create index "comment_organisation_id_index" on "comment" ("organisation_id");`);
    this.addSql(
      `create index "comment_user_id_created_at_index" on "comment" ("user_id", "created_at");`,
    );
    this.addSql(
      `create index "comment_assessment_id_created_at_index" on "comment" ("assessment_id", "created_at");`,
    );
    this.addSql(
      `create index "comment_outcome_id_created_at_index" on "comment" ("outcome_id", "created_at");`,
    );
    this.addSql(
      `create index "comment_action_id_created_at_index" on "comment" ("action_id", "created_at");`,
    );
    this.addSql(`create index "comment_created_at_id_index" on "comment" ("created_at", "id");`);

    this.addSql(
      `alter table "comment" add constraint "comment_action_id_foreign" foreign key ("action_id") references "action" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "comment" add constraint "comment_outcome_id_foreign" foreign key ("outcome_id") references "outcome" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "comment" add constraint "comment_assessment_id_foreign" foreign key ("assessment_id") references "assessment" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "comment" add constraint "comment_reply_to_id_foreign" foreign key ("reply_to_id") references "comment" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "comment" add constraint "comment_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "comment" add constraint "comment_user_id_foreign" foreign key ("user_id") references "user_account" ("id") on delete restrict;`,
    );
    this.addSql("select ledger_watch('comment')");
    this.addSql(stays);
  }
}

const stays = `
create function comment_stays() returns trigger language plpgsql as $$
declare
  taken text[] := '{body,mentioned_organisation_ids,mentioned_person_ids,taken_back_at,version}';
begin
  if num_nonnulls(new.action_id, new.outcome_id, new.assessment_id) <> 1 then
    raise exception 'a comment is about one subject' using errcode = 'RB003';
  end if;
  if tg_op = 'UPDATE' and (new.body is not null or to_jsonb(new) - taken <> to_jsonb(old) - taken) then
    raise exception 'a comment is never edited' using errcode = 'RB003';
  end if;
  return new;
end $$;
create trigger comment_stays before insert or update on comment
  for each row execute function comment_stays();
`;
