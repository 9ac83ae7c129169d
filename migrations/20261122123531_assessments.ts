import { Migration } from "@mikro-orm/migrations";

export class Migration20261122123531_assessments extends Migration {
  override name = "Migration20261122123531_assessments";

  override up(): void | Promise<void> {
    this.addSql(`create type "instrument_status" as enum ('DRAFT', 'PUBLISHED', 'RETIRED');`);
    this.addSql(
      `create type "score_formula" as enum ('WEIGHTED_MEAN', 'WEIGHTED_GEOMETRIC_MEAN', 'MINIMUM');`,
    );
    this.addSql(
      `create type "indicator_unit" as enum ('PERCENT', 'PEOPLE', 'HOUSEHOLDS', 'GROUPS', 'RUPIAH', 'COUNT', 'INDEX');`,
    );
    this.addSql(`create type "indicator_direction" as enum ('INCREASE', 'DECREASE');`);
    this.addSql(`create type "indicator_aggregation" as enum ('SUM', 'RATE', 'NONE');`);
    this.addSql(
      `create type "import_kind" as enum ('MEASUREMENTS', 'ENTERPRISE_GROUPS', 'GROUP_MEASUREMENTS', 'ANSWERS');`,
    );
    this.addSql(`create type "import_mode" as enum ('ALL', 'VALID');`);
    this.addSql(
      `create type "assessment_round" as enum ('BASELINE', 'MIDLINE', 'ENDLINE', 'AD_HOC');`,
    );
    this.addSql(
      `create type "assessment_status" as enum ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'RETURNED', 'ACCEPTED', 'PUBLISHED', 'WITHDRAWN');`,
    );
    this.addSql(
      `create type "completion" as enum ('UNCLEAR', 'NOT_STARTED', 'LIMITED', 'SUBSTANTIAL', 'COMPLETE');`,
    );
    this.addSql(
      `create type "enterprise_journey" as enum ('FORMED', 'TRAINED', 'EQUIPPED', 'PRODUCING', 'SELLING', 'INDEPENDENT', 'DISSOLVED');`,
    );
    this.addSql(`create type "verdict" as enum ('ACCEPT', 'RETURN');`);
    this.addSql(
      `create table "instrument" ("id" uuid not null, "key" text collate "C" not null, "edition" int not null, "title" text not null, "title_text" jsonb not null, "about" text null, "owner_id" uuid null, "status" "instrument_status" not null default 'DRAFT', "formula" "score_formula" not null default 'WEIGHTED_MEAN', "dimension_details" jsonb not null default '[]', "sections" jsonb not null default '[]', "published_at" timestamptz(3) null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`create index "instrument_owner_id_index" on "instrument" ("owner_id");`);
    this.addSql(
      `alter table "instrument" add constraint "instrument_edition_once" unique ("key", "edition");`,
    );

    this.addSql(
      `create table "indicator" ("id" uuid not null, "key" text collate "C" not null, "title" text not null, "title_text" jsonb not null, "description" text null, "unit" "indicator_unit" not null, "direction" "indicator_direction" not null, "aggregation" "indicator_aggregation" not null, "owner_id" uuid null, "programme_id" uuid null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`alter table "indicator" add constraint "indicator_key_unique" unique ("key");`);
    this.addSql(`create index "indicator_owner_id_index" on "indicator" ("owner_id");`);
    this.addSql(`create index "indicator_programme_id_index" on "indicator" ("programme_id");`);

    this.addSql(
      `create table "table_import" ("id" uuid not null, "kind" "import_kind" not null, "mode" "import_mode" not null, "organisation_id" uuid null, "sha256" text not null, "size" int not null, "rows" int not null, "taken" int not null, "unchanged" int not null, "refused" int not null, "rejected_key" text null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(
      `create index "table_import_organisation_id_index" on "table_import" ("organisation_id");`,
    );

    this.addSql(
      `create table "assessment" ("id" uuid not null, "instrument_id" uuid not null, "area_id" uuid null, "plan_id" uuid null, "programme_id" uuid not null, "university_id" uuid not null, "round" "assessment_round" not null, "status" "assessment_status" not null default 'DRAFT', "assigned" boolean not null, "recorded" boolean not null default false, "due_on" date null, "interests" text null, "completeness" int not null default 0, "missing" jsonb not null default '[]', "scores" jsonb not null default '[]', "answered_at" timestamptz(3) null, "submissions" int not null default 0, "submitted_at" timestamptz(3) null, "reviewer_id" uuid null, "reason" text null, "published_at" timestamptz(3) null, "corrects_id" uuid null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
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

    this.addSql(
      `create table "finding" ("id" uuid not null, "assessment_id" uuid not null, "text" text not null, "recommendation" text null, "action_ids" uuid[] not null default '{}', "measurement_ids" uuid[] not null default '{}', "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`create index "finding_assessment_id_index" on "finding" ("assessment_id");`);
    this.addSql(`create index finding_of_measurement on finding using gin (measurement_ids);`);
    this.addSql(`create index finding_of_action on finding using gin (action_ids);`);

    this.addSql(
      `create table "evidence" ("id" uuid not null, "assessment_id" uuid not null, "question" text null, "title" text not null, "address" text null, "file_name" text null, "file_size" int null, "file_type" text null, "file_hash" text null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`create index "evidence_assessment_id_index" on "evidence" ("assessment_id");`);

    this.addSql(
      `create table "answer" ("id" uuid not null, "assessment_id" uuid not null, "question" text not null, "number" int not null, "scale" int null, "value" double precision null, "percent" double precision null, "money" bigint null, "choice" text null, "choices" text[] null, "boolean" boolean null, "text" text null, "note" text null, "score" double precision null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(
      `alter table "answer" add constraint "answer_once" unique ("assessment_id", "question");`,
    );

    this.addSql(
      `create table "action_finding" ("id" uuid not null, "assessment_id" uuid not null, "action_id" uuid not null, "plan_id" uuid not null, "university_id" uuid not null, "completion" "completion" not null, "note" text null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`create index "action_finding_action_id_index" on "action_finding" ("action_id");`);
    this.addSql(`create index "action_finding_plan_id_index" on "action_finding" ("plan_id");`);
    this.addSql(
      `alter table "action_finding" add constraint "action_finding_once" unique ("assessment_id", "action_id");`,
    );

    this.addSql(
      `create table "finding_reply" ("id" uuid not null, "finding_id" uuid not null, "action_id" uuid not null, "organisation_id" uuid not null, "text" text not null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`create index "finding_reply_finding_id_index" on "finding_reply" ("finding_id");`);
    this.addSql(`create index "finding_reply_action_id_index" on "finding_reply" ("action_id");`);

    this.addSql(
      `create table "measurement" ("id" uuid not null, "indicator_id" uuid not null, "region_id" text collate "C" null, "area_id" uuid null, "value" double precision not null, "numerator" double precision null, "denominator" double precision null, "is_baseline" boolean not null default false, "disaggregation" jsonb not null default '[]', "note" text null, "organisation_id" uuid null, "action_id" uuid null, "plan_id" uuid null, "period" text collate "C" not null, "starts_on" date not null, "ends_on" date not null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(
      `create index "measurement_organisation_id_index" on "measurement" ("organisation_id");`,
    );
    this.addSql(`create index "measurement_plan_id_index" on "measurement" ("plan_id");`);
    this.addSql(
      `create index "measurement_region_id_indicator_id_index" on "measurement" ("region_id", "indicator_id");`,
    );
    this.addSql(
      `create index "measurement_ends_on_starts_on_id_index" on "measurement" ("ends_on", "starts_on", "id");`,
    );
    this.addSql(
      `create index "measurement_area_id_ends_on_starts_on_id_index" on "measurement" ("area_id", "ends_on", "starts_on", "id");`,
    );
    this.addSql(
      `create index "measurement_action_id_ends_on_starts_on_id_index" on "measurement" ("action_id", "ends_on", "starts_on", "id");`,
    );
    this.addSql(
      `create index "measurement_indicator_id_ends_on_starts_on_id_index" on "measurement" ("indicator_id", "ends_on", "starts_on", "id");`,
    );
    this.addSql(
      `create index measurement_baseline on measurement (indicator_id, is_baseline desc, (area_id is not null), length(coalesce(region_id, '')), ends_on, starts_on);`,
    );
    this.addSql(
      `create unique index measurement_once on measurement (indicator_id, period, region_id, area_id, organisation_id) nulls not distinct;`,
    );

    this.addSql(
      `create table "enterprise_group" ("id" uuid not null, "name" text not null, "area_id" uuid not null, "village_id" text collate "C" null, "journey" "enterprise_journey" not null, "formed_on" date null, "members" int not null, "women" int null, "men" int null, "products" jsonb not null default '[]', "classification" jsonb null, "note" text null, "organisation_id" uuid null, "visibility" "visibility" not null default 'PUBLIC', "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`create index "enterprise_group_name_index" on "enterprise_group" ("name");`);
    this.addSql(`create index "enterprise_group_area_id_index" on "enterprise_group" ("area_id");`);
    this.addSql(
      `create index "enterprise_group_village_id_index" on "enterprise_group" ("village_id");`,
    );
    this.addSql(`create index "enterprise_group_journey_index" on "enterprise_group" ("journey");`);
    this.addSql(
      `create index "enterprise_group_organisation_id_index" on "enterprise_group" ("organisation_id");`,
    );

    this.addSql(
      `create table "group_measurement" ("id" uuid not null, "group_id" uuid not null, "revenue" bigint null, "jobs" int null, "note" text null, "organisation_id" uuid null, "period" text collate "C" not null, "starts_on" date not null, "ends_on" date not null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(
      `create index "group_measurement_organisation_id_index" on "group_measurement" ("organisation_id");`,
    );
    this.addSql(
      `create index "group_measurement_group_id_ends_on_starts_on_index" on "group_measurement" ("group_id", "ends_on", "starts_on");`,
    );
    this.addSql(
      `create unique index group_measurement_once on group_measurement (group_id, period, organisation_id) nulls not distinct;`,
    );

    this.addSql(
      `create table "support" ("id" uuid not null, "group_id" uuid not null, "contribution_id" uuid not null, "received_on" date null, "note" text null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`create index "support_contribution_id_index" on "support" ("contribution_id");`);
    this.addSql(
      `alter table "support" add constraint "support_once" unique ("group_id", "contribution_id");`,
    );

    this.addSql(
      `create table "target" ("id" uuid not null, "indicator_id" uuid not null, "region_id" text collate "C" null, "area_id" uuid null, "value" double precision not null, "period" text collate "C" not null, "starts_on" date not null, "ends_on" date not null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`create index "target_region_id_index" on "target" ("region_id");`);
    this.addSql(`create index "target_area_id_index" on "target" ("area_id");`);
    this.addSql(
      `create unique index target_once on target (indicator_id, period, region_id, area_id) nulls not distinct;`,
    );

    this.addSql(
      `create table "review" ("id" uuid not null, "assessment_id" uuid not null, "submission" int not null, "organisation_id" uuid not null, "user_id" uuid null, "verdict" "verdict" not null, "summary" text null, "comments" jsonb not null default '[]', "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`create index "review_assessment_id_index" on "review" ("assessment_id");`);

    this.addSql(
      `alter table "instrument" add constraint "instrument_owner_id_foreign" foreign key ("owner_id") references "organisation" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "indicator" add constraint "indicator_owner_id_foreign" foreign key ("owner_id") references "organisation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "indicator" add constraint "indicator_programme_id_foreign" foreign key ("programme_id") references "programme" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "table_import" add constraint "table_import_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "assessment" add constraint "assessment_instrument_id_foreign" foreign key ("instrument_id") references "instrument" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "assessment" add constraint "assessment_area_id_foreign" foreign key ("area_id") references "area" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "assessment" add constraint "assessment_plan_id_foreign" foreign key ("plan_id") references "action_plan" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "assessment" add constraint "assessment_programme_id_foreign" foreign key ("programme_id") references "programme" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "assessment" add constraint "assessment_university_id_foreign" foreign key ("university_id") references "organisation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "assessment" add constraint "assessment_reviewer_id_foreign" foreign key ("reviewer_id") references "organisation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "assessment" add constraint "assessment_corrects_id_foreign" foreign key ("corrects_id") references "assessment" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "finding" add constraint "finding_assessment_id_foreign" foreign key ("assessment_id") references "assessment" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "evidence" add constraint "evidence_assessment_id_foreign" foreign key ("assessment_id") references "assessment" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "answer" add constraint "answer_assessment_id_foreign" foreign key ("assessment_id") references "assessment" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "action_finding" add constraint "action_finding_assessment_id_foreign" foreign key ("assessment_id") references "assessment" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "action_finding" add constraint "action_finding_action_id_foreign" foreign key ("action_id") references "action" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "action_finding" add constraint "action_finding_plan_id_foreign" foreign key ("plan_id") references "action_plan" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "action_finding" add constraint "action_finding_university_id_foreign" foreign key ("university_id") references "organisation" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "finding_reply" add constraint "finding_reply_finding_id_foreign" foreign key ("finding_id") references "action_finding" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "finding_reply" add constraint "finding_reply_action_id_foreign" foreign key ("action_id") references "action" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "finding_reply" add constraint "finding_reply_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "measurement" add constraint "measurement_indicator_id_foreign" foreign key ("indicator_id") references "indicator" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "measurement" add constraint "measurement_region_id_foreign" foreign key ("region_id") references "region" ("code") on delete restrict;`,
    );
    this.addSql(
      `alter table "measurement" add constraint "measurement_area_id_foreign" foreign key ("area_id") references "area" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "measurement" add constraint "measurement_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "measurement" add constraint "measurement_action_id_foreign" foreign key ("action_id") references "action" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "measurement" add constraint "measurement_plan_id_foreign" foreign key ("plan_id") references "action_plan" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "enterprise_group" add constraint "enterprise_group_area_id_foreign" foreign key ("area_id") references "area" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "enterprise_group" add constraint "enterprise_group_village_id_foreign" foreign key ("village_id") references "region" ("code") on delete restrict;`,
    );
    this.addSql(
      `alter table "enterprise_group" add constraint "enterprise_group_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "group_measurement" add constraint "group_measurement_group_id_foreign" foreign key ("group_id") references "enterprise_group" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "group_measurement" add constraint "group_measurement_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "support" add constraint "support_group_id_foreign" foreign key ("group_id") references "enterprise_group" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "support" add constraint "support_contribution_id_foreign" foreign key ("contribution_id") references "contribution" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "target" add constraint "target_indicator_id_foreign" foreign key ("indicator_id") references "indicator" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "target" add constraint "target_region_id_foreign" foreign key ("region_id") references "region" ("code") on delete restrict;`,
    );
    this.addSql(
      `alter table "target" add constraint "target_area_id_foreign" foreign key ("area_id") references "area" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "review" add constraint "review_assessment_id_foreign" foreign key ("assessment_id") references "assessment" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "review" add constraint "review_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "review" add constraint "review_user_id_foreign" foreign key ("user_id") references "user_account" ("id") on delete restrict;`,
    );
  }
}
