import type { EntityManager } from "@mikro-orm/postgresql";
import { authorise, type Viewer } from "../../access/index.js";
import type { Ledger } from "../../ledger/index.js";
import { badField, type Fault, unavailable } from "../../platform/errors.js";
import type { FileStore, SpooledFile } from "../../platform/files/index.js";
import { faultOfCell, type NumberForm } from "../../platform/tables/index.js";
import { sql } from "../../reading/index.js";
import { type Created, creating, keepFile, useCases } from "../common/index.js";
import { groupMeasurementOnce } from "../enterprises/index.js";
import { measurementOnce } from "../indicators/index.js";
import type { CodeSystem } from "../regions/index.js";
import { actingOrganisation } from "../stakeholders/index.js";
import type { ImportKind, ImportMode } from "./enums.js";
import { tableForms } from "./forms.js";
import { Import } from "./import.js";
import { mayImport } from "./import-policy.js";
import { checkForm, type ImportProgress, ImportRun } from "./import-run.js";
import type { LeftRow, ReportedRow } from "./rows/row-report.js";

/** A table for import. */
export interface ImportInput {
  /** The id of the import, made by the client, so that a table that is sent twice is imported once. */
  id?: string | null;
  kind: ImportKind;
  mode: ImportMode;
  /** The sending organisation; by default the requester's only one. */
  organisationId?: string | null;
  /** The form of its numbers; without it, a number that can be read in two ways is refused. */
  numbers?: NumberForm | null;
  /** The system of its regions' codes: the ministry's unless the table says another. */
  codes?: CodeSystem | null;
  file: SpooledFile;
  progress(state: ImportProgress): void;
}

/** A table on behalf of its sending organisation; undefined for the platform's operator. */
class SentTable {
  id?: string | null;
  kind!: ImportKind;
  mode!: ImportMode;
  organisation: string | undefined;
  numbers?: NumberForm | null;
  codes?: CodeSystem | null;
  file!: SpooledFile;
  /** True for a dry run. */
  check!: boolean;
  /** The store for the wrong rows. */
  files!: FileStore;
  progress!: (state: ImportProgress) => void;
}

const shownFields = [
  ...(["kind", "mode", "rows", "taken", "unchanged", "refused"] as const),
  ...(["leftAlone", "leftAloneRows"] as const),
];

type ShownFields = Pick<Import, (typeof shownFields)[number]>;

/** The result of an import. */
export type Imported = Pick<Created, "id" | "position" | "repeated"> &
  ShownFields & { rejected: string | null };

/** What a table would do. `changes` and `faults` list the first thousand. */
export interface Checked extends Pick<Imported, "position" | "kind" | "mode"> {
  checked: true;
  rows: number;
  /** The number of rows that would be new or change something. */
  taken: number;
  unchanged: number;
  refused: number;
  leftAlone: number;
  leftAloneRows: readonly LeftRow[];
  changes: readonly ReportedRow[];
  faults: readonly Fault[];
  faultCount: number;
}

const imports = useCases({
  importTable: creating({
    of: Import,
    input: SentTable,
    description:
      "Imports a table, all of it, its valid rows or its corrections, in one transaction. For the CONTRIBUTOR, COORDINATOR, ADMIN and ASSESSOR of the sending organisation; a platform operator needs none.",
    clashes: [measurementOnce, groupMeasurementOnce],
    request: ({ id = null, kind, mode, organisation, numbers, codes, file }) => ({
      ...{ id, kind, mode, organisation },
      ...(numbers ? { numbers } : {}),
      ...(codes === "BPS" ? { codes } : {}),
      sha256: file.sha256,
    }),
    async run({ kind, file, files, ...options }, work, id) {
      const { mode, organisation, numbers = null, check } = options;
      work.authorise(mayImport, { organisation });
      await lockImport(work.em, id);
      const run = new ImportRun(work, tableForms[kind], {
        ...options,
        numbers,
        codes: options.codes ?? "KEMENDAGRI",
      });
      const done = await run.run(file, files);
      if (check) return done;
      const { rows, refused, unchanged, leftAlone, left } = done.report;
      const { taken, rejectedKey } = done;
      if (rejectedKey) await keepFile(work.em, files, rejectedKey);
      work.create(Import, {
        id,
        ...{ kind, mode, sha256: file.sha256, size: file.size },
        ...{ rows, taken, unchanged, refused, leftAlone, leftAloneRows: left, rejectedKey },
        organisation: actingOrganisation(work),
        sources: [],
      });
      return done;
    },
  }),
});

/**
 * Passes for a requester who may send tables for the organisation; called before the upload. Returns the
 * organisation's id, or a name for the operator.
 */
export function checkImport(
  viewer: Viewer,
  { organisationId }: Pick<ImportInput, "organisationId">,
): string {
  const organisation = senderOf(viewer, organisationId);
  authorise(viewer, mayImport, { organisation });
  return organisation ?? "operator";
}

/** Refuses a table by its form, while it arrives. */
export const inspectTable = (kind: ImportKind, content: AsyncIterable<Buffer>): Promise<void> =>
  checkForm(tableForms[kind], content);

/**
 * Imports a table: all of it in mode ALL, its valid rows in mode VALID, its corrections in mode CORRECT. If
 * a row is wrong in mode ALL or CORRECT, the error reports the faults by cell and nothing is imported. The same file under the same id is imported once.
 */
export async function importTable(
  ledger: Ledger,
  files: FileStore,
  viewer: Viewer,
  { organisationId, ...table }: ImportInput,
): Promise<Imported> {
  const organisation = senderOf(viewer, organisationId);
  const input = { ...table, organisation, files, check: false };
  const { id, position, repeated } = await imports.importTable.perform(ledger, viewer, input);
  const imported = await ledger.read((em) => em.findOneOrFail(Import, { id }));
  return { id, position, repeated, ...shown(imported) };
}

/**
 * Tries a table as `importTable` would import it, and takes nothing: no row, no line of the ledger, no
 * import, and its id stays free. Reports the faults, and what would become of each row.
 */
export async function checkTable(
  ledger: Ledger,
  files: FileStore,
  viewer: Viewer,
  { organisationId, id: _, ...table }: ImportInput,
): Promise<Checked> {
  const organisation = senderOf(viewer, organisationId);
  const input = { ...table, organisation, files, check: true };
  const { position, result } = await imports.importTable.perform(ledger.rehearsal(), viewer, input);
  if (!result) throw new Error("A dry run has no result");
  const { taken, report, faults } = result;
  const { rows, unchanged, refused, leftAlone, left, changes } = report;
  return {
    ...{ checked: true, position, kind: table.kind, mode: table.mode },
    ...{ rows, taken, unchanged, refused, leftAlone, leftAloneRows: left },
    ...{ changes, faults: faults.listed.map(faultOfCell), faultCount: faults.count },
  };
}

/** Locks the import for the first of several requests; the others fail at once instead of waiting. */
async function lockImport(em: EntityManager, id: string): Promise<void> {
  const lock = sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`import ${id}`}, 0)) as held`;
  const { rows } = await lock.execute(em.getKysely());
  if (rows[0]?.held) return;
  throw unavailable({
    en: "This import is in progress. Send it again later to get its result.",
    id: "Impor ini sedang diproses. Kirim lagi nanti untuk mendapatkan hasilnya.",
  });
}

const shown = ({ id, rejectedKey, ...imported }: Import) => ({
  ...(Object.fromEntries(shownFields.map((name) => [name, imported[name]])) as ShownFields),
  rejected: rejectedKey ? `/imports/${id}/rejected.csv` : null,
});

/** The sending organisation: the named one, else the requester's only one; undefined for an operator. */
function senderOf(
  { memberships, operator }: Viewer,
  named: string | null | undefined,
): string | undefined {
  if (named) return named.toLowerCase();
  const [only, ...others] = memberships.keys();
  if (others.length > 0 || (!only && !operator)) {
    throw badField(
      "organisation",
      "name the organisation that sends the table",
      "sebutkan lembaga yang mengirim tabel",
    );
  }
  return only;
}
