import type { Rel } from "@mikro-orm/core";
import { badField } from "../../platform/errors.js";
import {
  Column,
  Connection,
  Derived,
  defineEnum,
  EnumColumn,
  Identifier,
  type MemberOf,
  Node,
  Noun,
  Reference,
  seenByAll,
} from "../../reading/index.js";
import { RegionCatalogue } from "./region-catalogue.js";
import { isRegionCode, lowerRegions, withinRegion } from "./region-code.js";

/** The four levels of the Ministry of Home Affairs' codes. */
export const RegionLevel = defineEnum(
  "RegionLevel",
  "The level of a region, by the length of its code. Tingkat wilayah.",
  {
    PROVINCE: "Provinsi; code as `36`.",
    REGENCY: "Kabupaten or kota (regency or city); code as `36.02`.",
    DISTRICT: "Kecamatan (district); code as `36.02.27`.",
    VILLAGE:
      "Desa, kelurahan or desa adat (village); code as `36.02.27.2010`, whose last part begins with 2, 1 or 3.",
  },
);
export type RegionLevel = MemberOf<typeof RegionLevel>;

// Other groups add fields: programmes/added-fields.ts (areas), indicators/added-fields.ts (measurements).

/** A region by the Ministry of Home Affairs' code; reference data, loaded in bulk, never edited. */
@Noun({
  description:
    "A province, regency or city, district, or village, by the Ministry of Home Affairs' code (Kepmendagri). Reference data from the idn-area-data package (ODbL). Wilayah.",
  queries: { one: "region", many: "regions" },
  idColumn: "code",
  defaultOrder: { field: "code", descending: false },
  visible: seenByAll,
  changedWith: () => RegionCatalogue,
  implements: () => Node,
  conditions: {
    within: {
      description:
        "Lies in the region with this code, or is it: `36` finds `36.02.27.2010` too (regions nest by prefix).",
      check: (within, path) => {
        if (isRegionCode(within)) return;
        throw badField(
          path,
          "must be a region's code as 36.02",
          "harus berupa kode wilayah seperti 36.02",
        );
      },
      sql: withinRegion,
    },
  },
})
export class Region {
  @Identifier("code", "The Ministry of Home Affairs' code, as `36.02.27.2010`. Kode wilayah.")
  code!: string;

  @Derived("code", { description: "The code: a region's id." }, (row) => row.column("code"))
  id!: string;

  @Column("text", { order: true, description: "The official name, as `Kabupaten Lebak`." })
  name!: string;

  @EnumColumn(() => RegionLevel, { order: true, description: "Its level." })
  level!: RegionLevel;

  @Reference(() => Region, {
    nullable: true,
    description: "The region that it lies in directly; none for a province.",
  })
  parent?: Rel<Region> | null;

  @Connection(() => Region, { by: "parent", description: "The regions directly in it." })
  children!: never;

  @Connection(() => Region, {
    by: (parent, child) => lowerRegions(child.column("code"), parent),
    description: "All regions in it, of every lower level.",
  })
  descendants!: never;
}
