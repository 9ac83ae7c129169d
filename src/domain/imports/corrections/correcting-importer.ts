import type { CsvForm } from "../../../platform/tables/index.js";
import { TimeSlice } from "../../../platform/time-slice.js";
import type { Work } from "../../common/index.js";
import type { Importer } from "../importer.js";
import { DuplicateRows } from "../rows/duplicate-rows.js";
import type { RowCells } from "../rows/row-cells.js";
import type { LeftAlone } from "../rows/row-outcome.js";
import type { TableSource } from "../rows/table-source.js";
import {
  identityIn,
  identityOf,
  versionColumn,
  WrittenCells,
  type WrittenRow,
} from "../rows/written-cells.js";

/** A row that differs from what it names. */
export interface DifferingRow {
  cells: RowCells;
  /** The thing as the hub writes it now. */
  written: WrittenRow;
  /** The columns that differ. */
  columns: readonly string[];
}

/** How the rows of a kind of table correct what the hub has. */
export interface Correcting {
  /**
   * The ids of the things that rows without an id name by their natural key, in the order of the rows;
   * several where a key is not unique. Absent where the identity of a row is its natural key.
   */
  idsOf?(rows: readonly RowCells[]): Promise<readonly (readonly string[])[]>;
  /** Corrects the things, in the columns that differ. Each row gets its outcome, or faults. */
  correct(rows: readonly DifferingRow[]): Promise<void>;
}

/** The sender of a table. */
export interface Sender {
  /** Its organisation's key; empty for the platform's operator. */
  key: string;
  decimals: readonly CsvForm["decimal"][];
}

const ambiguous = {
  en: "is the key of several rows: name one by its id, as a downloaded table does",
  id: "adalah kunci beberapa baris: sebutkan salah satunya dengan id, seperti pada tabel yang diunduh",
};

/**
 * The importer of the mode CORRECT. A row names its thing by its id, else by its natural key; only what
 * differs changes. What the sender may not correct, or somebody changed meanwhile, is left alone and
 * reported. Nothing is created.
 */
export class CorrectingImporter implements Importer {
  private readonly written: WrittenCells;
  private readonly duplicates: DuplicateRows;
  /** The ids that were found by natural keys in the batch. */
  private readonly foundIds: string[] = [];

  constructor(
    work: Work,
    private readonly source: TableSource,
    private readonly sender: Sender,
    private readonly correcting: Correcting,
  ) {
    this.written = new WrittenCells(work, source, sender.decimals);
    this.duplicates = new DuplicateRows(source.identity.columns[0] ?? "", {
      en: "names the same as row",
      id: "menyebut hal yang sama dengan baris",
    });
  }

  async importRows(rows: readonly RowCells[]): Promise<void> {
    const names = await this.namesOf(rows.filter(({ faults }) => faults.length === 0));
    const written = await this.writtenOf(names);
    const differing: DifferingRow[] = [];
    const slice = new TimeSlice();
    for (const [cells, name] of names) {
      const row = this.judged(cells, written.get(name));
      if (row) differing.push(row);
      await slice.pause();
    }
    if (differing.length > 0) await this.correcting.correct(differing);
  }

  /** The identity of each row, by its own columns or by its natural key. A row without one gets its outcome. */
  private async namesOf(rows: readonly RowCells[]): Promise<Map<RowCells, string>> {
    const { columns } = this.source.identity;
    const names = new Map<RowCells, string>();
    const nameless: RowCells[] = [];
    for (const cells of rows) {
      const name = identityIn(cells, this.source);
      if (name === undefined) nameless.push(cells);
      else names.set(cells, name);
    }
    const found = nameless.length > 0 ? await this.correcting.idsOf?.(nameless) : [];
    for (const [at, cells] of nameless.entries()) {
      const [id, ...others] = found?.[at] ?? [];
      if (cells.faults.length > 0) continue;
      if (others.length > 0) cells.fault(columns[0] ?? "", ambiguous);
      else if (id === undefined) leave(cells, "NOT_FOUND");
      else {
        names.set(cells, identityOf([id]));
        this.foundIds.push(id);
      }
    }
    return names;
  }

  /** The things of the rows as the hub writes them. */
  private writtenOf(names: ReadonlyMap<RowCells, string>) {
    const { identity } = this.source;
    const ids = this.foundIds.splice(0);
    const named = identity.where([...names.keys()].map(({ row }) => row));
    return this.written.find(ids.length > 0 ? { or: [named, { id: { in: ids } }] } : named);
  }

  /** The row with what differs; undefined where nothing is to be corrected. */
  private judged(cells: RowCells, written: WrittenRow | undefined): DifferingRow | undefined {
    if (!written) return leave(cells, "NOT_FOUND");
    const name = this.source.identity.columns.map((column) => String(written.get(column)));
    this.duplicates.check(cells, identityOf(name));
    const version = cells.whole(versionColumn);
    if (cells.faults.length > 0) return undefined;
    if (written.has("organisation") && (written.get("organisation") ?? "") !== this.sender.key) {
      return leave(cells, "OTHERS");
    }
    const { columns: identity } = this.source.identity;
    const differing = this.written.differing(cells, written);
    const columns = differing.filter((column) => !identity.includes(column));
    if (columns.length === 0) {
      cells.outcome = { kind: "UNCHANGED" };
      return undefined;
    }
    const isStale = version !== null && version !== written.get(versionColumn);
    return isStale ? leave(cells, "CHANGED") : { cells, written, columns };
  }
}

/** Leaves a row alone. */
export function leave(cells: RowCells, reason: LeftAlone): undefined {
  cells.outcome = { kind: "LEFT_ALONE", reason };
  return undefined;
}
