import { GraphQLError } from "graphql";
import { badField, badUserInput, type Language } from "../../platform/errors.js";
import { today } from "../../platform/jakarta.js";
import { textIn } from "../common/index.js";
import { viewFaults } from "./check/check.js";
import { type ViewDefinition } from "./document/definition.js";
import { type ViewColumnShape, type ViewRequest, viewDocument } from "./document/document.js";
import { viewMatrix } from "./document/matrix.js";
import { type Cell, type ViewData, type ViewRowData, viewRows } from "./document/rows.js";
import { ViewCellKind, ViewKind } from "./enums.js";
import type { ViewCell, ViewColumn, ViewMatrix, ViewResult } from "./result-types.js";
import { viewSchema } from "./schema-port.js";
import { headingOfPath, memberNames } from "./words/headings.js";
import { bothOf } from "./words/texts.js";

/** The answer to a document that was executed within a request. */
export interface Executed {
  data?: unknown;
  errors?: readonly GraphQLError[];
  /** The ledger's position in the snapshot that it was read from; or that as of which it was read. */
  position: number;
  /** The tags of what it depends on; undefined where that is not known. */
  tags?: readonly string[] | undefined;
}

/** How a document is executed. */
export interface ExecuteOptions {
  /** The position of the ledger as of which it is read; what stands now, if absent. */
  asOf?: number | undefined;
}

/** The part of a request's context that executes a view's document. */
export interface ExecutingContext {
  language: Language;
  /**
   * Executes a query with the rights, the limits and the snapshot of the request; its cost is the
   * request's own. Throws BAD_USER_INPUT where it cannot be read as of an earlier position.
   */
  execute(
    document: string,
    variables: Record<string, unknown>,
    options?: ExecuteOptions,
  ): Promise<Executed>;
}

/** The arguments of a result. */
export interface ResultArguments {
  parameters?: unknown;
  first?: number | null;
  after?: string | null;
  asOf?: number | null;
}

const mostRows = 200;

/** What a view's document is made for; throws BAD_USER_INPUT with every part that no longer fits the schema. */
export function requestFor(definition: ViewDefinition, args: ResultArguments): ViewRequest {
  const port = viewSchema();
  const faults = viewFaults(port, definition);
  if (faults.length > 0) throw badUserInput(faults);
  const { parameters, first, after } = args;
  if (typeof first === "number" && (first < 0 || first > mostRows)) {
    throw badField("first", `must be from 0 to ${mostRows}`, `harus dari 0 sampai ${mostRows}`);
  }
  return { schema: port.schema, definition, today: today(), parameters, first, after };
}

const yesNo = { true: bothOf("Yes", "Ya"), false: bothOf("No", "Tidak") };

/** The text of a cell in both languages, where it has both. */
function labelOf(cell: Cell, { enumeration }: ViewColumnShape) {
  if (cell.translated) return bothOf(cell.translated.english, cell.translated.indonesian);
  if (cell.kind === ViewCellKind.ENUM && !cell.isNull)
    return memberNames(enumeration ?? "", cell.codes);
  return cell.boolean === null ? null : yesNo[`${cell.boolean}`];
}

/** Shows a view's answer as the API's types do. */
class Shown {
  constructor(
    private readonly columns: readonly ViewColumnShape[],
    private readonly language: Language,
  ) {}

  column({ key, kind, role }: ViewColumnShape): ViewColumn {
    return { key, kind, heading: headingOfPath(key), isMeasure: role === "MEASURE" };
  }

  cell(cell: Cell, column: ViewColumnShape): ViewCell {
    const { kind, isNull, codes, number, money, date, instant, boolean, reference } = cell;
    const label = labelOf(cell, column);
    const text = (label && textIn(label, this.language)) ?? cell.text ?? date ?? instant;
    const record = reference && ([reference.__typename, reference.id] as const);
    return {
      kind,
      isNull,
      codes,
      number,
      money,
      date,
      instant,
      boolean,
      text,
      label,
      reference: record,
    };
  }

  cells(cells: readonly Cell[], columns: readonly ViewColumnShape[] = this.columns): ViewCell[] {
    // The cast: there is a column for each cell.
    return cells.map((cell, at) => this.cell(cell, columns[at] as ViewColumnShape));
  }

  row({ cells, reference }: ViewRowData) {
    const record = reference && ([reference.__typename, reference.id] as const);
    return { cells: this.cells(cells), record };
  }

  measures(cells: readonly Cell[]): ViewCell[] {
    return this.cells(
      cells,
      this.columns.filter(({ role }) => role === "MEASURE"),
    );
  }

  matrix(data: ViewData, { matrixRows, matrixColumns }: ViewDefinition): ViewMatrix {
    const sides = { rows: matrixRows.length, columns: matrixColumns.length };
    const { rowCount, columnCount, ...shown } = viewMatrix(data, this.columns, sides);
    const { rows, columns, cells } = shown;
    const lines = (all: typeof rows, from: number) =>
      all.map((line) => ({
        cells: this.cells(line.cells, this.columns.slice(from)),
        totals: this.measures(line.totals),
      }));
    return {
      rowCount,
      columnCount,
      isCut: rowCount > rows.length || columnCount > columns.length,
      rows: lines(rows, 0),
      columns: lines(columns, sides.rows),
      cells: cells.map((one) => ({ ...one, cells: this.measures(one.cells) })),
    };
  }
}

/** An error of the view's document as the result's: its own path is of a document that the client has not sent. */
const ofResult = ({ message, extensions, originalError }: GraphQLError): Error =>
  originalError ?? new GraphQLError(message, { extensions });

/** The result of a view: its own document, executed within the request, as typed cells. */
export async function resultOf(
  definition: ViewDefinition,
  args: ResultArguments,
  context: ExecutingContext,
): Promise<ViewResult> {
  const { document, variables, columns } = viewDocument(requestFor(definition, args));
  const options = { asOf: args.asOf ?? undefined };
  const { data, errors, position } = await context.execute(document, variables, options);
  const [error] = errors ?? [];
  if (error) throw ofResult(error);
  // The cast: the document selects what this type says.
  const answer = data as ViewData;
  const shown = new Shown(columns, context.language);
  const { rows, totals, pageInfo, totalCount } = viewRows(answer, columns);
  return {
    columns: columns.map((column) => shown.column(column)),
    rows: rows.map((row) => shown.row(row)),
    totals: totals && shown.measures(totals),
    matrix: definition.kind === ViewKind.MATRIX ? shown.matrix(answer, definition) : null,
    pageInfo,
    totalCount,
    position,
  };
}
