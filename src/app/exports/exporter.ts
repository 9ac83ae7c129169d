import type { Readable } from "node:stream";
import type { GraphQLSchema } from "graphql";
import type pg from "pg";
import type { Viewer } from "../../access/index.js";
import type { Config } from "../../platform/config.js";
import { badField, HubError, type Language } from "../../platform/errors.js";
import {
  type Database,
  type Prepared,
  prepareRows,
  type RowBounds,
  RowRead,
  Unplannable,
} from "../../reading/index.js";
import { untrusted } from "../graphql/documents/refusals.js";
import { OperationValidator } from "../graphql/operation-validator.js";
import { type ExportColumn, exportColumns, exportPaths } from "./export-columns.js";
import { contentOf, type ExportForm, type RowTexts } from "./export-formats.js";
import { type ExportList, fileName, listDocument, listsOf } from "./lists.js";

/** A request for the rows of a list. Its values are what a client sent. */
export interface ListRequest {
  list: string;
  where?: unknown;
  orderBy?: unknown;
  columns?: readonly string[] | undefined;
  language: Language;
}

/** A document of one list, whose rows are wanted. */
export interface DocumentRequest {
  /** The name of the file. */
  name: string;
  text: string;
  variables: Record<string, unknown>;
  columns: readonly ExportColumn[];
  language: Language;
}

/** A checked request, ready to be read. */
export interface PlannedExport {
  name: string;
  columns: readonly ExportColumn[];
  rows: Prepared;
  /** The cost of a page of the same list. */
  cost: number;
}

/** An export that is being read. */
export interface RunningExport {
  /** The ledger's position at which the rows are read. */
  position: number;
  /** The number of rows, where they were counted before. */
  total: number | undefined;
  /** The content; destroyed before its end, it ends the reading. */
  content: Readable;
}

/** The bounds of an export, and who follows it. */
export interface ExportBounds extends RowBounds {
  /** Called with the number of rows that were read so far. */
  onRows?: (rows: number) => void;
}

/** Exports: the rows of a list as a file, as the viewer sees them, from one snapshot. */
export class Exporter {
  private readonly validator: OperationValidator;
  private readonly lists: ReadonlyMap<string, ExportList>;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly database: Database,
    private readonly pool: pg.Pool,
    private readonly config: Pick<Config, "limits" | "introspection" | "documents">,
  ) {
    this.validator = new OperationValidator(schema, config);
    this.lists = listsOf(schema);
  }

  /** True for the name of a list. */
  has(list: string): boolean {
    return this.lists.has(list);
  }

  /** Plans the export of a list; BAD_USER_INPUT at `where`, `orderBy` or `columns`, QUERY_TOO_COMPLEX. */
  plan(viewer: Viewer, { list, columns: paths, language, ...given }: ListRequest): PlannedExport {
    const found = this.lists.get(list);
    if (!found) throw badField("list", "is no list of the hub", "bukan daftar di hub");
    // A hub of trusted documents answers no question that its operator has not seen.
    if (this.config.documents === "trusted") throw untrusted();
    const chosen = exportPaths(found.rows, paths);
    const columns = exportColumns(chosen, language);
    const { where = null, orderBy = null } = given;
    return this.planDocument(viewer, {
      ...{ name: fileName(list), columns, language },
      ...{ text: listDocument(found, chosen), variables: { where, orderBy } },
    });
  }

  /** Plans the export of the rows of a document with one list. */
  planDocument(
    viewer: Viewer,
    { name, columns, language, text, variables: given }: DocumentRequest,
  ): PlannedExport {
    const document = this.validator.parse(text);
    const valid = this.validator.validate(document, { variables: given });
    if ("errors" in valid) throw valid.errors[0] ?? new Error("An export is refused without error");
    const { operation, variables, cost } = valid;
    const request = { document, operation, variables, viewer, language };
    return { name, columns, rows: this.prepared(request, columns), cost };
  }

  /** Begins to read a planned export. Errors of the reading are errors of the content. */
  async open(
    { rows, columns, name }: PlannedExport,
    form: Pick<ExportForm, "format" | "language">,
    { onRows, ...bounds }: ExportBounds,
  ): Promise<RunningExport> {
    const read = await RowRead.open(this.pool, rows, bounds);
    const content = contentOf(counted(read.batches(), onRows), { ...form, name, columns });
    // Content that nobody begins to read has no generator to end.
    content.once("close", () => void read.close());
    return { position: read.position, total: read.total, content };
  }

  private prepared(request: Parameters<typeof prepareRows>[2], columns: readonly ExportColumn[]) {
    try {
      return prepareRows(this.schema, this.database, request);
    } catch (error) {
      throw error instanceof Unplannable ? unreadable(error, columns) : error;
    }
  }
}

/** The rows, which are counted. */
export async function* counted(
  rows: RowTexts,
  onRows: ExportBounds["onRows"],
): AsyncGenerator<readonly string[]> {
  let count = 0;
  for await (const batch of rows) {
    yield batch;
    count += batch.length;
    onRows?.(count);
  }
}

const tooWide = () =>
  badField(
    "columns",
    "lead to more tables than one statement may read; name fewer",
    "menuju lebih banyak tabel daripada yang boleh dibaca satu perintah; sebutkan lebih sedikit",
  );

/** The refusal of a column that no statement gives, as one that code computes. */
function unreadable({ field }: Unplannable, columns: readonly ExportColumn[]): HubError {
  const at = columns.findIndex(({ names }) => names.at(-1) === field.split(".").at(-1));
  if (at < 0) return tooWide();
  return badField(
    `columns.${at}`,
    "cannot be exported; read it in a document",
    "tidak dapat diekspor; baca dalam dokumen",
  );
}
