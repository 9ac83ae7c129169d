import { AreaCharacter, PovertyStrategy } from "../../src/domain/programmes/index.js";
import { ApiKeyScope, Sector } from "../../src/domain/stakeholders/index.js";
import type { SeededRandom } from "../testkit/random/seeded-random.js";
import type { KnownRows, TableRow } from "./tables.js";

/** What a recipe works with: draws, and the rows made so far. */
export interface FactoryContext {
  draw: SeededRandom;
  known: KnownRows;
}

/** How many rows a table gets, and what in a drawn row must agree with other rows. */
interface RowFactory {
  rows: number;
  agree?: (row: TableRow, context: FactoryContext) => void;
}

const some = (table: string, most: number, { draw, known }: FactoryContext): string[] =>
  draw.some(known.ids(table), most);

const planOfAction = (row: TableRow, { known }: FactoryContext): void => {
  row.plan_id = known.row("action", row.action_id).plan_id;
};

const deliberationOfOutcome = (row: TableRow, { known }: FactoryContext): void => {
  row.deliberation_id = known.row("outcome", row.outcome_id).deliberation_id;
};

/** The owners whose yes is missing, of a noun that waits for it. */
const awaiting = (row: TableRow, context: FactoryContext): void => {
  row.awaited_ids = row.acceptance === "ACCEPTED" ? [] : some("organisation", 3, context);
};

/** Only an accepted indicator takes figures. */
const acceptedIndicator = (row: TableRow, { draw, known }: FactoryContext): void => {
  const { acceptance } = known.row("indicator", row.indicator_id);
  if (acceptance === "ACCEPTED") return;
  const accepted = known.of("indicator").filter((one) => one.acceptance === "ACCEPTED");
  row.indicator_id = draw.pick(accepted).id;
};

const subjectTable = (column: string): string =>
  column === "view_id" ? "saved_view" : column.replace("_id", "");

/** The tables in an order in which each comes after those that its rows lean on. */
export const rowFactories: Record<string, RowFactory> = {
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
    agree: (row, context) => {
      row.strategies = context.draw.some(Object.values(PovertyStrategy), 2);
      row.sectors = context.draw.some(Object.values(Sector), 2);
      row.report_to_ids = some("organisation", 3, context);
      row.report_copy_to_ids = some("organisation", 3, context);
    },
  },
  area: {
    rows: 12,
    agree: (row, context) => {
      row.region_ids = some("region", 4, context);
      row.characters = context.draw.some(Object.values(AreaCharacter), 2);
    },
  },
  action_plan: { rows: 25, agree: awaiting },
  participant: { rows: 60 },
  action: {
    rows: 90,
    agree: (row, { known }) => {
      row.programme_id = known.row("action_plan", row.plan_id).programme_id;
    },
  },
  milestone: { rows: 60, agree: planOfAction },
  contribution: { rows: 110, agree: planOfAction },
  funding: {
    rows: 90,
    agree: (row, { draw, known }) => {
      // From an earlier contribution to a later one, so that no chain is a circle; once a pair.
      const ids = known.ids("contribution");
      if (ids.length < 2) return;
      let free: string[] = [];
      while (free.length === 0) {
        const at = 1 + draw.below(ids.length - 1);
        row.contribution_id = ids[at];
        const taken = known.of("funding").filter((one) => one.contribution_id === ids[at]);
        free = ids.slice(0, at).filter((id) => !taken.some((one) => one.source_id === id));
      }
      row.source_id = draw.pick(free);
    },
  },
  payment: {
    rows: 120,
    agree: (row, { known }) => {
      const earlier = known.of("payment").find((one) => one.id === row.reverses_id);
      const isFree = !known.of("payment").some((one) => one.reverses_id === row.reverses_id);
      if (!earlier || earlier.reverses_id || !isFree) row.reverses_id = null;
      else Object.assign(row, { contribution_id: earlier.contribution_id, amount: earlier.amount });
    },
  },
  progress_update: { rows: 90, agree: planOfAction },
  deliberation: { rows: 14 },
  invitation: {
    rows: 50,
    agree: (row, context) => {
      row.part_of_organisation_ids = some("organisation", 2, context);
      const recordedBy = () =>
        context.draw.maybe(() => context.draw.pick(context.known.ids("organisation")));
      for (const interval of row.attendance as TableRow[]) {
        interval.arrivalRecordedBy = recordedBy();
        interval.departureRecordedBy = recordedBy();
      }
    },
  },
  minutes: {
    rows: 8,
    agree: (row, { draw, known }) => {
      const { document, sha256 } = draw.pick(known.of("minutes"));
      Object.assign(row, { document, sha256 });
    },
  },
  outcome: {
    rows: 45,
    agree: (row, context) => {
      row.programme_id = context.known.row("deliberation", row.deliberation_id).programme_id;
      row.responsible_organisation_ids = some("organisation", 3, context);
      row.counted_organisation_ids = some("organisation", 3, context);
      row.number = 100 + context.known.of("outcome").length;
      row.text_version = 1 + context.draw.below(2);
      const vote = row.vote as TableRow | null;
      if (vote) vote.electorate = some("organisation", 9, context);
    },
  },
  outcome_version: {
    rows: 50,
    agree: (row, context) => {
      deliberationOfOutcome(row, context);
      row.responsible_organisation_ids = some("organisation", 3, context);
      row.number = 1 + context.draw.below(3);
    },
  },
  outcome_position: {
    rows: 90,
    agree: (row, context) => {
      deliberationOfOutcome(row, context);
      row.text_version = 1 + context.draw.below(2);
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
    agree: (row, context) => {
      deliberationOfOutcome(row, context);
      planOfAction(row, context);
    },
  },
  indicator: { rows: 12, agree: awaiting },
  target: { rows: 40, agree: acceptedIndicator },
  measurement: {
    rows: 160,
    agree: (row, context) => {
      acceptedIndicator(row, context);
      if (context.draw.chance(0.6)) row.status = "ACCEPTED";
      row.accepted_at = row.status === "ACCEPTED" ? row.created_at : null;
      if (row.action_id) planOfAction(row, context);
    },
  },
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
    agree: (row, context) => {
      row.action_ids = some("action", 3, context);
      row.measurement_ids = some("measurement", 3, context);
    },
  },
  action_finding: {
    rows: 50,
    agree: (row, context) => {
      planOfAction(row, context);
      row.university_id = context.known.row("assessment", row.assessment_id).university_id;
    },
  },
  finding_reply: {
    rows: 40,
    agree: (row, { known }) => {
      row.action_id = known.row("action_finding", row.finding_id).action_id;
    },
  },
  review: { rows: 30 },
  saved_view: {
    rows: 30,
    agree: (row, { draw, known }) => {
      const keys = known.ids("api_key");
      const isOfPerson = draw.chance(0.7) || keys.length === 0;
      row.holder = draw.pick(isOfPerson ? known.ids("user_account") : keys);
      row.user_id = isOfPerson ? row.holder : null;
      // Those of the platform are public, and ship with the hub.
      row.organisation_id ??= draw.pick(known.ids("organisation"));
      if (row.audience !== "PARTICIPANTS") row.plan_id = null;
      else row.plan_id ??= draw.pick(known.ids("action_plan"));
      Object.assign(row, { kind: "TABLE", dataset: "ACTIONS", columns: ["id"], where: null });
      for (const name of ["group_by", "matrix_rows", "matrix_columns", "measures"]) row[name] = [];
      Object.assign(row, { parameters: [], order_by: [], chart: null, page_size: 50 });
    },
  },
  view_star: {
    rows: 30,
    agree: (row, { draw, known }) => {
      row.holder = draw.pick(known.ids("user_account"));
    },
  },
  comment: {
    rows: 60,
    agree: (row, context) => {
      const { draw, known } = context;
      // About one subject; a reply is about its first comment's.
      const first = known.of("comment").find(({ id }) => id === row.reply_to_id);
      if (!first || first.reply_to_id) row.reply_to_id = null;
      const subjects = ["action_id", "outcome_id", "assessment_id", "view_id"];
      const kept = first && !first.reply_to_id ? null : draw.pick(subjects);
      for (const name of subjects) {
        if (kept === null) row[name] = first?.[name];
        else if (name !== kept) row[name] = null;
        else row[name] ??= draw.pick(known.ids(subjectTable(name)));
      }
      row.body = row.taken_back_at === null ? (row.body ?? "Tanggapan") : null;
      row.mentioned_organisation_ids = row.body === null ? [] : some("organisation", 2, context);
      row.mentioned_person_ids = row.body === null ? [] : some("user_account", 2, context);
    },
  },
  table_import: { rows: 20 },
  export_job: { rows: 20 },
  webhook: { rows: 12 },
  webhook_delivery: {
    rows: 40,
    agree: (row) => {
      row.message_id = `${row.webhook_id}.${row.position}`;
    },
  },
};
