import { type Sql, sql } from "../../reading/index.js";

const codePattern = /^\d{2}(?:\.\d{2}(?:\.\d{2}(?:\.\d{4})?)?)?$/;

/** Whether the text has the form of a code: `36`, `36.02`, `36.02.27` or `36.02.27.2010`. */
export const isRegionCode = (text: string): boolean => codePattern.test(text);

// A range on the code in C collation, as '/' is the character after '.': unlike LIKE with a
// parameter, an index always serves it. The collation is named, as members of an array of codes do
// not have the column's.

/** That `code` is of a region strictly below `parent`. */
export const lowerRegions = (code: Sql, parent: Sql): Sql =>
  sql`(${code} collate "C" > ${parent} || '.' and ${code} collate "C" < ${parent} || '/')`;

/** That `code` is `region` or lies in it. */
export const withinRegion = (code: Sql, region: Sql): Sql =>
  sql`(${code} = ${region} or ${lowerRegions(code, region)})`;
