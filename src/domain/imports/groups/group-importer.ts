import { isId, newId } from "../../../platform/ids.js";
import { TimeSlice } from "../../../platform/time-slice.js";
import { sql } from "../../../reading/index.js";
import type { Work } from "../../common/index.js";
import { EnterpriseJourney, newEnterpriseGroup } from "../../enterprises/index.js";
import { importNew, type Known } from "../attempt.js";
import { columnsOf, type Importer, ownedColumns, type TableForm } from "../importer.js";
import { DuplicateRows } from "../rows/duplicate-rows.js";
import type { RowCells } from "../rows/row-cells.js";
import { sourceColumns, sourceOf } from "../rows/source-columns.js";
import { classificationIn, productsIn, visibilityIn } from "./group-cells.js";
import { correctingGroups } from "./group-correction.js";
import { groupSource } from "./group-source.js";

const differs = [
  "name",
  {
    en: "is already registered with other facts; send the table in the mode CORRECT to change it",
    id: "sudah terdaftar dengan data lain; kirim tabel dengan mode CORRECT untuk mengubahnya",
  },
] as const;

/** The importer of groups of self-employed workers: one in a row, recognised by name, area and village. */
class GroupImporter implements Importer {
  private readonly duplicates = new DuplicateRows("name", {
    en: "is the same group as row",
    id: "kelompok yang sama dengan baris",
  });

  constructor(
    private readonly work: Work,
    private readonly organisation: string | undefined,
  ) {}

  async importRows(rows: readonly RowCells[]): Promise<void> {
    await this.waitForOthers();
    const areas = await this.areas(rows);
    const slice = new TimeSlice();
    for (const cells of rows) {
      await this.row(cells, areas);
      await slice.pause();
    }
  }

  /**
   * Locks the imports of one sender's groups, so that they run one after another. No constraint finds a
   * group that two tables register at once, as names need not be unique.
   */
  private async waitForOthers(): Promise<void> {
    const sender = `groups of ${this.organisation ?? "the operator"}`;
    const wait = sql`select pg_advisory_xact_lock(hashtextextended(${sender}, 0))`;
    await wait.execute(this.work.em.getKysely());
  }

  /** The ids of the areas in the rows, by their keys. */
  private async areas(rows: readonly RowCells[]): Promise<Map<string, string>> {
    const keys = rows.map(({ row }) => row.text("area"));
    const statement = sql<{ key: string; id: string }>`
      select key, id from area where key = any(${keys}::text[])`;
    const found = await statement.execute(this.work.em.getKysely());
    return new Map(found.rows.map(({ key, id }) => [key, id]));
  }

  private async row(cells: RowCells, areas: ReadonlyMap<string, string>): Promise<void> {
    const area = cells.requiredText("area", 80);
    const areaId = areas.get(area) ?? "";
    if (area && !areaId) cells.fault("area", { en: "is not known", id: "tidak dikenal" });
    const input = groupIn(cells, areaId, this.organisation);
    this.duplicates.check(cells, [input.name, areaId, input.villageCode].join(" "));
    if (cells.faults.length > 0) return;
    const known = await this.known(cells, input);
    const make = () => newEnterpriseGroup(this.work, newId(), input);
    await importNew(cells, known, differs, make);
  }

  private async known(cells: RowCells, input: GroupRow): Promise<Known | undefined> {
    const { organisation } = this;
    const { name, areaId, villageCode, members, women, men } = input;
    const isGiven = (column: string) => cells.row.text(column) !== "";
    const facts = [
      sql`(members, women, men) is not distinct from (${members}::int, ${women}::int, ${men}::int)`,
      ...(isGiven("journey") ? [sql`journey::text = ${input.journey}`] : []),
      ...(isGiven("formed on")
        ? [sql`formed_on is not distinct from ${input.formedOn}::date`]
        : []),
      ...(isGiven("products") ? [sql`products = ${JSON.stringify(input.products)}::jsonb`] : []),
      ...(input.classification
        ? [sql`classification is not distinct from ${JSON.stringify(input.classification)}::jsonb`]
        : []),
      ...(isGiven("note") ? [sql`note is not distinct from ${input.note}`] : []),
      ...(isGiven("visibility") ? [sql`visibility::text = ${input.visibility}`] : []),
    ];
    const statement = sql<Known>`
      select id, (${sql.join(facts, sql` and `)}) as same
      from enterprise_group where name = ${name} and area_id = ${areaId}
        and village_id is not distinct from ${villageCode}
        and organisation_id is not distinct from ${organisation ?? null}::uuid
      order by id = ${this.idIn(cells)} desc nulls last, same desc limit 1`;
    const { rows } = await statement.execute(this.work.em.getKysely());
    return rows[0];
  }

  private idIn({ row }: RowCells) {
    const id = row.text("id");
    return sql`${isId(id) ? id : null}::uuid`;
  }
}

type GroupRow = ReturnType<typeof groupIn>;

function groupIn(cells: RowCells, areaId: string, organisationId: string | undefined) {
  return {
    areaId,
    organisationId: organisationId ?? null,
    name: cells.requiredText("name", 200),
    villageCode: cells.region("village"),
    journey: cells.oneOf("journey", EnterpriseJourney) ?? EnterpriseJourney.FORMED,
    formedOn: cells.date("formed on"),
    members: cells.requiredWhole("members"),
    women: cells.whole("women"),
    men: cells.whole("men"),
    products: productsIn(cells),
    classification: classificationIn(cells),
    note: cells.text("note", 2000, "several"),
    visibility: visibilityIn(cells),
    sources: sourceOf(cells),
  };
}

/** The table of groups. */
export const groupForm: TableForm = {
  columns: [
    ...columnsOf("name!", "area!", "members!", "village", "journey", "formed on", "women", "men"),
    ...columnsOf("products", "classification code", "classification version", "note", "visibility"),
    ...sourceColumns,
  ],
  checked: columnsOf("village name"),
  places: ["village"],
  exported: ownedColumns,
  source: groupSource,
  correcting: correctingGroups,
  begin: (work, organisation) => new GroupImporter(work, organisation),
};
