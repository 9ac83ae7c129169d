import { type Class, Dimension, type GroupSite, type Sql } from "../../reading/index.js";
import { Region, RegionLevel } from "./region.js";

/** The levels and the words for them in descriptions. */
const levels: Readonly<Record<RegionLevel, string>> = {
  PROVINCE: "The province",
  REGENCY: "The regency or city",
  DISTRICT: "The district",
  VILLAGE: "The village",
};

/**
 * The dimensions `province`, `regency`, `district` and `village` of a noun. `regionAt` gives the code of the one
 * region of a level in which all of a row's regions lie, so that groups add up to the whole.
 */
export function RegionDimensions(
  of: string,
  regionAt: (site: GroupSite, level: RegionLevel) => Sql,
  without: readonly RegionLevel[] = [],
): (target: Class) => void {
  return (target) => {
    for (const level of Object.values(RegionLevel).filter((one) => !without.includes(one))) {
      const description = `${levels[level]} in which ${of} lies; none where it lies in several or in none.`;
      const value = (site: GroupSite) => regionAt(site, level);
      Dimension(level.toLowerCase(), { noun: () => Region }, description, value)(target);
    }
  };
}
