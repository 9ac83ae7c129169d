import { can, scopeOf } from "../../../access/index.js";
import { newId } from "../../../platform/ids.js";
import { nounOf, rowOf, sql } from "../../../reading/index.js";
import { Disaggregation, periodFields, type Work } from "../../common/index.js";
import {
  figureFaults,
  Indicator,
  Measurement,
  mayRecordMeasurement,
  placeFaults,
  recordingFacts,
  type StoredCount,
} from "../../indicators/index.js";
import { Action } from "../../plans/index.js";
import { Area } from "../../programmes/index.js";
import { Region } from "../../regions/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { columnsOf, type Importer, type TableForm } from "../importer.js";
import { DuplicateRows } from "../rows/duplicate-rows.js";
import type { RowCells } from "../rows/row-cells.js";
import { sourceColumns, sourceOf } from "../rows/source-columns.js";
import { measurementSource } from "./measurement-source.js";

/** A measurement as a row tells it, before what it names is looked up. */
interface Told {
  cells: RowCells;
  indicator: string;
  region: string | null;
  area: string | null;
  action: string | null;
  period: string;
  value: number;
  numerator: number | null;
  denominator: number | null;
  isBaseline: boolean;
  disaggregation: StoredCount[];
  note: string | null;
}

/** What the rows of a batch name, by the names that they give. */
interface Named {
  indicators: ReadonlyMap<string, Indicator>;
  areas: ReadonlyMap<string, Area>;
  regions: ReadonlySet<string>;
  actions: ReadonlyMap<string, Action>;
}

/** A row whose names are known. */
interface Placed extends Told {
  of: Indicator;
  where: Area | null;
  effect: Action | null;
}

/** A measurement that is there already: its id and what it says. */
interface Recorded {
  id: string;
  figures: string;
}

const unknown = { en: "is not known", id: "tidak dikenal" };
const forbidden = {
  en: "your roles do not allow this for the organisation",
  id: "peran Anda tidak mengizinkan ini untuk lembaga itu",
};
const countForm = /^(SEX|AGE_BAND|DISABILITY) (.{1,50})=(\d{1,10})$/i;

/** Counts as `SEX women=12; SEX men=10; AGE_BAND 15-24=3`. */
function countsIn(cells: RowCells): StoredCount[] {
  const text = cells.text("disaggregation", 5000) ?? "";
  const parts = text.split(";").map((part) => part.trim());
  return parts.filter(Boolean).flatMap((part) => {
    const [, by = "", value = "", count = ""] = countForm.exec(part) ?? [];
    if (by)
      return [
        { by: by.toUpperCase() as Disaggregation, count: Number(count), value: value.trim() },
      ];
    cells.fault("disaggregation", {
      en: "must be as: SEX women=12; AGE_BAND 15-24=3",
      id: "harus seperti: SEX women=12; AGE_BAND 15-24=3",
    });
    return [];
  });
}

const told = (cells: RowCells): Told => ({
  cells,
  indicator: cells.textNeeded("indicator", 80),
  region: cells.text("region", 13),
  area: cells.text("area", 80),
  action: cells.text("action", 36)?.toLowerCase() ?? null,
  period: cells.period("period"),
  value: cells.numberNeeded("value"),
  numerator: cells.number("numerator"),
  denominator: cells.number("denominator"),
  isBaseline: cells.boolean("baseline") ?? false,
  disaggregation: countsIn(cells),
  note: cells.text("note", 2000),
});

const byName = <T>(things: readonly T[], name: (thing: T) => string): Map<string, T> =>
  new Map(things.map((thing) => [name(thing), thing]));

/** The names that rows give, each once. */
const names = (rows: readonly Told[], of: "indicator" | "region" | "area" | "action"): string[] => [
  ...new Set(rows.map((row) => row[of]).filter((name) => name !== null)),
];

/** The figures that tell whether two measurements say the same. */
const figures = ({
  value,
  numerator,
  denominator,
  isBaseline,
  disaggregation,
  note,
  action,
}: Omit<Told, "cells">) =>
  JSON.stringify([value, numerator, denominator, isBaseline, disaggregation, note, action]);

/** Measurements: one a row, new ones only; a figure that changed is corrected by a mutation. */
class MeasurementTaker implements Importer {
  unchanged = 0;
  private readonly met = new DuplicateRows("period", {
    en: "is the same measurement as row",
    id: "pengukuran yang sama dengan baris",
  });
  private readonly allowed = new Map<string, Promise<boolean>>();

  constructor(
    private readonly work: Work,
    private readonly organisation: string | undefined,
  ) {}

  async take(rows: readonly RowCells[]): Promise<void> {
    const all = rows.map(told);
    const named = await this.named(all);
    const placed: Placed[] = [];
    for (const row of all) {
      const found = await this.place(row, named);
      if (found && this.isSound(found)) placed.push(found);
    }
    const known = await this.known(placed);
    for (const row of placed) this.settle(row, known.get(keyOf(row)));
  }

  private async named(rows: readonly Told[]): Promise<Named> {
    const { em, viewer } = this.work;
    const kysely = em.getKysely();
    const indicators = await em.find(Indicator, { key: names(rows, "indicator") } as never, {
      populate: ["programme"] as never,
    });
    const areas = await em.find(Area, { key: names(rows, "area") } as never);
    const regions = await sql<{ code: string }>`
      select code from region where code = any(${names(rows, "region")}::text[])`.execute(kysely);
    const action = rowOf(Action);
    const seen = await sql<{ id: string }>`select ${action.column("id")} from ${action.source}
      where ${action.column("id")}::text = any(${names(rows, "action")}::text[])
        and ${nounOf(Action).visible(scopeOf(viewer), action)}`.execute(kysely);
    const actions = await em.find(Action, { id: seen.rows.map(({ id }) => id) } as never);
    return {
      indicators: byName(indicators, ({ key }) => key),
      areas: byName(areas, ({ key }) => key),
      regions: new Set(regions.rows.map(({ code }) => code)),
      actions: byName(actions, ({ id }) => id),
    };
  }

  /** The row with what it names, where that is there and the organisation may record it. */
  private async place(row: Told, named: Named): Promise<Placed | undefined> {
    const { cells, indicator, region, area, action } = row;
    const of = named.indicators.get(indicator);
    const where = area === null ? null : named.areas.get(area);
    const effect = action === null ? null : named.actions.get(action);
    if (!of && indicator) cells.fault("indicator", unknown);
    if (where === undefined) cells.fault("area", unknown);
    if (region !== null && !named.regions.has(region)) cells.fault("region", unknown);
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

  private isSound(row: Placed): boolean {
    const { cells, of, region, area } = row;
    cells.tell(figureFaults(of, row, "input"));
    cells.tell(placeFaults(region, area, "input"), { areaId: "area" });
    this.met.note(cells, keyOf(row));
    return cells.faults.length === 0;
  }

  /** What the organisation has recorded of the same already, by the same keys. */
  private async known(rows: readonly Placed[]): Promise<Map<string, Recorded>> {
    const columns = {
      indicator: rows.map(({ of }) => of.id),
      period: rows.map(({ period }) => period),
      region: rows.map(({ region }) => region),
      area: rows.map(({ where }) => where?.id ?? null),
    };
    const by = this.organisation
      ? sql`m.organisation_id = ${this.organisation}`
      : sql`m.organisation_id is null`;
    // One branch for each sort of place, each with equalities that the unique index answers.
    const places = [
      sql`m.region_id = told.region and m.area_id is null`,
      sql`m.area_id = told.area and m.region_id is null`,
      sql`told.region is null and told.area is null and m.region_id is null and m.area_id is null`,
    ];
    const branches = places.map(
      (place) => sql`select m.* from told join measurement m
        on m.indicator_id = told.indicator and m.period = told.period and ${place} and ${by}`,
    );
    const statement = sql<Record<string, unknown>>`
      with told as materialized (select * from unnest(${columns.indicator}::uuid[], ${columns.period}::text[],
        ${columns.region}::text[], ${columns.area}::uuid[]) as told(indicator, period, region, area))
      select m.id, m.indicator_id as indicator, m.period, m.region_id as region, m.area_id as area, m.value,
        m.numerator, m.denominator, m.is_baseline as "isBaseline", m.disaggregation, m.note,
        m.action_id as action
      from (${sql.join(branches, sql` union all `)}) as m`;
    const { rows: found } = await statement.execute(this.work.em.getKysely());
    const entries = found.map((row): [string, Recorded] => {
      const { id, indicator, period, region, area, ...said } = row;
      const key = textOf([indicator, period, region, area]);
      return [key, { id: String(id), figures: figures(said as never) }];
    });
    return new Map(entries);
  }

  private settle(row: Placed, known: Recorded | undefined): void {
    const sources = sourceOf(row.cells);
    row.cells.checkId(known?.id);
    if (row.cells.faults.length > 0) return;
    if (known?.figures === figures(row)) this.unchanged += 1;
    else if (known) {
      row.cells.fault("value", {
        en: "is recorded with other figures already: correct that with correctMeasurement",
        id: "sudah tercatat dengan angka lain: koreksi dengan correctMeasurement",
      });
    } else this.create(row, sources);
  }

  private create(row: Placed, sources: ReturnType<typeof sourceOf>): void {
    const { em } = this.work;
    const { of, where, effect, region, period, value, numerator, denominator } = row;
    const { isBaseline, disaggregation, note } = row;
    this.work.create(Measurement, {
      id: newId(),
      indicator: of,
      region: region === null ? null : em.getReference(Region, region as never),
      area: where,
      ...periodFields(period),
      ...{ value, numerator, denominator, isBaseline, disaggregation, note },
      organisation: this.organisation
        ? em.getReference(Organisation, this.organisation as never)
        : null,
      action: effect,
      plan: effect?.plan ?? null,
      sources,
    });
  }
}

const textOf = (parts: readonly unknown[]): string => parts.map((part) => part ?? "").join(" ");

/** What a measurement is one of a kind by, within its organisation. */
const keyOf = ({ of, period, region, where }: Placed): string =>
  textOf([of.id, period, region, where?.id]);

/** The table of measurements. */
export const measurementForm: TableForm = {
  columns: [
    ...columnsOf("indicator!", "period!", "value!", "region", "area", "numerator", "denominator"),
    ...columnsOf("baseline", "disaggregation", "action", "note"),
    ...sourceColumns,
  ],
  isOwned: true,
  source: measurementSource,
  begin: (work, organisation) => new MeasurementTaker(work, organisation),
};
