import { isId, newId } from "../../../platform/ids.js";
import { TimeSlice } from "../../../platform/time-slice.js";
import { sql } from "../../../reading/index.js";
import type { Work } from "../../common/index.js";
import { newGroupMeasurement } from "../../enterprises/index.js";
import { importNew, type Known } from "../attempt.js";
import { columnsOf, type Importer, ownedColumns, type TableForm } from "../importer.js";
import { DuplicateRows } from "../rows/duplicate-rows.js";
import type { RowCells } from "../rows/row-cells.js";
import { sourceColumns, sourceOf } from "../rows/source-columns.js";
import { correctingResults } from "./result-correction.js";
import { resultSource } from "./result-source.js";

interface Results {
  groupId: string;
  organisationId: string | null;
  period: string;
  revenue: string | null;
  jobs: number | null;
  note: string | null;
}

const differs = [
  "period",
  {
    en: "is already recorded with other figures; send the table in the mode CORRECT to correct it",
    id: "sudah tercatat dengan angka lain; kirim tabel dengan mode CORRECT untuk mengoreksinya",
  },
] as const;

/** The importer of revenue and jobs of groups: one group and period in a row. */
class ResultImporter implements Importer {
  private readonly duplicates = new DuplicateRows("period", {
    en: "is of the same group and period as row",
    id: "kelompok dan periode yang sama dengan baris",
  });

  constructor(
    private readonly work: Work,
    private readonly organisation: string | undefined,
  ) {}

  async importRows(rows: readonly RowCells[]): Promise<void> {
    const slice = new TimeSlice();
    for (const cells of rows) {
      await this.row(cells);
      await slice.pause();
    }
  }

  private async row(cells: RowCells): Promise<void> {
    const input = {
      groupId: cells.requiredText("group", 36).toLowerCase(),
      organisationId: this.organisation ?? null,
      period: cells.period("period"),
      revenue: cells.money("revenue"),
      jobs: cells.whole("jobs"),
      note: cells.text("note", 2000, "several"),
      sources: sourceOf(cells),
    };
    if (input.groupId && !isId(input.groupId)) {
      cells.fault("group", { en: "must be a group's id", id: "harus id kelompok" });
    }
    this.duplicates.check(cells, `${input.groupId} ${input.period}`);
    if (cells.faults.length > 0) return;
    const known = await this.known(input);
    const make = () => newGroupMeasurement(this.work, newId(), input);
    await importNew(cells, known, differs, make);
  }

  private async known({ groupId, period, revenue, jobs, note }: Results) {
    const statement = sql<Known>`
      select id, (revenue, jobs) is not distinct from (${revenue}::bigint, ${jobs}::int)
        and ${note}::text is not distinct from note as same
      from group_measurement where group_id = ${groupId} and period = ${period}
        and organisation_id is not distinct from ${this.organisation ?? null}::uuid`;
    const { rows } = await statement.execute(this.work.em.getKysely());
    return rows[0];
  }
}

/** The table of groups' revenue and jobs. */
export const resultForm: TableForm = {
  columns: [...columnsOf("group!", "period!", "revenue", "jobs", "note"), ...sourceColumns],
  exported: ownedColumns,
  source: resultSource,
  correcting: correctingResults,
  begin: (work, organisation) => new ResultImporter(work, organisation),
};
