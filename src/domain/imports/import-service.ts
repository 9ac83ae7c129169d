import type { EntityManager } from "@mikro-orm/postgresql";
import { authorise, type Viewer } from "../../access/index.js";
import { type Ledger, StagedLines } from "../../ledger/index.js";
import { badField, unavailable } from "../../platform/errors.js";
import type { FileStore, SpooledFile } from "../../platform/files/index.js";
import { CellFaults, errorColumn, readCsv, type TableRow } from "../../platform/tables/index.js";
import { sql } from "../../reading/index.js";
import { type Done, UseCases, type Work } from "../common/index.js";
import { Organisation } from "../stakeholders/index.js";
import { type ImportKind, ImportMode } from "./enums.js";
import { tableForms } from "./forms.js";
import { Import } from "./import.js";
import { mayImport } from "./import-policy.js";
import { ownerColumns, type TableForm } from "./importer.js";
import { RejectedRows } from "./rows/rejected-rows.js";
import { RowCells } from "./rows/row-cells.js";

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
  /** The organisation that sends it; the requester's own where they have one. */
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
      await alone(em, id);
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

/** Passes for the first of those that take the same import in; the others need not wait for it. */
async function alone(em: EntityManager, id: string): Promise<void> {
  const lock = sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`import ${id}`}, 0)) as held`;
  const { rows } = await lock.execute(em.getKysely());
  if (rows[0]?.held) return;
  throw unavailable({
    en: "This import is being taken in at this moment: send it again later for its result.",
    id: "Impor ini sedang diproses: kirim lagi nanti untuk hasilnya.",
  });
}

const shown = ({ id, kind, mode, rows, taken, unchanged, refused, rejectedKey }: Import) => ({
  ...{ kind, mode, rows, taken, unchanged, refused },
  rejected: rejectedKey ? `/imports/${id}/rejected.csv` : null,
});

/** Who sends: as asked, else the requester's one organisation; none for an operator of no organisation. */
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

/** The key of the organisation that sends; empty for an operator of none. */
async function keyOf(em: EntityManager, id: string | undefined): Promise<string> {
  const organisation = id && (await em.findOne(Organisation, { id } as never));
  return organisation ? organisation.key : "";
}

/** Rows that the hub wrote say whose they are: another's are not to be recorded as one's own. */
function checkOwner(cells: RowCells, sender: string): void {
  const owner = cells.row.text("organisation");
  if (owner === "" || owner === sender) return;
  cells.fault("organisation", {
    en: "is not the organisation that sends the table",
    id: "bukan lembaga yang mengirim tabel",
  });
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
    const { columns: own, isOwned } = this.form;
    // Wrong rows that come back corrected still have the column that told what was wrong.
    const columns = [
      ...own,
      ...(isOwned ? ownerColumns : []),
      { name: errorColumn, needed: false },
    ];
    const table = await readCsv(file.open(), columns);
    const rejected = new RejectedRows(files, table);
    const importer = this.form.begin(this.work, organisation);
    const staged = await StagedLines.open(this.em);
    const sender = await keyOf(this.em, organisation);
    let rejectedKey: string | undefined;
    try {
      for await (const batch of batches(table.rows)) {
        for (const cells of batch) checkOwner(cells, sender);
        await importer.take(batch);
        await this.settle(batch, staged, rejected);
        progress({ step: "READING", rows: this.rows, refused: this.refused });
      }
      if (this.options.mode === ImportMode.ALL && this.faults.count > 0) throw this.refusal();
    } finally {
      rejectedKey = await rejected.end();
    }
    progress({ step: "RECORDING", rows: this.rows, refused: this.refused });
    const { rows, refused } = this;
    const { unchanged } = importer;
    await staged.append();
    const taken = rows - refused - unchanged;
    return { rows, refused, unchanged, taken, rejectedKey: rejectedKey ?? null };
  }

  /** Writes what the batch made, unless all is lost already, and lets go of it. */
  private async settle(batch: readonly RowCells[], staged: StagedLines, rejected: RejectedRows) {
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
    await staged.stage();
    this.em.clear();
  }

  private refusal() {
    const { rows, refused } = this;
    return this.faults.error({ rows, refused });
  }
}

/** Rows, some at a time. */
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
