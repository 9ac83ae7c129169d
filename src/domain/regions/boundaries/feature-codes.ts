import type { Feature } from "geojson";
import { digitsOf, regionCodeOf } from "../region-code.js";

/** The properties under which files of Indonesian offices have the region's code; letter case does not count. */
export const usualCodeProperties = [
  ...["code", "kode", "kode_wilayah", "kdppum", "kode_prov", "kdprov", "kode_provinsi"],
  ...["kode_kab", "kode_kk", "kdpkab", "kode_kabupaten", "kode_kabkota"],
] as const;

/**
 * The code of a feature, with its dots: of the property that is named, else of the most precise of the
 * usual ones, as a file of regencies has the province's code beside its own. Undefined where there is none.
 */
export function codeOfFeature(feature: Feature, named: string | undefined): string | undefined {
  const properties = Object.entries(feature?.properties ?? {});
  const isCode = (name: string) =>
    named === undefined
      ? (usualCodeProperties as readonly string[]).includes(name.toLowerCase())
      : name === named;
  const texts = properties
    .filter(
      ([name, value]) => isCode(name) && (typeof value === "string" || typeof value === "number"),
    )
    .map(([, value]) => digitsOf(String(value)))
    .filter((text) => text !== "");
  const [longest] = texts.toSorted((a, b) => b.length - a.length);
  return longest === undefined ? undefined : regionCodeOf(longest);
}
