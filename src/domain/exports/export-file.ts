import type { Viewer } from "../../access/index.js";
import { can } from "../../access/index.js";
import { type Reader, rowOf, sql } from "../../reading/index.js";
import type { ExportFormat } from "./enums.js";
import { Export, ownExports } from "./export.js";
import { mayUseExport } from "./export-policy.js";

/** The file of an export. */
export interface ExportedFile {
  key: string;
  /** The list or the view that it is of. */
  name: string;
  format: ExportFormat;
  size: number;
}

/** The file of an export that is done, for who started it; undefined for others and for all else. */
export async function exportedFile(
  reader: Reader,
  viewer: Viewer,
  id: string,
): Promise<ExportedFile | undefined> {
  const { session, scope } = reader.reading;
  const row = rowOf(Export);
  const [found] = await session.rows<
    ExportedFile & { holder: string | null; organisation: string | null }
  >(sql`
    select ${row.column("file_key")} as key,
      coalesce(${row.column("request")} ->> 'key', ${row.column("list")}) as name,
      ${row.column("format")}::text as format, ${row.column("bytes")} as size,
      ${row.column("holder")} as holder, ${row.column("organisation_id")} as organisation
    from ${row.source} where ${row.column("id")} = ${id} and ${row.column("status")} = 'DONE'
      and ${row.column("expires_at")} > now() and ${ownExports(scope, row)}`);
  if (!found) return undefined;
  const { holder, organisation, ...file } = found;
  const facts = { holder, organisation: organisation ?? undefined };
  return can(viewer, mayUseExport, facts) ? file : undefined;
}
