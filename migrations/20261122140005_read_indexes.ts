import { Migration } from "@mikro-orm/migrations";

export class Migration20261122140005_read_indexes extends Migration {
  override name = "Migration20261122140005_read_indexes";

  override up(): void | Promise<void> {
    this.addSql(`drop index "region_level_index";`);
    this.addSql(`create index "region_name_code_index" on "region" ("name", "code");`);
    this.addSql(`create index "region_level_code_index" on "region" ("level", "code");`);

    this.addSql(`drop index "organisation_sector_index";`);
    this.addSql(`create index "organisation_name_id_index" on "organisation" ("name", "id");`);
    this.addSql(`create index "organisation_sector_id_index" on "organisation" ("sector", "id");`);
    this.addSql(
      `create index "organisation_created_at_id_index" on "organisation" ("created_at", "id");`,
    );
    this.addSql(
      `create index organisation_key_search on organisation using gin (key gin_trgm_ops);`,
    );
    this.addSql(
      `create index organisation_name_search on organisation using gin (name gin_trgm_ops);`,
    );

    this.addSql(`create index "programme_starts_on_id_index" on "programme" ("starts_on", "id");`);
    this.addSql(`create index "programme_ends_on_id_index" on "programme" ("ends_on", "id");`);
    this.addSql(
      `create index "programme_created_at_id_index" on "programme" ("created_at", "id");`,
    );

    this.addSql(`create index "area_name_id_index" on "area" ("name", "id");`);
    this.addSql(`create index "area_year_id_index" on "area" ("year", "id");`);
    this.addSql(`create index "area_created_at_id_index" on "area" ("created_at", "id");`);

    this.addSql(`create index "instrument_key_id_index" on "instrument" ("key", "id");`);
    this.addSql(`create index "instrument_edition_id_index" on "instrument" ("edition", "id");`);
    this.addSql(`create index "instrument_title_id_index" on "instrument" ("title", "id");`);
    this.addSql(`create index "instrument_status_id_index" on "instrument" ("status", "id");`);
    this.addSql(
      `create index "instrument_published_at_id_index" on "instrument" ("published_at", "id");`,
    );
    this.addSql(
      `create index "instrument_created_at_id_index" on "instrument" ("created_at", "id");`,
    );

    this.addSql(`create index "indicator_title_id_index" on "indicator" ("title", "id");`);
    this.addSql(`create index "indicator_unit_id_index" on "indicator" ("unit", "id");`);
    this.addSql(
      `create index "indicator_created_at_id_index" on "indicator" ("created_at", "id");`,
    );

    this.addSql(
      `create index "table_import_created_at_id_index" on "table_import" ("created_at", "id");`,
    );

    this.addSql(`drop index "action_plan_starts_on_index";`);
    this.addSql(`drop index "action_plan_status_index";`);
    this.addSql(`create index "action_plan_title_id_index" on "action_plan" ("title", "id");`);
    this.addSql(`create index "action_plan_status_id_index" on "action_plan" ("status", "id");`);
    this.addSql(
      `create index "action_plan_starts_on_id_index" on "action_plan" ("starts_on", "id");`,
    );
    this.addSql(`create index "action_plan_ends_on_id_index" on "action_plan" ("ends_on", "id");`);
    this.addSql(
      `create index "action_plan_created_at_id_index" on "action_plan" ("created_at", "id");`,
    );
    this.addSql(`create index action_plan_key_search on action_plan using gin (key gin_trgm_ops);`);
    this.addSql(
      `create index action_plan_title_search on action_plan using gin (title gin_trgm_ops);`,
    );
    this.addSql(
      `create index action_plan_summary_search on action_plan using gin (summary gin_trgm_ops);`,
    );

    this.addSql(`drop index "assessment_status_index";`);
    this.addSql(`create index "assessment_round_id_index" on "assessment" ("round", "id");`);
    this.addSql(`create index "assessment_status_id_index" on "assessment" ("status", "id");`);
    this.addSql(`create index "assessment_due_on_id_index" on "assessment" ("due_on", "id");`);
    this.addSql(
      `create index "assessment_completeness_id_index" on "assessment" ("completeness", "id");`,
    );
    this.addSql(
      `create index "assessment_answered_at_id_index" on "assessment" ("answered_at", "id");`,
    );
    this.addSql(
      `create index "assessment_submitted_at_id_index" on "assessment" ("submitted_at", "id");`,
    );
    this.addSql(
      `create index "assessment_published_at_id_index" on "assessment" ("published_at", "id");`,
    );
    this.addSql(
      `create index "assessment_created_at_id_index" on "assessment" ("created_at", "id");`,
    );

    this.addSql(`drop index "action_ends_on_index";`);
    this.addSql(`drop index "action_stage_index";`);
    this.addSql(`drop index "action_status_index";`);
    this.addSql(`create index "action_title_id_index" on "action" ("title", "id");`);
    this.addSql(`create index "action_stage_id_index" on "action" ("stage", "id");`);
    this.addSql(`create index "action_strategy_id_index" on "action" ("strategy", "id");`);
    this.addSql(`create index "action_starts_on_id_index" on "action" ("starts_on", "id");`);
    this.addSql(`create index "action_ends_on_id_index" on "action" ("ends_on", "id");`);
    this.addSql(`create index "action_status_id_index" on "action" ("status", "id");`);
    this.addSql(`create index "action_progress_id_index" on "action" ("progress", "id");`);
    this.addSql(`create index "action_created_at_id_index" on "action" ("created_at", "id");`);

    this.addSql(`create index "contribution_kind_id_index" on "contribution" ("kind", "id");`);
    this.addSql(`create index "contribution_status_id_index" on "contribution" ("status", "id");`);
    this.addSql(`create index "contribution_amount_id_index" on "contribution" ("amount", "id");`);
    this.addSql(
      `create index "contribution_quantity_id_index" on "contribution" ("quantity", "id");`,
    );
    this.addSql(
      `create index "contribution_created_at_id_index" on "contribution" ("created_at", "id");`,
    );

    this.addSql(`create index "measurement_value_id_index" on "measurement" ("value", "id");`);
    this.addSql(
      `create index "measurement_starts_on_id_index" on "measurement" ("starts_on", "id");`,
    );
    this.addSql(`create index "measurement_ends_on_id_index" on "measurement" ("ends_on", "id");`);
    this.addSql(
      `create index "measurement_created_at_id_index" on "measurement" ("created_at", "id");`,
    );

    this.addSql(`drop index "enterprise_group_journey_index";`);
    this.addSql(`drop index "enterprise_group_name_index";`);
    this.addSql(
      `create index "enterprise_group_name_id_index" on "enterprise_group" ("name", "id");`,
    );
    this.addSql(
      `create index "enterprise_group_journey_id_index" on "enterprise_group" ("journey", "id");`,
    );
    this.addSql(
      `create index "enterprise_group_formed_on_id_index" on "enterprise_group" ("formed_on", "id");`,
    );
    this.addSql(
      `create index "enterprise_group_members_id_index" on "enterprise_group" ("members", "id");`,
    );
    this.addSql(
      `create index "enterprise_group_created_at_id_index" on "enterprise_group" ("created_at", "id");`,
    );
    this.addSql(
      `create index enterprise_group_name_search on enterprise_group using gin (name gin_trgm_ops);`,
    );

    this.addSql(`drop index "deliberation_held_from_index";`);
    this.addSql(`drop index "deliberation_status_index";`);
    this.addSql(`create index "deliberation_kind_id_index" on "deliberation" ("kind", "id");`);
    this.addSql(`create index "deliberation_title_id_index" on "deliberation" ("title", "id");`);
    this.addSql(`create index "deliberation_status_id_index" on "deliberation" ("status", "id");`);
    this.addSql(
      `create index "deliberation_held_from_id_index" on "deliberation" ("held_from", "id");`,
    );
    this.addSql(
      `create index "deliberation_held_to_id_index" on "deliberation" ("held_to", "id");`,
    );
    this.addSql(
      `create index "deliberation_opened_at_id_index" on "deliberation" ("opened_at", "id");`,
    );
    this.addSql(
      `create index "deliberation_created_at_id_index" on "deliberation" ("created_at", "id");`,
    );
    this.addSql(
      `create index deliberation_key_search on deliberation using gin (key gin_trgm_ops);`,
    );
    this.addSql(
      `create index deliberation_title_search on deliberation using gin (title gin_trgm_ops);`,
    );
    this.addSql(
      `create index deliberation_summary_search on deliberation using gin (summary gin_trgm_ops);`,
    );
    this.addSql(
      `create index deliberation_place_search on deliberation using gin (place gin_trgm_ops);`,
    );

    this.addSql(`create index "outcome_number_id_index" on "outcome" ("number", "id");`);
    this.addSql(`create index "outcome_due_on_id_index" on "outcome" ("due_on", "id");`);
    this.addSql(`create index "outcome_decided_at_id_index" on "outcome" ("decided_at", "id");`);
    this.addSql(`create index "outcome_created_at_id_index" on "outcome" ("created_at", "id");`);
    this.addSql(`create index outcome_text_search on outcome using gin (text gin_trgm_ops);`);
    this.addSql(
      `create index "outcome_voting_since_id_index" on "outcome" ("voting_since", "id");`,
    );
    this.addSql(`create index outcome_reason_search on outcome using gin (reason gin_trgm_ops);`);

    this.addSql(
      `create index change_at_range on change using brin (at) with (pages_per_range = 16, autosummarize = on);`,
    );
    this.addSql(
      `create index "change_area_id_position_index" on "change" ("area_id", "position");`,
    );
    this.addSql(
      `create index "change_organisation_id_position_index" on "change" ("organisation_id", "position");`,
    );
    this.addSql(`create index "change_entity_position_index" on "change" ("entity", "position");`);
  }
}
