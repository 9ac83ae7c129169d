import { textIn } from "../../domain/common/index.js";
import {
  type Cell,
  cellOf,
  headingOfPath,
  memberNames,
  requestFor,
  ViewCellKind,
  type ViewColumnShape,
  type ViewData,
  type ViewDefinition,
  ViewKind,
  viewDocument,
  viewRows,
} from "../../domain/views/index.js";
import type { Language } from "../../platform/errors.js";
import type { CellKind } from "../../platform/tables/index.js";
import type { RequestContext } from "../context.js";
import type { ExportColumn } from "./export-columns.js";
import type { RowTexts } from "./export-formats.js";
import type { DocumentRequest } from "./exporter.js";

/** A view that is exported, with the values of its parameters. */
export interface ViewRequest {
  name: string;
  definition: ViewDefinition;
  parameters: unknown;
  language: Language;
}

const kinds: Partial<Record<ViewCellKind, CellKind>> = {
  [ViewCellKind.NUMBER]: "number",
  [ViewCellKind.MONEY]: "money",
  [ViewCellKind.DATE]: "date",
  [ViewCellKind.INSTANT]: "instant",
  [ViewCellKind.BOOLEAN]: "boolean",
};

/** What a cell of a file holds; of an enumeration the words, as the view's result shows them. */
function shownIn(cell: Cell, { enumeration }: ViewColumnShape, language: Language): unknown {
  if (cell.isNull) return null;
  if (cell.translated) return textIn(cell.translated, language);
  if (cell.kind === ViewCellKind.ENUM) {
    return textIn(memberNames(enumeration ?? "", cell.codes), language);
  }
  return cell.money ?? cell.number ?? cell.boolean ?? cell.date ?? cell.instant ?? cell.text;
}

function columnOf(
  shape: ViewColumnShape,
  language: Language,
  read: ExportColumn["read"],
): ExportColumn {
  const kind = (shape.isList ? undefined : kinds[shape.kind]) ?? "text";
  const heading = textIn(headingOfPath(shape.key), language);
  return { names: shape.path, heading, kind, isList: false, read };
}

/** Checks that a view of groups can be read with these parameters; BAD_USER_INPUT where not. */
export function checkGroups({ definition, parameters }: ViewRequest): void {
  viewDocument(requestFor(definition, { parameters }));
}

/** True for a view whose rows are those of a list: one statement reads them all. */
export const isOfRows = ({ kind }: ViewDefinition): boolean => kind === ViewKind.TABLE;

/** The document of a view of rows, with the columns of its file. */
export function rowsOfView({
  name,
  definition,
  parameters,
  language,
}: ViewRequest): DocumentRequest {
  const { document, variables, columns } = viewDocument(requestFor(definition, { parameters }));
  return {
    ...{ name, language, text: document, variables },
    columns: columns.map((shape) => ({
      ...columnOf(shape, language, (row) => shownIn(cellOf(row, shape), shape, language)),
      key: shape.key,
    })),
  };
}

/** The groups of a page. */
const mostGroups = 200;

/** The groups or the cells of a view, page after page, in the snapshot of the request. */
export function groupsOfView(
  context: RequestContext,
  { definition, parameters, language }: ViewRequest,
): { columns: ExportColumn[]; rows: RowTexts } {
  const request = { parameters, first: mostGroups };
  const { document, variables, columns } = viewDocument(requestFor(definition, request));
  const pages = async function* () {
    for (let after: string | null = null; ; ) {
      const page: Record<string, unknown> = { ...variables, ...(after ? { after } : {}) };
      const { data, errors } = await context.execute(document, page);
      const [error] = errors ?? [];
      if (error) throw error.originalError ?? error;
      // The cast: the document selects what this type says.
      const { rows, pageInfo } = viewRows(data as ViewData, columns);
      yield rows.map(({ cells }) =>
        JSON.stringify(
          Object.fromEntries(
            columns.map((shape, at) => [shape.key, shownIn(cells[at] as Cell, shape, language)]),
          ),
        ),
      );
      if (!pageInfo.hasNextPage) return;
      after = pageInfo.endCursor;
    }
  };
  const read = (key: string) => (row: unknown) => (row as Record<string, unknown>)[key];
  return {
    columns: columns.map((shape) => columnOf(shape, language, read(shape.key))),
    rows: pages(),
  };
}
