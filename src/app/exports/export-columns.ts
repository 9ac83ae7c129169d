import type { GraphQLObjectType } from "graphql";
import { textIn } from "../../domain/common/index.js";
import { headingOfPath } from "../../domain/views/index.js";
import { badField, badUserInput, type Fault, type Language } from "../../platform/errors.js";
import type { TypedColumn } from "../../platform/tables/index.js";
import { columnAt, defaultColumns, type TableColumnPath, valueIn } from "../../reading/index.js";

/** The most columns of an export. */
const mostColumns = 100;

/** A column of an export: where its value is in a row, and how it is written. */
export interface ExportColumn extends TypedColumn {
  /** Its name in JSON; without one a row is written as it was read. */
  key?: string;
  /** The names of the fields that lead to it. */
  names: readonly string[];
  /** Its value in a row as the document gives it. */
  read(row: unknown): unknown;
}

/** The columns with these paths, or those of the type where none are named; faults lie at `columns`. */
export const exportPaths = (
  type: GraphQLObjectType,
  paths: readonly string[] | undefined,
): TableColumnPath[] => (paths ? named(type, paths) : defaultColumns(type));

/** The columns with their headings in a language. */
export const exportColumns = (
  columns: readonly TableColumnPath[],
  language: Language,
): ExportColumn[] =>
  columns.map((column) => ({
    ...{ names: column.names, isList: column.isList, kind: column.value },
    read: (row) => valueIn(row, column),
    heading: textIn(headingOfPath(column.names.join(".")), language),
  }));

function named(type: GraphQLObjectType, paths: readonly string[]): TableColumnPath[] {
  if (paths.length === 0 || paths.length > mostColumns) {
    throw badField(
      "columns",
      `must have 1 to ${mostColumns} columns`,
      `harus berisi 1 sampai ${mostColumns} kolom`,
    );
  }
  const faults: Fault[] = [];
  const found = paths.flatMap((path, at) => {
    const column = columnAt(type, path);
    if (!column || paths.indexOf(path) < at) faults.push(faultOf(type, path, at, Boolean(column)));
    return column ? [column] : [];
  });
  if (faults.length > 0) throw badUserInput(faults);
  return found;
}

function faultOf({ name }: GraphQLObjectType, path: string, at: number, isDouble: boolean): Fault {
  const shown = JSON.stringify(path.slice(0, 120));
  const message = isDouble
    ? { en: `${shown} is named twice`, id: `${shown} disebut dua kali` }
    : {
        en: `${shown} is no column of ${name}: name a value of it, or of what it leads to one by one, as plan.title`,
        id: `${shown} bukan kolom ${name}: sebutkan nilainya, atau nilai dari satu rujukannya, seperti plan.title`,
      };
  return { path: `columns.${at}`, message };
}
