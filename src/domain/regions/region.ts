import type { Rel } from "@mikro-orm/core";
import { Index } from "@mikro-orm/decorators/legacy";
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
import { isRegionCode, lowerRegions, someWithinRegion, withinRegion } from "./region-code.js";

/** The four levels of the Ministry of Home Affairs' codes. */
export const RegionLevel = defineEnum(
  "RegionLevel",
  "The level of a region, by the length of its code. Tingkat wilayah.",
  {
    PROVINCE: "Provinsi; its code is like `36`.",
    REGENCY: "Kabupaten or kota (regency or city); its code is like `36.02`.",
    DISTRICT: "Kecamatan (district); its code is like `36.02.27`.",
    VILLAGE:
      "Desa, kelurahan or desa adat (village); its code is like `36.02.27.2010`, and the last part begins with 2, 1 or 3.",
  },
);
export type RegionLevel = MemberOf<typeof RegionLevel>;

/** The length of the codes of each level: `36`, `36.02`, `36.02.27`, `36.02.27.2010`. */
export const codeLength: Record<RegionLevel, number> = {
  [RegionLevel.PROVINCE]: 2,
  [RegionLevel.REGENCY]: 5,
  [RegionLevel.DISTRICT]: 8,
  [RegionLevel.VILLAGE]: 13,
};

// Other groups add fields: programmes/added-fields.ts (areas), indicators/added-fields.ts (measurements).

// For search by words; contains in filters has the index of pg_trgm.
const byWords = `create index region_words on region using gin (to_tsvector('simple', name)) with (gin_pending_list_limit = 256)`;

/**
 * A region by the Ministry of Home Affairs' code. Regions are reference data: loaded in bulk, never
 * edited.
 */
@Noun({
  description:
    "A province, regency or city, district, or village, by the Ministry of Home Affairs' code (Kepmendagri). Reference data from the idn-area-data package (ODbL). Wilayah.",
  queries: { one: "region", many: "regions" },
  idColumn: "code",
  defaultOrder: { field: "code", descending: false },
  visible: seenByAll,
  rows: 92_000,
  changedWith: () => RegionCatalogue,
  implements: () => Node,
  conditions: {
    within: {
      description:
        "Is the region with this code, or lies in it: `36` also finds `36.02.27.2010` (codes nest by prefix).",
      check: (within, path) => {
        if (isRegionCode(within)) return;
        throw badField(
          path,
          "must be a region code like 36.02",
          "harus berupa kode wilayah seperti 36.02",
        );
      },
      sql: withinRegion,
      some: someWithinRegion,
    },
  },
})
@Index({ name: "region_words", expression: byWords })
export class Region {
  @Identifier(
    "code",
    "The Ministry of Home Affairs' code, for example `36.02.27.2010`. Kode wilayah.",
  )
  code!: string;

  @Derived("code", { description: "The id of a region: its code." }, (row) => row.column("code"))
  id!: string;

  @Column("text", { order: true, description: "The official name, for example `Kabupaten Lebak`." })
  name!: string;

  @EnumColumn(() => RegionLevel, { order: true, description: "Its level." })
  level!: RegionLevel;

  @Reference(() => Region, {
    nullable: true,
    description: "The region directly above it; none for a province.",
  })
  parent?: Rel<Region> | null;

  @Connection(() => Region, { by: "parent", description: "The regions directly below it." })
  children!: never;

  @Connection(() => Region, {
    by: (parent, child) => lowerRegions(child.column("code"), parent),
    description: "All regions in it, at every lower level.",
  })
  descendants!: never;
}
