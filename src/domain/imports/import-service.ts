import type { EntityManager } from "@mikro-orm/postgresql";
import { authorise, type Viewer } from "../../access/index.js";
import { type Ledger, StagedLines } from "../../ledger/index.js";
import { badField } from "../../platform/errors.js";
import type { FileStore, SpooledFile } from "../../platform/files/index.js";
import { CellFaults, errorColumn, readCsv, type TableRow } from "../../platform/tables/index.js";
import { type Done, UseCases, type Work } from "../common/index.js";
import { Organisation } from "../stakeholders/index.js";
import { answerForm } from "./answer-taker.js";
import { ImportKind, ImportMode } from "./enums.js";
import { groupForm } from "./group-taker.js";
import { Import } from "./import.js";
import { mayImport } from "./import-policy.js";
import { measurementForm } from "./measurement-taker.js";
import { Rejected } from "./rejected.js";
import { resultForm } from "./result-taker.js";
import { RowCells } from "./row-cells.js";
import type { TableForm } from "./taker.js";

/** The tables that the hub takes. */
export const tableForms: Record<ImportKind, TableForm> = {
  [ImportKind.MEASUREMENTS]: measurementForm,
  [ImportKind.ENTERPRISE_GROUPS]: groupForm,
  [ImportKind.GROUP_MEASUREMENTS]: resultForm,
  [ImportKind.ANSWERS]: answerForm,
};

/** How far an import is. */
export interface ImportProgress {
  /** READING while rows are checked and taken, RECORDING while their changes enter the ledger. */
  step: "READING" | "RECORDING";
  rows: number;
  refused: number;
}

/** A table that comes in. */
export interface ImportInput {
  /** Made by the client, so that what was sent twice is done once. */
  id?: string | null;
  kind: ImportKind;
  mode: ImportMode;
  /** The organisation that sends it; the asker's own where they have one. */
  organisationId?: string | null;
  file: SpooledFile;
  progress(state: ImportProgress): void;
}

/** What came of a table. */
export type Imported = Done & { repeated: boolean } & Pick<
    Import,
    "kind" | "mode" | "rows" | "taken" | "unchanged" | "refused"
  > & { rejected: string | null };

/** How many rows are read, checked and written together. */
const batchRows = 250;

/** Tables that are taken in, each in one transaction. */
export class ImportService extends UseCases {
  constructor(
    ledger: Ledger,
    private readonly files: FileStore,
  ) {
    super(ledger);
  }

  /** Passes for somebody who may send tables for the organisation; before the table comes. */
  check(viewer: Viewer, { organisationId }: Pick<ImportInput, "organisationId">): void {
    authorise(viewer, mayImport, { organisation: senderOf(viewer, organisationId) });
  }

  /**
   * Takes a table: all of it, or its right rows where so asked. Faults are told by cell, and then
   * nothing was taken. The same file under the same id is taken once.
   */
  async importTable(viewer: Viewer, input: ImportInput): Promise<Imported> {
    const { kind, mode, file, progress } = input;
    const organisation = senderOf(viewer, input.organisationId);
    const told = { id: input.id ?? null, kind, mode, organisation, sha256: file.sha256 };
    const done = await this.creating(viewer, "importTable", Import, told, async (work, id) => {
      work.authorise(mayImport, { organisation });
      const { em } = work;
      const run = new Run(work, tableForms[kind], { mode, organisation, progress });
      const figures = await run.take(file, this.files);
      work.create(Import, {
        id,
        ...{ kind, mode, sha256: file.sha256, size: file.size, ...figures },
        organisation: organisation ? em.getReference(Organisation, organisation as never) : null,
        sources: [],
      });
    });
    const taken = await this.ledger.read((em) =>
      em.findOneOrFail(Import, { id: done.id } as never),
    );
    return { ...done, ...shown(taken) };
  }
}

const shown = ({ id, kind, mode, rows, taken, unchanged, refused, rejectedKey }: Import) => ({
  ...{ kind, mode, rows, taken, unchanged, refused },
  rejected: rejectedKey ? `/imports/${id}/rejected.csv` : null,
});

/** Who sends: as asked, else the asker's one organisation; none for an operator of no organisation. */
function senderOf(
  { memberships, operator }: Viewer,
  asked: string | null | undefined,
): string | undefined {
  if (asked) return asked.toLowerCase();
  const [only, ...others] = memberships.keys();
  if (others.length > 0 || (!only && !operator)) {
    throw badField("organisation", "say for which organisation", "sebutkan atas nama lembaga mana");
  }
  return only;
}

interface RunOptions {
  mode: ImportMode;
  organisation: string | undefined;
  progress(state: ImportProgress): void;
}

/** One table on its way in. */
class Run {
  private readonly faults = new CellFaults();
  private readonly em: EntityManager;
  private rows = 0;
  private refused = 0;

  constructor(
    private readonly work: Work,
    private readonly form: TableForm,
    private readonly options: RunOptions,
  ) {
    this.em = work.em;
  }

  async take(file: SpooledFile, files: FileStore) {
    const { progress, organisation } = this.options;
    // Wrong rows that come back corrected still have the column that told what was wrong.
    const columns = [...this.form.columns, { name: errorColumn, needed: false }];
    const table = await readCsv(file.open(), columns);
    const rejected = new Rejected(files, table);
    const taker = this.form.begin(this.work, organisation);
    const staged = await StagedLines.open(this.em);
    try {
      for await (const batch of batches(table.rows)) {
        await taker.take(batch);
        await this.settle(batch, staged, rejected);
        progress({ step: "READING", rows: this.rows, refused: this.refused });
      }
      if (this.options.mode === ImportMode.ALL && this.faults.count > 0) throw this.refusal();
    } finally {
      await rejected.end();
    }
    progress({ step: "RECORDING", rows: this.rows, refused: this.refused });
    const { rows, refused } = this;
    const { unchanged } = taker;
    const rejectedKey = (await rejected.end()) ?? null;
    await staged.append();
    return { rows, refused, unchanged, taken: rows - refused - unchanged, rejectedKey };
  }

  /** Writes what the batch made, unless all is lost already, and lets go of it. */
  private async settle(batch: readonly RowCells[], staged: StagedLines, rejected: Rejected) {
    this.rows += batch.length;
    for (const cells of batch) {
      if (cells.faults.length === 0) continue;
      this.refused += 1;
      for (const fault of cells.faults) this.faults.add(fault);
      if (this.options.mode === ImportMode.VALID) await rejected.add(cells);
    }
    if (this.options.mode === ImportMode.ALL && this.faults.count > 0) {
      // Nothing will be kept: the rest is only checked.
      this.em.clear();
      return;
    }
    await this.em.flush();
    await staged.take();
    this.em.clear();
  }

  private refusal() {
    const { rows, refused } = this;
    return this.faults.error({ rows, refused });
  }
}

/** Rows by the batch. */
async function* batches(rows: AsyncIterable<TableRow>): AsyncGenerator<RowCells[]> {
  let batch: RowCells[] = [];
  for await (const row of rows) {
    batch.push(new RowCells(row));
    if (batch.length < batchRows) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
