import type { EntityManager } from "@mikro-orm/postgresql";
import { StagedLines } from "../../ledger/index.js";
import type { FileStore, SpooledFile } from "../../platform/files/index.js";
import {
  CellFaults,
  decimalsOf,
  errorColumn,
  type NumberForm,
  readCsv,
  type TableColumn,
  type TableRow,
} from "../../platform/tables/index.js";
import type { Work } from "../common/index.js";
import type { CodeSystem } from "../regions/index.js";
import { Organisation } from "../stakeholders/index.js";
import { CorrectingImporter } from "./corrections/correcting-importer.js";
import { ImportMode } from "./enums.js";
import type { Importer, TableForm } from "./importer.js";
import { RegionCells } from "./rows/region-cells.js";
import { RejectedRows } from "./rows/rejected-rows.js";
import { RowCells } from "./rows/row-cells.js";
import { RowReport } from "./rows/row-report.js";
import { WrittenRows } from "./rows/written-rows.js";

/** The progress of an import. */
export interface ImportProgress {
  /** READING while rows are checked and written, RECORDING while their changes enter the ledger. */
  step: "READING" | "RECORDING";
  rows: number;
  refused: number;
}

/** The number of rows that are read, checked and written together by the unit of work. */
const usualBatch = 250;

/** The key of the sending organisation; empty for an operator without one. */
async function keyOf(em: EntityManager, id: string | undefined): Promise<string> {
  const organisation = id && (await em.findOne(Organisation, { id }));
  return organisation ? organisation.key : "";
}

/** Checks the sender: a row that the hub exported names its organisation, which must be the sender. */
function checkOwner(cells: RowCells, sender: string): void {
  const owner = cells.row.text("organisation");
  if (owner === "" || owner === sender) return;
  cells.fault("organisation", {
    en: "is not the organisation that sends the table",
    id: "bukan lembaga yang mengirim tabel",
  });
}

/** The columns that a table may have. */
function acceptedColumns({ columns, checked = [], exported }: TableForm): TableColumn[] {
  // A corrected table of wrong rows still has the column for their faults.
  const faults = { name: errorColumn, needed: false };
  return [...columns, ...checked, ...exported, faults];
}

/**
 * Reads a table to its end, and throws at its first fault of form: an unknown column, a row too many, a
 * cell that is too long. Nothing is known of its rows then, nor asked.
 */
export async function checkForm(form: TableForm, content: AsyncIterable<Buffer>): Promise<void> {
  const { rows } = await readCsv(content, acceptedColumns(form));
  for await (const _ of rows);
}

interface RunOptions {
  mode: ImportMode;
  /** True for a dry run: the transaction will be rolled back, so nothing goes to the ledger or the files. */
  check: boolean;
  organisation: string | undefined;
  numbers: NumberForm | null;
  /** The system of its regions' codes. */
  codes: CodeSystem;
  progress(state: ImportProgress): void;
}

/** The import of one table: it is read, checked and written batch by batch. */
export class ImportRun {
  private readonly faults = new CellFaults();
  private readonly em: EntityManager;
  private readonly report = new RowReport();

  constructor(
    private readonly work: Work,
    private readonly form: TableForm,
    private readonly options: RunOptions,
  ) {
    this.em = work.em;
  }

  async run(file: SpooledFile, files: FileStore) {
    const { progress, numbers, codes, check } = this.options;
    const table = await readCsv(file.open(), acceptedColumns(this.form));
    const rejected = new RejectedRows(files, table);
    const staged = await StagedLines.open(this.em);
    const importer = await this.importer();
    const { places = [] } = this.form;
    const regions = new RegionCells(this.work, places, codes);
    await regions.checkSystem();
    let rejectedKey: string | undefined;
    try {
      for await (const batch of batches(table.rows, numbers, this.form.batchRows)) {
        await regions.check(batch);
        await importer.importRows(batch);
        await this.finish(batch, importer, staged, rejected);
        progress({ step: "READING", ...this.counts });
      }
      if (this.isRefused && !check) throw this.faults.error(this.counts);
    } finally {
      rejectedKey = await rejected.end();
    }
    if (!check) progress({ step: "RECORDING", ...this.counts });
    const { report, faults } = this;
    const taken = this.isRefused ? 0 : report.taken;
    return { report, faults, taken, rejectedKey: rejectedKey ?? null };
  }

  /** The importer of the mode. */
  private async importer(): Promise<Importer> {
    const { work, form } = this;
    const { mode, organisation, numbers } = this.options;
    const decimals = decimalsOf(numbers);
    const key = await keyOf(this.em, organisation);
    if (mode === ImportMode.CORRECT) {
      const correcting = form.correcting(work, organisation);
      return new CorrectingImporter(work, form.source, { key, decimals }, correcting);
    }
    const importer = form.begin(work, organisation);
    const written = new WrittenRows(work, form, decimals);
    return {
      async importRows(rows) {
        const others = await written.others(rows);
        for (const cells of others) checkOwner(cells, key);
        if (others.length > 0) await importer.importRows(others);
      },
      write: async () => importer.write?.(),
    };
  }

  /** Writes the results of a batch, unless the import will be refused, and releases its memory. */
  private async finish(
    batch: readonly RowCells[],
    importer: Importer,
    staged: StagedLines,
    rejected: RejectedRows,
  ) {
    const { mode, check } = this.options;
    for (const cells of batch) {
      this.report.add(cells);
      for (const fault of cells.faults) this.faults.add(fault);
      const isWrong = cells.faults.length > 0;
      if (isWrong && mode === ImportMode.VALID && !check) await rejected.add(cells);
    }
    if (this.isRefused) {
      // The import will be refused: the remaining rows are only checked.
      this.em.clear();
      return;
    }
    await importer.write?.();
    await this.em.flush();
    await staged.stage();
    this.em.clear();
  }

  /** True if the table is wrong and its mode then takes nothing of it. */
  private get isRefused(): boolean {
    return this.options.mode !== ImportMode.VALID && this.faults.count > 0;
  }

  private get counts(): Pick<RowReport, "rows" | "refused"> {
    const { rows, refused } = this.report;
    return { rows, refused };
  }
}

/** The rows in batches. */
async function* batches(
  rows: AsyncIterable<TableRow>,
  numbers: NumberForm | null,
  batchRows = usualBatch,
): AsyncGenerator<RowCells[]> {
  let batch: RowCells[] = [];
  for await (const row of rows) {
    batch.push(new RowCells(row, numbers));
    if (batch.length < batchRows) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
