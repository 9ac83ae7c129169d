import { type Sql, sql } from "../../reading/index.js";

const codePattern = /^\d{2}(?:\.\d{2}(?:\.\d{2}(?:\.\d{4})?)?)?$/;

/** The test of a code's form: `36`, `36.02`, `36.02.27` or `36.02.27.2010`. */
export const isRegionCode = (text: string): boolean => codePattern.test(text);

/**
 * The code that a text gives, with its dots: files often lose them, as in `3602272010`. Every other text
 * stays as it is.
 */
export const regionCodeOf = (text: string): string =>
  /^\d{4}(?:\d{2}(?:\d{4})?)?$/.test(text)
    ? text.replace(/^(\d{2})(\d{2})(\d{2})?(\d{4})?$/, (_, ...parts: string[]) =>
        parts.slice(0, 4).filter(Boolean).join("."),
      )
    : text;

/** The digits of a code, whatever stands between them. */
export const digitsOf = (text: string): string => text.replaceAll(/[.\s-]/g, "");

// Both conditions are a range on the code in C collation, in which '/' is the character after '.'.
// An index always serves a range, but not LIKE with a parameter. The collation is named because
// members of an array of codes do not have the column's collation.

/** The condition that the region `code` lies strictly below `parent`. */
export const lowerRegions = (code: Sql, parent: Sql): Sql =>
  sql`(${code} collate "C" > ${parent} || '.' and ${code} collate "C" < ${parent} || '/')`;

/** The condition that the region `code` is `region` or lies in it. */
export const withinRegion = (code: Sql, region: Sql): Sql =>
  sql`(${code} = ${region} or ${lowerRegions(code, region)})`;

/**
 * The condition that a region of an array of codes is `region` or lies in it: whether it is among the codes of
 * the array and of the regions above them. Areas have an index of those (ADR 0086).
 */
export const someWithinRegion = (codes: Sql, region: Sql): Sql =>
  sql`(region_places(${codes}) collate "C" @> array[${region}::text])`;
