import { type Sql, sql } from "../../reading/index.js";
import { codeLength, RegionLevel } from "./region.js";

// The region of a level in which something lies. Codes nest by prefix, so that a code alone gives the regions
// above it.

/** The code of the region of a level in which a region lies; null where the region is of a higher level. */
export function regionAt(code: Sql, level: RegionLevel): Sql {
  const length = sql.lit(codeLength[level]);
  return sql`(case when length(${code}) >= ${length} then left(${code}, ${length}) end collate "C")`;
}

/**
 * The one region of a level in which all regions of an array of codes lie; null where they lie in several,
 * where one of them is of a higher level, and for an empty array. The first code gives the region, and two
 * comparisons with the whole array tell whether all others lie in it: no row is made of the array.
 */
export function commonRegionAt(codes: Sql, level: RegionLevel): Sql {
  const length = sql.lit(codeLength[level]);
  const place = sql`left((${codes})[1], ${length}) collate "C"`;
  return sql`(case when length((${codes})[1]) >= ${length}
    and ${place} <= all(${codes}) and ${place} || '/' > all(${codes}) then ${place} end)`;
}

/** The levels, the lowest first. */
export const levelsUpwards: readonly RegionLevel[] = Object.values(RegionLevel).reverse();

/** The smallest region in which all regions of an array of codes lie; null where several provinces hold them. */
export const smallestRegion = (codes: Sql): Sql =>
  sql`coalesce(${sql.join(levelsUpwards.map((level) => commonRegionAt(codes, level)))})`;
