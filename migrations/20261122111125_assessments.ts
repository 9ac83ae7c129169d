import { Migration } from '@mikro-orm/migrations';

export class Migration20261122111125_assessments extends Migration {

  override name = 'Migration20261122111125_assessments';

  override up(): void | Promise<void> {
    this.addSql(`create type "instrument_status" as enum ('DRAFT', 'PUBLISHED', 'RETIRED');`);
    this.addSql(`create type "score_formula" as enum ('WEIGHTED_MEAN', 'WEIGHTED_GEOMETRIC_MEAN', 'MINIMUM');`);
    this.addSql(`create type "assessment_round" as enum ('BASELINE', 'MIDLINE', 'ENDLINE', 'AD_HOC');`);
    this.addSql(`create type "assessment_status" as enum ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'RETURNED', 'ACCEPTED', 'PUBLISHED', 'WITHDRAWN');`);
    this.addSql(`create type "completion" as enum ('UNCLEAR', 'NOT_STARTED', 'LIMITED', 'SUBSTANTIAL', 'COMPLETE');`);
    this.addSql(`create type "verdict" as enum ('ACCEPT', 'RETURN');`);
    this.addSql(`create table "instrument" ("id" uuid not null, "key" text collate "C" not null, "edition" int not null, "title" text not null, "title_text" jsonb not null, "about" text null, "owner_id" uuid null, "status" "instrument_status" not null default 'DRAFT', "formula" "score_formula" not null default 'WEIGHTED_MEAN', "dimension_details" jsonb not null default '[]', "sections" jsonb not null default '[]', "published_at" timestamptz(3) null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`);
    this.addSql(`create index "instrument_owner_id_index" on "instrument" ("owner_id");`);
    this.addSql(`alter table "instrument" add constraint "instrument_edition_once" unique ("key", "edition");`);

    this.addSql(`create table "assessment" ("id" uuid not null, "instrument_id" uuid not null, "area_id" uuid null, "plan_id" uuid null, "programme_id" uuid not null, "university_id" uuid not null, "round" "assessment_round" not null, "status" "assessment_status" not null default 'DRAFT', "assigned" boolean not null, "recorded" boolean not null default false, "due_on" date null, "interests" text null, "completeness" int not null default 0, "missing" jsonb not null default '[]', "scores" jsonb not null default '[]', "answered_at" timestamptz(3) null, "submissions" int not null default 0, "submitted_at" timestamptz(3) null, "reviewer_id" uuid null, "reason" text null, "published_at" timestamptz(3) null, "corrects_id" uuid null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`);
    this.addSql(`create index "assessment_instrument_id_index" on "assessment" ("instrument_id");`);
    this.addSql(`create index "assessment_area_id_index" on "assessment" ("area_id");`);
    this.addSql(`create index "assessment_plan_id_index" on "assessment" ("plan_id");`);
    this.addSql(`create index "assessment_programme_id_index" on "assessment" ("programme_id");`);
    this.addSql(`create index "assessment_university_id_index" on "assessment" ("university_id");`);
    this.addSql(`create index "assessment_status_index" on "assessment" ("status");`);
    this.addSql(`create index "assessment_reviewer_id_index" on "assessment" ("reviewer_id");`);
    this.addSql(`create index "assessment_corrects_id_index" on "assessment" ("corrects_id");`);
    this.addSql(`create unique index assessment_corrected_once on assessment (corrects_id)
  where status <> 'WITHDRAWN';`);
    this.addSql(`create unique index assessment_once on assessment
  (instrument_id, coalesce(area_id, plan_id), round, university_id)
  where status <> 'WITHDRAWN' and round <> 'AD_HOC' and corrects_id is null;`);

    this.addSql(`create table "finding" ("id" uuid not null, "assessment_id" uuid not null, "text" text not null, "recommendation" text null, "action_ids" uuid[] not null default '{}', "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`);
    this.addSql(`create index "finding_assessment_id_index" on "finding" ("assessment_id");`);
    this.addSql(`create index finding_of_action on finding using gin (action_ids);`);

    this.addSql(`create table "evidence" ("id" uuid not null, "assessment_id" uuid not null, "question" text null, "title" text not null, "address" text null, "file_name" text null, "file_size" int null, "file_type" text null, "file_hash" text null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`);
    this.addSql(`create index "evidence_assessment_id_index" on "evidence" ("assessment_id");`);

    this.addSql(`create table "answer" ("id" uuid not null, "assessment_id" uuid not null, "question" text not null, "number" int not null, "scale" int null, "value" double precision null, "percent" double precision null, "money" bigint null, "choice" text null, "choices" text[] null, "boolean" boolean null, "text" text null, "note" text null, "score" double precision null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`);
    this.addSql(`alter table "answer" add constraint "answer_once" unique ("assessment_id", "question");`);

    this.addSql(`create table "action_finding" ("id" uuid not null, "assessment_id" uuid not null, "action_id" uuid not null, "plan_id" uuid not null, "university_id" uuid not null, "completion" "completion" not null, "note" text null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`);
    this.addSql(`create index "action_finding_action_id_index" on "action_finding" ("action_id");`);
    this.addSql(`create index "action_finding_plan_id_index" on "action_finding" ("plan_id");`);
    this.addSql(`alter table "action_finding" add constraint "action_finding_once" unique ("assessment_id", "action_id");`);

    this.addSql(`create table "finding_reply" ("id" uuid not null, "finding_id" uuid not null, "action_id" uuid not null, "organisation_id" uuid not null, "text" text not null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`);
    this.addSql(`create index "finding_reply_finding_id_index" on "finding_reply" ("finding_id");`);

    this.addSql(`create table "review" ("id" uuid not null, "assessment_id" uuid not null, "submission" int not null, "organisation_id" uuid not null, "user_id" uuid null, "verdict" "verdict" not null, "summary" text null, "comments" jsonb not null default '[]', "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`);
    this.addSql(`create index "review_assessment_id_index" on "review" ("assessment_id");`);

    this.addSql(`alter table "instrument" add constraint "instrument_owner_id_foreign" foreign key ("owner_id") references "organisation" ("id") on delete restrict;`);

    this.addSql(`alter table "assessment" add constraint "assessment_instrument_id_foreign" foreign key ("instrument_id") references "instrument" ("id") on delete restrict;`);
    this.addSql(`alter table "assessment" add constraint "assessment_area_id_foreign" foreign key ("area_id") references "area" ("id") on delete restrict;`);
    this.addSql(`alter table "assessment" add constraint "assessment_plan_id_foreign" foreign key ("plan_id") references "action_plan" ("id") on delete restrict;`);
    this.addSql(`alter table "assessment" add constraint "assessment_programme_id_foreign" foreign key ("programme_id") references "programme" ("id") on delete restrict;`);
    this.addSql(`alter table "assessment" add constraint "assessment_university_id_foreign" foreign key ("university_id") references "organisation" ("id") on delete restrict;`);
    this.addSql(`alter table "assessment" add constraint "assessment_reviewer_id_foreign" foreign key ("reviewer_id") references "organisation" ("id") on delete restrict;`);
    this.addSql(`alter table "assessment" add constraint "assessment_corrects_id_foreign" foreign key ("corrects_id") references "assessment" ("id") on delete restrict;`);

    this.addSql(`alter table "finding" add constraint "finding_assessment_id_foreign" foreign key ("assessment_id") references "assessment" ("id") on delete restrict;`);

    this.addSql(`alter table "evidence" add constraint "evidence_assessment_id_foreign" foreign key ("assessment_id") references "assessment" ("id") on delete restrict;`);

    this.addSql(`alter table "answer" add constraint "answer_assessment_id_foreign" foreign key ("assessment_id") references "assessment" ("id") on delete restrict;`);

    this.addSql(`alter table "action_finding" add constraint "action_finding_assessment_id_foreign" foreign key ("assessment_id") references "assessment" ("id") on delete restrict;`);
    this.addSql(`alter table "action_finding" add constraint "action_finding_action_id_foreign" foreign key ("action_id") references "action" ("id") on delete restrict;`);
    this.addSql(`alter table "action_finding" add constraint "action_finding_plan_id_foreign" foreign key ("plan_id") references "action_plan" ("id") on delete restrict;`);
    this.addSql(`alter table "action_finding" add constraint "action_finding_university_id_foreign" foreign key ("university_id") references "organisation" ("id") on delete restrict;`);

    this.addSql(`alter table "finding_reply" add constraint "finding_reply_finding_id_foreign" foreign key ("finding_id") references "action_finding" ("id") on delete restrict;`);
    this.addSql(`alter table "finding_reply" add constraint "finding_reply_action_id_foreign" foreign key ("action_id") references "action" ("id") on delete restrict;`);
    this.addSql(`alter table "finding_reply" add constraint "finding_reply_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`);

    this.addSql(`alter table "review" add constraint "review_assessment_id_foreign" foreign key ("assessment_id") references "assessment" ("id") on delete restrict;`);
    this.addSql(`alter table "review" add constraint "review_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`);
    this.addSql(`alter table "review" add constraint "review_user_id_foreign" foreign key ("user_id") references "user_account" ("id") on delete restrict;`);
  }
}
