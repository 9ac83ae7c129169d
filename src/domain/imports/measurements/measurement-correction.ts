import { badField } from "../../../platform/errors.js";
import { sql } from "../../../reading/index.js";
import type { Work } from "../../common/index.js";
import {
  type CorrectMeasurementInput,
  correctFigures,
  holdsPlace,
  Measurement,
  MeasurementStatus,
  mayCorrectMeasurement,
  measurementOnce,
} from "../../indicators/index.js";
import type { Correcting } from "../corrections/correcting-importer.js";
import {
  correctingNouns,
  idsByPlace,
  type NounCorrection,
  type Part,
} from "../corrections/noun-correction.js";
import { sourceParts } from "../corrections/source-part.js";
import type { RowCells } from "../rows/row-cells.js";
import { countsIn } from "./counts-cell.js";

type Input = Omit<CorrectMeasurementInput, "id" | "expectedVersion">;

const parts: Record<string, Part<Measurement, Input>> = {
  period: {
    said: (cells) => ({ period: cells.period("period") }),
    now: ({ period }) => ({ period }),
  },
  value: {
    said: (cells) => ({ value: cells.requiredNumber("value") }),
    now: ({ value }) => ({ value }),
  },
  numerator: {
    said: (cells) => ({ numerator: cells.number("numerator") }),
    now: ({ numerator = null }) => ({ numerator }),
  },
  denominator: {
    said: (cells) => ({ denominator: cells.number("denominator") }),
    now: ({ denominator = null }) => ({ denominator }),
  },
  baseline: {
    said: (cells) => ({ isBaseline: cells.boolean("baseline") ?? false }),
    now: ({ isBaseline }) => ({ isBaseline }),
  },
  disaggregation: {
    said: (cells) => ({ disaggregation: countsIn(cells) }),
    now: ({ disaggregation }) => ({ disaggregation }),
  },
  note: {
    said: (cells) => ({ note: cells.text("note", 2000, "several") }),
    now: ({ note = null }) => ({ note }),
  },
  ...sourceParts<Measurement, Input>(),
};

/** The measurements of the sender by indicator, period and place. */
async function idsOf(rows: readonly RowCells[], work: Work, sender: string | undefined) {
  const texts = (column: string) => rows.map((cells) => cells.row.text(column) || null);
  const regions = rows.map((cells) => cells.regionCode("region") || null);
  const statement = sql<{ place: string; id: string }>`
    select given.place, m.id
    from unnest(${texts("indicator")}::text[], ${texts("period")}::text[], ${regions}::text[],
      ${texts("area")}::text[]) with ordinality as given(indicator, period, region, area, place)
    join indicator i on i.key = given.indicator
    left join area a on a.key = given.area
    join measurement m on m.indicator_id = i.id and m.period = given.period
      and m.region_id is not distinct from given.region and m.area_id is not distinct from a.id
      and m.organisation_id is not distinct from ${sender ?? null}::uuid
      and ${holdsPlace(sql`m.status`)}
    where given.area is null or a.id is not null`;
  return idsByPlace(work, rows.length, statement);
}

/** Refuses another period that the sender measured already, at its cell. */
async function checkFree({ id }: Measurement, period: string, { em }: Work): Promise<void> {
  const statement = sql`
    select 1 from measurement m join measurement other on other.id <> m.id
      and other.indicator_id = m.indicator_id and other.period = ${period}
      and other.region_id is not distinct from m.region_id
      and other.area_id is not distinct from m.area_id
      and other.organisation_id is not distinct from m.organisation_id
      and ${holdsPlace(sql`other.status`)}
    where m.id = ${id}`;
  const { rows } = await statement.execute(em.getKysely());
  const { path, en, id: indonesian } = measurementOnce;
  if (rows.length > 0) throw badField(path, en, indonesian);
}

const correction: NounCorrection<Measurement, Input> = {
  target: Measurement,
  populate: ["indicator", "indicator.programme", "action"],
  parts,
  fixed: {
    region: (cells, { region }) => cells.region("region") === (region?.code ?? null),
  },
  may: mayCorrectMeasurement,
  isClosed: ({ status }) =>
    status === MeasurementStatus.REFUSED || status === MeasurementStatus.RETRACTED,
  idsOf,
  async correct(measurement, input, work) {
    if (input.period) await checkFree(measurement, input.period, work);
    correctFigures(measurement, input);
  },
};

/** Corrects measurements by a table. */
export const correctingMeasurements = (work: Work, sender: string | undefined): Correcting =>
  correctingNouns(work, sender, correction);
