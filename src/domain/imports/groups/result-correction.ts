import { isId } from "../../../platform/ids.js";
import { sql } from "../../../reading/index.js";
import type { Work } from "../../common/index.js";
import {
  type CorrectGroupMeasurementInput,
  correctResults,
  GroupMeasurement,
  mayCorrectResults,
} from "../../enterprises/index.js";
import type { Correcting } from "../corrections/correcting-importer.js";
import {
  correctingNouns,
  idsByPlace,
  type NounCorrection,
  type Part,
} from "../corrections/noun-correction.js";
import { sourceParts } from "../corrections/source-part.js";
import type { RowCells } from "../rows/row-cells.js";

type Input = Omit<CorrectGroupMeasurementInput, "id" | "expectedVersion">;

const parts: Record<string, Part<GroupMeasurement, Input>> = {
  period: {
    said: (cells) => ({ period: cells.period("period") }),
    now: ({ period }) => ({ period }),
  },
  revenue: {
    said: (cells) => ({ revenue: cells.money("revenue") }),
    now: ({ revenue = null }) => ({ revenue: revenue === null ? null : String(revenue) }),
  },
  jobs: { said: (cells) => ({ jobs: cells.whole("jobs") }), now: ({ jobs = null }) => ({ jobs }) },
  note: {
    said: (cells) => ({ note: cells.text("note", 2000, "several") }),
    now: ({ note = null }) => ({ note }),
  },
  ...sourceParts<GroupMeasurement, Input>(),
};

/** The results of the sender by group and period. */
async function idsOf(rows: readonly RowCells[], work: Work, sender: string | undefined) {
  const groups = rows.map(({ row }) => (isId(row.text("group")) ? row.text("group") : null));
  const periods = rows.map(({ row }) => row.text("period"));
  const statement = sql<{ place: string; id: string }>`
    select given.place, m.id
    from unnest(${groups}::uuid[], ${periods}::text[]) with ordinality as given(group_id, period, place)
    join group_measurement m on m.group_id = given.group_id and m.period = given.period
      and m.organisation_id is not distinct from ${sender ?? null}::uuid`;
  return idsByPlace(work, rows.length, statement);
}

const correction: NounCorrection<GroupMeasurement, Input> = {
  target: GroupMeasurement,
  populate: ["group"],
  parts,
  may: mayCorrectResults,
  idsOf,
  correct: correctResults,
};

/** Corrects groups' results by a table. */
export const correctingResults = (work: Work, sender: string | undefined): Correcting =>
  correctingNouns(work, sender, correction);
