import type { Rel } from "@mikro-orm/core";
import { Index } from "@mikro-orm/decorators/legacy";
import type { ChangeScope } from "../../ledger/index.js";
import {
  Column,
  Dimension,
  Dimensions,
  defineEnum,
  EnumColumn,
  InLanguage,
  type MemberOf,
  Reference,
  References,
  seenByAll,
} from "../../reading/index.js";
import { type StoredText, Translated, Versioned, VersionedNoun } from "../common/index.js";
import { commonRegionAt, Region, RegionDimensions } from "../regions/index.js";
import { Programme } from "./programme.js";

/** The criteria by which areas were chosen (the cases' `areaCriteria`). */
export const AreaCharacter = defineEnum(
  "AreaCharacter",
  "A criterion by which an area is chosen. Karakter kawasan.",
  {
    RURAL: "Rural. Perdesaan.",
    URBAN: "Urban. Perkotaan.",
    LOCAL_POTENTIAL: "With local potential. Potensi lokal.",
    SUPER_PRIORITY_TOURISM:
      "Around a super-priority tourism destination. Destinasi pariwisata super prioritas.",
    INDUSTRY_SURROUNDINGS: "Around industry. Sekitar kawasan industri.",
    FRONTIER_OUTERMOST_DISADVANTAGED:
      "Frontier, outermost, disadvantaged. Terdepan, terluar, tertinggal (3T).",
    AFFIRMATIVE: "With special support. Afirmasi.",
    MIGRANT_WORKER_POCKET: "The origin of many migrant workers. Kantong pekerja migran.",
    HIGH_UNEMPLOYMENT_AND_EXTREME_POVERTY:
      "High unemployment and extreme poverty. Pengangguran tinggi dan kemiskinan ekstrem.",
    DISASTER_PRONE: "Prone to disasters. Rawan bencana.",
    CUSTOMARY_COMMUNITY: "A customary community. Masyarakat adat.",
  },
);
export type AreaCharacter = MemberOf<typeof AreaCharacter>;

// Other groups add fields: the added-fields.ts of indicators, enterprises, deliberations and assessments,
// and assessments/comparison/comparison.ts.

// The regions in which each area has a part. An area is seldom written: its entries go into the index at once.
const byPlace = `create index area_places on area using gin ((region_places(region_ids)) collate "C") with (fastupdate = off)`;

/** A named set of regions that are treated as one; it may cross regencies. */
@Versioned({
  scopeMember: "area",
  description: "A named set of regions that are treated as one; it may cross regencies. Kawasan.",
  queries: { one: "area", many: "areas" },
  isSmall: true,
  filterBy: "key",
  defaultOrder: { field: "key", descending: false },
  visible: seenByAll,
})
@Index({ name: "area_places", expression: byPlace })
@Dimension("year", "int", "The year in which it was included.", ({ row }) => row.column("year"))
@Dimensions({ programmeOwner: "programme.owner" })
@RegionDimensions("it", ({ row }, level) => commonRegionAt(row.column("region_ids"), level))
export class Area extends VersionedNoun {
  @Column("key", {
    unique: true,
    order: true,
    description: "Its stable key, readable in an address.",
  })
  key!: string;

  @InLanguage({ of: "nameText", order: true, description: "Its name in the request's language." })
  name!: never;

  @Translated("Its name in both languages.")
  nameText!: StoredText;

  @Column("text", { nullable: true, description: "The main economic activity. Tema." })
  theme?: string | null;

  @Column("int", {
    nullable: true,
    order: true,
    description: "The year in which the area was included.",
  })
  year?: number | null;

  @EnumColumn(() => AreaCharacter, { list: true, description: "The criteria that it meets." })
  characters!: AreaCharacter[];

  @References(() => Region, {
    singular: "region",
    columnType: "text[]",
    description: "The regions that it consists of, in the order given.",
  })
  regions!: string[];

  @Reference(() => Programme, {
    nullable: true,
    description:
      "The programme that it was chosen for; none for an area that several programmes share.",
  })
  programme?: Rel<Programme> | null;

  override changeScope(): ChangeScope {
    return { area: this.id, programme: this.programme?.id };
  }
}
