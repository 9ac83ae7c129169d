import { can, scopeOf } from "../../../access/index.js";
import { createRows, type NewRow } from "../../../ledger/index.js";
import { newId } from "../../../platform/ids.js";
import { TimeSlice } from "../../../platform/time-slice.js";
import { type Class, nounOf, rowOf, sql } from "../../../reading/index.js";
import { periodFields, type Work } from "../../common/index.js";
import {
  acceptanceFaults,
  figureFaults,
  holdsPlace,
  Indicator,
  indicatorFacts,
  Measurement,
  mayRecordMeasurement,
  measurementScope,
  placeFaults,
  recordingFacts,
  standingOf,
} from "../../indicators/index.js";
import { Action } from "../../plans/index.js";
import { Area } from "../../programmes/index.js";
import { columnsOf, type Importer, ownedColumns, type TableForm } from "../importer.js";
import { DuplicateRows } from "../rows/duplicate-rows.js";
import type { RowCells } from "../rows/row-cells.js";
import { sourceColumns, sourceOf } from "../rows/source-columns.js";
import { correctingMeasurements } from "./measurement-correction.js";
import { type MeasurementRow, measurementRow } from "./measurement-row.js";
import { measurementSource } from "./measurement-source.js";

/** The things that the rows of a batch refer to, by their names. */
interface Targets {
  indicators: ReadonlyMap<string, Indicator>;
  areas: ReadonlyMap<string, Area>;
  actions: ReadonlyMap<string, Action>;
}

/** A row with its targets. */
interface ResolvedRow extends MeasurementRow {
  of: Indicator;
  where: Area | null;
  effect: Action | null;
}

/** An existing measurement: its id and figures. */
interface Recorded {
  id: string;
  figures: string;
}

const unknown = { en: "is not known", id: "tidak dikenal" };
const forbidden = {
  en: "your roles do not allow this for the organisation",
  id: "peran Anda tidak mengizinkan ini untuk lembaga itu",
};
const byName = <T>(things: readonly T[], name: (thing: T) => string): Map<string, T> =>
  new Map(things.map((thing) => [name(thing), thing]));

/** The names in the rows, each once. */
const names = (rows: readonly MeasurementRow[], of: "indicator" | "area" | "action"): string[] => [
  ...new Set(rows.map((row) => row[of]).filter((name) => name !== null)),
];

/** The fields in which two measurements of the same key can differ. */
const figureFields = [
  ...(["value", "numerator", "denominator", "isBaseline", "disaggregation"] as const),
  ...(["note", "action"] as const),
];
type Figures = Pick<MeasurementRow, (typeof figureFields)[number]>;

/** A measurement as it is found: its id, its key and its figures. */
type FoundRow = Figures &
  Record<"id" | "indicator" | "period", string> &
  Record<"region" | "area", string | null>;

/** The figures of a measurement as one text, to compare two measurements. */
const figures = (row: Figures): string => JSON.stringify(figureFields.map((field) => row[field]));

/** The importer of measurements: one in a row. It adds new ones only; mode CORRECT corrects those that there are (measurement-correction.ts). */
class MeasurementImporter implements Importer {
  private readonly duplicates = new DuplicateRows("period", {
    en: "is the same measurement as row",
    id: "pengukuran yang sama dengan baris",
  });
  private readonly allowed = new Map<string, Promise<boolean>>();
  private made: NewRow[] = [];

  constructor(
    private readonly work: Work,
    private readonly organisation: string | undefined,
  ) {}

  async importRows(rows: readonly RowCells[]): Promise<void> {
    const slice = new TimeSlice();
    const all: MeasurementRow[] = [];
    for (const cells of rows) {
      all.push(measurementRow(cells));
      await slice.pause();
    }
    const targets = await this.targets(all);
    const resolved: ResolvedRow[] = [];
    for (const row of all) {
      const found = await this.resolve(row, targets);
      if (found && this.isValid(found)) resolved.push(found);
      await slice.pause();
    }
    const known = await this.known(resolved);
    this.made = [];
    for (const row of resolved) {
      this.finish(row, known.get(keyOf(row)));
      await slice.pause();
    }
  }

  /** Creates the new ones: without the unit of work, for there may be a hundred thousand. */
  write(): Promise<void> {
    return createRows(this.work.em, Measurement, this.made);
  }

  private async targets(rows: readonly MeasurementRow[]): Promise<Targets> {
    const { em } = this.work;
    const keys = names(rows, "indicator");
    const indicators = await em.find(
      Indicator,
      { id: await this.visibleIds(Indicator, "key", keys) },
      { populate: ["programme"] },
    );
    const areas = await em.find(Area, { key: names(rows, "area") });
    const actions = await em.find(Action, {
      id: await this.visibleIds(Action, "id", names(rows, "action")),
    });
    return {
      indicators: byName(indicators, ({ key }) => key),
      areas: byName(areas, ({ key }) => key),
      actions: byName(actions, ({ id }) => id),
    };
  }

  /** The ids of the rows of a class with these texts in a column that the requester can see. */
  private async visibleIds(
    target: Class,
    column: string,
    texts: readonly string[],
  ): Promise<string[]> {
    const { em, viewer } = this.work;
    const row = rowOf(target);
    const seen = await sql<{ id: string }>`select ${row.column("id")} from ${row.source}
      where ${row.column(column)}::text = any(${texts}::text[])
        and ${nounOf(target).visible(scopeOf(viewer), row)}`.execute(em.getKysely());
    return seen.rows.map(({ id }) => id);
  }

  /** The row with its targets; undefined if one is unknown. Also checks that the organisation may record it. */
  private async resolve(row: MeasurementRow, targets: Targets): Promise<ResolvedRow | undefined> {
    const { cells, indicator, area, action } = row;
    const of = targets.indicators.get(indicator);
    const where = area === null ? null : targets.areas.get(area);
    const effect = action === null ? null : targets.actions.get(action);
    if (!of && indicator) cells.fault("indicator", unknown);
    if (where === undefined) cells.fault("area", unknown);
    if (effect === undefined) cells.fault("action", unknown);
    if (!of || where === undefined || effect === undefined) return undefined;
    if (!(await this.mayRecord(of, effect))) cells.fault("indicator", forbidden);
    return { ...row, of, where, effect };
  }

  private mayRecord(indicator: Indicator, action: Action | null): Promise<boolean> {
    const key = `${indicator.id} ${action?.id}`;
    const known = this.allowed.get(key);
    if (known) return known;
    const facts = recordingFacts(this.work, indicator, action, this.organisation);
    const allowed = facts.then((of) => Boolean(can(this.work.viewer, mayRecordMeasurement, of)));
    this.allowed.set(key, allowed);
    return allowed;
  }

  private isValid(row: ResolvedRow): boolean {
    const { cells, of, region, area } = row;
    cells.addFaults(acceptanceFaults(of, "input.indicator"));
    cells.addFaults(figureFaults(of, row, "input"));
    cells.addFaults(placeFaults(region, area, "input"), { areaId: "area" });
    this.duplicates.check(cells, keyOf(row));
    return cells.faults.length === 0;
  }

  /** The existing measurements of the organisation for these rows, by the same keys. */
  private async known(rows: readonly ResolvedRow[]): Promise<Map<string, Recorded>> {
    const columns = {
      indicator: rows.map(({ of }) => of.id),
      period: rows.map(({ period }) => period),
      region: rows.map(({ region }) => region),
      area: rows.map(({ where }) => where?.id ?? null),
    };
    const by = this.organisation
      ? sql`m.organisation_id = ${this.organisation}`
      : sql`m.organisation_id is null`;
    // One branch for each kind of place, with equalities that the unique index can answer.
    const places = [
      sql`m.region_id = given.region and m.area_id is null`,
      sql`m.area_id = given.area and m.region_id is null`,
      sql`given.region is null and given.area is null and m.region_id is null and m.area_id is null`,
    ];
    const branches = places.map(
      (place) => sql`select m.* from given join measurement m
        on m.indicator_id = given.indicator and m.period = given.period and ${place} and ${by}
          and ${holdsPlace(sql`m.status`)}`,
    );
    const statement = sql<FoundRow>`
      with given as materialized (select * from unnest(${columns.indicator}::uuid[], ${columns.period}::text[],
        ${columns.region}::text[], ${columns.area}::uuid[]) as given(indicator, period, region, area))
      select m.id, m.indicator_id as indicator, m.period, m.region_id as region, m.area_id as area, m.value,
        m.numerator, m.denominator, m.is_baseline as "isBaseline", m.disaggregation, m.note,
        m.action_id as action
      from (${sql.join(branches, sql` union all `)}) as m`;
    const { rows: found } = await statement.execute(this.work.em.getKysely());
    const entries = found.map((row): [string, Recorded] => {
      const { id, indicator, period, region, area, ...rest } = row;
      const key = textOf([indicator, period, region, area]);
      return [key, { id, figures: figures(rest) }];
    });
    return new Map(entries);
  }

  private finish(row: ResolvedRow, known: Recorded | undefined): void {
    const sources = sourceOf(row.cells);
    row.cells.checkId(known?.id);
    if (row.cells.faults.length > 0) return;
    row.cells.outcome = { kind: known ? "UNCHANGED" : "NEW" };
    if (known && known.figures !== figures(row)) {
      row.cells.fault("value", {
        en: "is already recorded with other figures; send the table in the mode CORRECT to correct it",
        id: "sudah tercatat dengan angka lain; kirim tabel dengan mode CORRECT untuk mengoreksinya",
      });
    } else if (!known) this.create(row, sources);
  }

  private create(row: ResolvedRow, sources: ReturnType<typeof sourceOf>): void {
    const { of, where, effect, region, period, value, numerator, denominator } = row;
    const { isBaseline, disaggregation, note } = row;
    const organisation = this.organisation ? { id: this.organisation } : null;
    const plan = effect?.plan;
    this.made.push({
      id: newId(),
      values: {
        indicator: of.id,
        region,
        area: where?.id ?? null,
        ...periodFields(period),
        ...{ value, numerator, denominator, isBaseline, disaggregation, note },
        ...standingOf(indicatorFacts(of), this.organisation),
        organisation: organisation?.id ?? null,
        action: effect?.id ?? null,
        plan: plan?.id ?? null,
        sources,
      },
      scope: measurementScope({ indicator: of, action: effect, plan, area: where, organisation }),
    });
  }
}

const textOf = (parts: readonly unknown[]): string => parts.map((part) => part ?? "").join(" ");

/** The key by which a measurement is unique within its organisation. */
const keyOf = ({ of, period, region, where }: ResolvedRow): string =>
  textOf([of.id, period, region, where?.id]);

/** The table of measurements. */
export const measurementForm: TableForm = {
  columns: [
    ...columnsOf("indicator!", "period!", "value!", "region", "area", "numerator", "denominator"),
    ...columnsOf("baseline", "disaggregation", "action", "note"),
    ...sourceColumns,
  ],
  checked: columnsOf("region name"),
  places: ["region"],
  batchRows: 1000,
  exported: ownedColumns,
  source: measurementSource,
  correcting: correctingMeasurements,
  begin: (work, organisation) => new MeasurementImporter(work, organisation),
};
