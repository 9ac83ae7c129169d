import { Migration } from "@mikro-orm/migrations";

export class Migration20261122052959_initial extends Migration {
  override name = "Migration20261122052959_initial";

  override up(): void {
    this.addSql(`create extension if not exists pg_trgm;`);
    this.addSql(
      `create type "region_level" as enum ('PROVINCE', 'REGENCY', 'DISTRICT', 'VILLAGE');`,
    );
    this.addSql(
      `create type "sector" as enum ('CENTRAL_GOVERNMENT', 'REGIONAL_GOVERNMENT', 'VILLAGE_GOVERNMENT', 'PRIVATE_SECTOR', 'UNIVERSITY', 'NGO', 'COMMUNITY_GROUP');`,
    );
    this.addSql(
      `create type "action_plan_status" as enum ('DRAFT', 'PROPOSED', 'ACTIVE', 'SUSPENDED', 'COMPLETED', 'CANCELLED');`,
    );
    this.addSql(`create type "visibility" as enum ('PUBLIC', 'PARTICIPANTS', 'ORGANISATION');`);
    this.addSql(
      `create type "participant_role" as enum ('FUNDING', 'ACCOUNTABLE', 'EXTENDING', 'IMPLEMENTING');`,
    );
    this.addSql(
      `create type "action_stage" as enum ('POTENTIAL_MAPPING', 'PARTNERSHIP_AND_INSTITUTIONS', 'COMPETENCY_TRAINING', 'ENTREPRENEURSHIP_TRAINING', 'CAPITAL_AND_EQUIPMENT', 'FINANCING_ACCESS', 'LABOUR_INTENSIVE_WORKS', 'PRODUCTIVITY', 'MARKETING', 'PLACEMENT', 'SOCIAL_PROTECTION');`,
    );
    this.addSql(
      `create type "poverty_strategy" as enum ('REDUCE_EXPENDITURE_BURDEN', 'RAISE_INCOME', 'REDUCE_POVERTY_POCKETS');`,
    );
    this.addSql(
      `create type "action_status" as enum ('PLANNED', 'IN_PROGRESS', 'BLOCKED', 'COMPLETED', 'CANCELLED');`,
    );
    this.addSql(
      `create type "contribution_kind" as enum ('FUNDS', 'CAPITAL_INCENTIVE', 'EQUIPMENT', 'TRAINING', 'MENTORING', 'FINANCING_ACCESS', 'MARKET_ACCESS', 'EXPERTISE', 'VENUE', 'LABOUR');`,
    );
    this.addSql(
      `create type "contribution_status" as enum ('PLEDGED', 'COMMITTED', 'DELIVERED', 'WITHDRAWN');`,
    );
    this.addSql(
      `create type "role" as enum ('ADMIN', 'COORDINATOR', 'CONTRIBUTOR', 'ASSESSOR', 'VIEWER');`,
    );
    this.addSql(`create type "change_kind" as enum ('CREATED', 'UPDATED', 'DELETED');`);
    this.addSql(
      `create table "region" ("code" text collate "C" not null, "name" text not null, "level" "region_level" not null, "parent_id" text collate "C" null, primary key ("code"));`,
    );
    this.addSql(`create index "region_level_index" on "region" ("level");`);
    this.addSql(`create index "region_parent_id_index" on "region" ("parent_id");`);
    this.addSql(`create index region_name_search on region using gin (name gin_trgm_ops);`);

    this.addSql(
      `create table "organisation" ("id" uuid not null, "key" text collate "C" not null, "name" text not null, "sector" "sector" not null, "state_owned" boolean not null default false, "parent_id" uuid null, "region_id" text collate "C" null, "contact" text null, "note" text null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(
      `alter table "organisation" add constraint "organisation_key_unique" unique ("key");`,
    );
    this.addSql(`create index "organisation_sector_index" on "organisation" ("sector");`);
    this.addSql(`create index "organisation_parent_id_index" on "organisation" ("parent_id");`);
    this.addSql(`create index "organisation_region_id_index" on "organisation" ("region_id");`);

    this.addSql(
      `create table "programme" ("id" uuid not null, "key" text collate "C" not null, "name" jsonb not null, "owner_id" uuid not null, "parent_id" uuid null, "legal_basis" text null, "policy" text null, "starts_on" date not null, "ends_on" date null, "strategies" text[] not null default '{}', "report_every_months" int null, "report_to_ids" uuid[] not null default '{}', "report_copy_to_ids" uuid[] not null default '{}', "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`alter table "programme" add constraint "programme_key_unique" unique ("key");`);
    this.addSql(`create index "programme_owner_id_index" on "programme" ("owner_id");`);
    this.addSql(`create index "programme_parent_id_index" on "programme" ("parent_id");`);

    this.addSql(
      `create table "area" ("id" uuid not null, "key" text collate "C" not null, "name" text not null, "theme" text null, "year" int null, "characters" text[] not null default '{}', "region_ids" text[] not null default '{}', "programme_id" uuid null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`alter table "area" add constraint "area_key_unique" unique ("key");`);
    this.addSql(`create index "area_programme_id_index" on "area" ("programme_id");`);

    this.addSql(
      `create table "api_key" ("id" uuid not null, "organisation_id" uuid not null, "name" text not null, "prefix" text not null, "hash" text not null, "scopes" text[] not null default '{}', "expires_at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`create index "api_key_organisation_id_index" on "api_key" ("organisation_id");`);
    this.addSql(`alter table "api_key" add constraint "api_key_prefix_unique" unique ("prefix");`);

    this.addSql(
      `create table "action_plan" ("id" uuid not null, "key" text collate "C" not null, "title" text not null, "summary" text null, "programme_id" uuid not null, "area_id" uuid null, "lead_id" uuid not null, "status" "action_plan_status" not null default 'DRAFT', "starts_on" date not null, "ends_on" date null, "visibility" "visibility" not null default 'PARTICIPANTS', "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(
      `alter table "action_plan" add constraint "action_plan_key_unique" unique ("key");`,
    );
    this.addSql(`create index "action_plan_programme_id_index" on "action_plan" ("programme_id");`);
    this.addSql(`create index "action_plan_area_id_index" on "action_plan" ("area_id");`);
    this.addSql(`create index "action_plan_lead_id_index" on "action_plan" ("lead_id");`);
    this.addSql(`create index "action_plan_status_index" on "action_plan" ("status");`);
    this.addSql(`create index "action_plan_starts_on_index" on "action_plan" ("starts_on");`);

    this.addSql(
      `create table "participant" ("id" uuid not null, "plan_id" uuid not null, "organisation_id" uuid not null, "role" "participant_role" not null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(
      `create index "participant_organisation_id_index" on "participant" ("organisation_id");`,
    );
    this.addSql(
      `alter table "participant" add constraint "participant_once" unique ("plan_id", "organisation_id", "role");`,
    );

    this.addSql(
      `create table "action" ("id" uuid not null, "plan_id" uuid not null, "programme_id" uuid not null, "title" text not null, "description" text null, "stage" "action_stage" not null, "strategy" "poverty_strategy" null, "lead_id" uuid null, "starts_on" date null, "ends_on" date null, "status" "action_status" not null default 'PLANNED', "progress" int not null default 0, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`create index "action_programme_id_index" on "action" ("programme_id");`);
    this.addSql(`create index "action_stage_index" on "action" ("stage");`);
    this.addSql(`create index "action_lead_id_index" on "action" ("lead_id");`);
    this.addSql(`create index "action_ends_on_index" on "action" ("ends_on");`);
    this.addSql(`create index "action_status_index" on "action" ("status");`);
    this.addSql(`create index "action_plan_id_stage_index" on "action" ("plan_id", "stage");`);

    this.addSql(
      `create table "milestone" ("id" uuid not null, "action_id" uuid not null, "plan_id" uuid not null, "title" text not null, "due_on" date not null, "completed_on" date null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`create index "milestone_action_id_index" on "milestone" ("action_id");`);
    this.addSql(`create index "milestone_plan_id_index" on "milestone" ("plan_id");`);

    this.addSql(
      `create table "contribution" ("id" uuid not null, "action_id" uuid not null, "plan_id" uuid not null, "organisation_id" uuid not null, "kind" "contribution_kind" not null, "status" "contribution_status" not null default 'PLEDGED', "amount" bigint null, "quantity" double precision null, "unit" text null, "note" text null, "visibility" "visibility" not null default 'PUBLIC', "funded_by_id" uuid null, "funding_chain" uuid[] not null default '{}', "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(
      `create index "contribution_organisation_id_index" on "contribution" ("organisation_id");`,
    );
    this.addSql(
      `create index "contribution_funded_by_id_index" on "contribution" ("funded_by_id");`,
    );
    this.addSql(
      `create index "contribution_plan_id_status_index" on "contribution" ("plan_id", "status");`,
    );
    this.addSql(
      `create index "contribution_action_id_created_at_index" on "contribution" ("action_id", "created_at");`,
    );

    this.addSql(
      `create table "region_catalogue" ("id" uuid not null, "origin" text not null, "sha256" text not null, "provinces" int not null, "regencies" int not null, "districts" int not null, "villages" int not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "region_catalogue" add constraint "region_catalogue_origin_unique" unique ("origin");`,
    );

    this.addSql(
      `create table "user_account" ("id" uuid not null, "email" text not null, "name" text null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(
      `alter table "user_account" add constraint "user_account_email_unique" unique ("email");`,
    );

    this.addSql(
      `create table "progress_update" ("id" uuid not null, "action_id" uuid not null, "plan_id" uuid not null, "organisation_id" uuid not null, "user_id" uuid null, "progress" int not null, "note" text null, "obstacle" text null, "evidence" text[] not null default '{}', "reported_at" timestamptz(3) not null default now(), "visibility" "visibility" not null default 'PUBLIC', "corrects_id" uuid null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`create index "progress_update_plan_id_index" on "progress_update" ("plan_id");`);
    this.addSql(
      `create index "progress_update_corrects_id_index" on "progress_update" ("corrects_id");`,
    );
    this.addSql(
      `create index "progress_update_action_id_reported_at_index" on "progress_update" ("action_id", "reported_at");`,
    );

    this.addSql(
      `create table "membership" ("id" uuid not null, "organisation_id" uuid not null, "user_id" uuid not null, "role" "role" not null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`create index "membership_user_id_index" on "membership" ("user_id");`);
    this.addSql(
      `alter table "membership" add constraint "membership_once" unique ("organisation_id", "user_id", "role");`,
    );

    this.addSql(
      `create table "change" ("position" bigint not null primary key, "at" timestamptz(3) not null, "actor" text not null, "user_id" uuid null, "organisation_id" uuid null, "operation" text not null, "entity" text not null, "entity_id" uuid not null, "kind" "change_kind" not null, "diff" jsonb not null, "programme_id" uuid null, "plan_id" uuid null, "deliberation" uuid null, "area_id" uuid null, "owner" uuid null, "request" text null, "previous_hash" text not null, "hash" text not null);`,
    );
    this.addSql(
      `create index "change_programme_id_position_index" on "change" ("programme_id", "position");`,
    );
    this.addSql(
      `create index "change_plan_id_position_index" on "change" ("plan_id", "position");`,
    );
    this.addSql(
      `create index "change_entity_id_position_index" on "change" ("entity_id", "position");`,
    );

    this.addSql(
      `alter table "region" add constraint "region_parent_id_foreign" foreign key ("parent_id") references "region" ("code") on delete restrict;`,
    );

    this.addSql(
      `alter table "organisation" add constraint "organisation_parent_id_foreign" foreign key ("parent_id") references "organisation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "organisation" add constraint "organisation_region_id_foreign" foreign key ("region_id") references "region" ("code") on delete restrict;`,
    );

    this.addSql(
      `alter table "programme" add constraint "programme_owner_id_foreign" foreign key ("owner_id") references "organisation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "programme" add constraint "programme_parent_id_foreign" foreign key ("parent_id") references "programme" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "area" add constraint "area_programme_id_foreign" foreign key ("programme_id") references "programme" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "api_key" add constraint "api_key_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "action_plan" add constraint "action_plan_programme_id_foreign" foreign key ("programme_id") references "programme" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "action_plan" add constraint "action_plan_area_id_foreign" foreign key ("area_id") references "area" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "action_plan" add constraint "action_plan_lead_id_foreign" foreign key ("lead_id") references "organisation" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "participant" add constraint "participant_plan_id_foreign" foreign key ("plan_id") references "action_plan" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "participant" add constraint "participant_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "action" add constraint "action_plan_id_foreign" foreign key ("plan_id") references "action_plan" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "action" add constraint "action_programme_id_foreign" foreign key ("programme_id") references "programme" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "action" add constraint "action_lead_id_foreign" foreign key ("lead_id") references "organisation" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "milestone" add constraint "milestone_action_id_foreign" foreign key ("action_id") references "action" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "milestone" add constraint "milestone_plan_id_foreign" foreign key ("plan_id") references "action_plan" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "contribution" add constraint "contribution_action_id_foreign" foreign key ("action_id") references "action" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "contribution" add constraint "contribution_plan_id_foreign" foreign key ("plan_id") references "action_plan" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "contribution" add constraint "contribution_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "contribution" add constraint "contribution_funded_by_id_foreign" foreign key ("funded_by_id") references "contribution" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "progress_update" add constraint "progress_update_action_id_foreign" foreign key ("action_id") references "action" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "progress_update" add constraint "progress_update_plan_id_foreign" foreign key ("plan_id") references "action_plan" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "progress_update" add constraint "progress_update_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "progress_update" add constraint "progress_update_user_id_foreign" foreign key ("user_id") references "user_account" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "progress_update" add constraint "progress_update_corrects_id_foreign" foreign key ("corrects_id") references "progress_update" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "membership" add constraint "membership_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "membership" add constraint "membership_user_id_foreign" foreign key ("user_id") references "user_account" ("id") on delete restrict;`,
    );
  }
}
