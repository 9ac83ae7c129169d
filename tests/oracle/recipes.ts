import { AreaCharacter, PovertyStrategy } from "../../src/domain/programmes/index.js";
import { ApiKeyScope } from "../../src/domain/stakeholders/index.js";
import type { Draw } from "../testkit/random-documents/draw.js";
import type { KnownRows, TableRow } from "./tables.js";

/** What a recipe works with: draws, and the rows made so far. */
export interface Kitchen {
  draw: Draw;
  known: KnownRows;
}

/** How many rows a table gets, and what in a drawn row must agree with other rows. */
interface Recipe {
  rows: number;
  agree?: (row: TableRow, kitchen: Kitchen) => void;
}

const some = (table: string, most: number, { draw, known }: Kitchen): string[] =>
  draw.some(known.ids(table), most);

const planOfAction = (row: TableRow, { known }: Kitchen): void => {
  row.plan_id = known.row("action", row.action_id).plan_id;
};

const deliberationOfOutcome = (row: TableRow, { known }: Kitchen): void => {
  row.deliberation_id = known.row("outcome", row.outcome_id).deliberation_id;
};

/** The tables in an order in which each comes after those that its rows lean on. */
export const recipes: Record<string, Recipe> = {
  organisation: { rows: 25 },
  user_account: {
    rows: 25,
    agree: (row) => {
      row.email = `person-${String(row.id).slice(0, 8)}@oracle.example`;
    },
  },
  membership: { rows: 60 },
  api_key: {
    rows: 10,
    agree: (row, { draw }) => {
      row.prefix = String(row.id).replaceAll("-", "").slice(0, 12);
      row.scopes = draw.some(Object.values(ApiKeyScope), 3);
    },
  },
  programme: {
    rows: 10,
    agree: (row, kitchen) => {
      row.strategies = kitchen.draw.some(Object.values(PovertyStrategy), 2);
      row.report_to_ids = some("organisation", 3, kitchen);
      row.report_copy_to_ids = some("organisation", 3, kitchen);
    },
  },
  area: {
    rows: 12,
    agree: (row, kitchen) => {
      row.region_ids = some("region", 4, kitchen);
      row.characters = kitchen.draw.some(Object.values(AreaCharacter), 2);
    },
  },
  action_plan: { rows: 25 },
  participant: { rows: 60 },
  action: {
    rows: 90,
    agree: (row, { known }) => {
      row.programme_id = known.row("action_plan", row.plan_id).programme_id;
    },
  },
  milestone: { rows: 60, agree: planOfAction },
  contribution: {
    rows: 110,
    agree: (row, kitchen) => {
      planOfAction(row, kitchen);
      if (!row.funded_by_id) return;
      const chain = kitchen.known.row("contribution", row.funded_by_id).funding_chain as string[];
      row.funding_chain = [...chain, row.funded_by_id];
    },
  },
  progress_update: { rows: 90, agree: planOfAction },
  deliberation: { rows: 14 },
  invitation: { rows: 50 },
  minutes: {
    rows: 8,
    agree: (row, { draw, known }) => {
      const { document, sha256 } = draw.pick(known.of("minutes"));
      Object.assign(row, { document, sha256 });
    },
  },
  outcome: {
    rows: 45,
    agree: (row, kitchen) => {
      row.programme_id = kitchen.known.row("deliberation", row.deliberation_id).programme_id;
      row.responsible_organisation_ids = some("organisation", 3, kitchen);
      row.counted_organisation_ids = some("organisation", 3, kitchen);
      row.number = 100 + kitchen.known.of("outcome").length;
      row.text_version = 1 + kitchen.draw.below(2);
    },
  },
  outcome_version: {
    rows: 50,
    agree: (row, kitchen) => {
      deliberationOfOutcome(row, kitchen);
      row.responsible_organisation_ids = some("organisation", 3, kitchen);
      row.number = 1 + kitchen.draw.below(3);
    },
  },
  outcome_position: {
    rows: 90,
    agree: (row, kitchen) => {
      deliberationOfOutcome(row, kitchen);
      row.text_version = 1 + kitchen.draw.below(2);
    },
  },
  acknowledgement: {
    rows: 20,
    agree: (row, { known }) => {
      row.deliberation_id = known.row("minutes", row.minutes_id).deliberation_id;
    },
  },
  adoption: {
    rows: 30,
    agree: (row, kitchen) => {
      deliberationOfOutcome(row, kitchen);
      planOfAction(row, kitchen);
    },
  },
  indicator: { rows: 12 },
  target: { rows: 40 },
  measurement: { rows: 160, agree: (row, kitchen) => row.action_id && planOfAction(row, kitchen) },
  enterprise_group: { rows: 35 },
  group_measurement: { rows: 60 },
  support: { rows: 40 },
  instrument: { rows: 6 },
  assessment: {
    rows: 40,
    agree: (row, { draw, known }) => {
      // About an area or a plan, never both.
      if (draw.chance(0.5)) row.plan_id = null;
      else row.area_id = null;
      if (!row.plan_id && !row.area_id) row.area_id = draw.pick(known.ids("area"));
      if (row.plan_id) row.programme_id = known.row("action_plan", row.plan_id).programme_id;
    },
  },
  answer: { rows: 110 },
  evidence: {
    rows: 30,
    agree: (row) => {
      const file = row.file_hash === null ? [null, null, null] : ['foto "1".png', 17, "image/png"];
      [row.file_name, row.file_size, row.file_type] = file;
    },
  },
  finding: {
    rows: 40,
    agree: (row, kitchen) => {
      row.action_ids = some("action", 3, kitchen);
      row.measurement_ids = some("measurement", 3, kitchen);
    },
  },
  action_finding: {
    rows: 50,
    agree: (row, kitchen) => {
      planOfAction(row, kitchen);
      row.university_id = kitchen.known.row("assessment", row.assessment_id).university_id;
    },
  },
  finding_reply: {
    rows: 40,
    agree: (row, { known }) => {
      row.action_id = known.row("action_finding", row.finding_id).action_id;
    },
  },
  review: { rows: 30 },
  table_import: { rows: 20 },
};
