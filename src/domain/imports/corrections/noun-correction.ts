import { can, type Permission } from "../../../access/index.js";
import { cellText } from "../../../platform/tables/index.js";
import { type Class, sql } from "../../../reading/index.js";
import type { VersionedNoun, Work } from "../../common/index.js";
import { attempt } from "../attempt.js";
import type { RowCells } from "../rows/row-cells.js";
import type { CellChange } from "../rows/row-outcome.js";
import { type Correcting, type DifferingRow, leave } from "./correcting-importer.js";

/** The owner of a row. */
interface Owned {
  organisation?: { id: string } | null;
}

/** A part of a noun that cells correct. */
export interface Part<Noun, Input> {
  /** The part as the cells of a row say it. */
  said(cells: RowCells, noun: Noun): Partial<Input>;
  /** The same part as it stands. */
  now(noun: Noun): Partial<Input>;
}

/** How rows correct the nouns of a class. */
export interface NounCorrection<Noun extends VersionedNoun & Owned, Input extends object> {
  target: Class<Noun>;
  /** The references that the rules and the ledger need. */
  populate: readonly string[];
  /** The parts by their columns; several columns may be of one part. Other columns cannot be corrected. */
  parts: Readonly<Record<string, Part<Noun, Input>>>;
  /** Columns that cannot be corrected, and may be spelled otherwise: true if a row says what stands. */
  fixed?: Readonly<Record<string, (cells: RowCells, noun: Noun) => boolean>>;
  may: Permission<{ organisation: string | undefined }>;
  /** True where the noun takes no corrections any more. */
  isClosed?(noun: Noun): boolean;
  idsOf(rows: readonly RowCells[], work: Work, sender: string | undefined): Promise<string[][]>;
  /** Corrects a noun as the mutation does; throws a HubError for a broken rule. */
  correct(noun: Noun, input: Partial<Input>, work: Work): Promise<void> | void;
}

const isFixed = {
  en: "cannot be corrected by a table: it says what the row is about",
  id: "tidak dapat dikoreksi dengan tabel: kolom ini menyatakan baris tentang apa",
};
const forbidden = {
  en: "your roles do not allow this for the organisation",
  id: "peran Anda tidak mengizinkan ini untuk lembaga itu",
};

/** Corrects nouns of a class by rows. */
export function correctingNouns<Noun extends VersionedNoun & Owned, Input extends object>(
  work: Work,
  sender: string | undefined,
  correction: NounCorrection<Noun, Input>,
): Correcting {
  return {
    idsOf: (rows) => correction.idsOf(rows, work, sender),
    async correct(rows) {
      const ids = rows.map(({ written }) => String(written.get("id")));
      // The casts: for any class, the ORM's types know neither its key nor its references.
      const nouns: Noun[] = await work.em.find(correction.target as never, { id: ids } as never, {
        populate: correction.populate as never,
      });
      const byId = new Map(nouns.map((noun) => [noun.id, noun]));
      for (const row of rows) {
        const noun = byId.get(String(row.written.get("id")));
        if (noun) await correctOne(work, correction, row, noun);
        else leave(row.cells, "NOT_FOUND");
      }
    },
  };
}

async function correctOne<Noun extends VersionedNoun & Owned, Input extends object>(
  work: Work,
  correction: NounCorrection<Noun, Input>,
  { cells, written, columns }: DifferingRow,
  noun: Noun,
): Promise<void> {
  const { may, isClosed, correct } = correction;
  if (isClosed?.(noun)) return leave(cells, "CLOSED");
  const [first = ""] = columns;
  if (!can(work.viewer, may, { organisation: noun.organisation?.id })) {
    return cells.fault(first, forbidden);
  }
  const { changes, input } = differencesOf(correction, { cells, written, columns }, noun);
  if (cells.faults.length > 0) return;
  const isSame = Object.keys(changes).length === 0;
  cells.outcome = isSame ? { kind: "UNCHANGED" } : { kind: "CORRECTED", cells: changes };
  if (!isSame) await attempt([cells], async () => correct(noun, input, work));
}

/** What a row says otherwise than it stands: the cells, and the input of the correction. */
function differencesOf<Noun extends VersionedNoun & Owned, Input extends object>(
  { parts, fixed = {} }: NounCorrection<Noun, Input>,
  { cells, written, columns }: DifferingRow,
  noun: Noun,
) {
  const changes: Record<string, CellChange> = {};
  const input: Partial<Input> = {};
  for (const column of columns) {
    const part = parts[column];
    if (!part) {
      if (!fixed[column]?.(cells, noun)) cells.fault(column, isFixed);
      continue;
    }
    const said = part.said(cells, noun);
    if (JSON.stringify(said) === JSON.stringify(part.now(noun))) continue;
    Object.assign(input, said);
    const before = cellText(written.get(column), ".");
    changes[column] = { before, after: cells.row.text(column) };
  }
  return { changes, input };
}

/** The ids that a statement finds for rows, by the rows' places from 1. */
export async function idsByPlace(
  { em }: Work,
  count: number,
  statement: ReturnType<typeof sql<{ place: string; id: string }>>,
): Promise<string[][]> {
  const { rows } = await statement.execute(em.getKysely());
  const ids = Array.from({ length: count }, (): string[] => []);
  for (const { place, id } of rows) ids[Number(place) - 1]?.push(id);
  return ids;
}
