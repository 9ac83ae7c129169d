import type { Rel } from "@mikro-orm/core";
import type { ChangeScope } from "../../ledger/index.js";
import {
  Column,
  Connection,
  defineEnum,
  EnumColumn,
  type MemberOf,
  Reference,
  seenByAll,
} from "../../reading/index.js";
import { Versioned, VersionedNoun } from "../common/index.js";
import { Region, RegionDimensions, regionAt } from "../regions/index.js";
import { ApiKey } from "./api-key.js";
import { Membership } from "./membership.js";

/** The seven sectors of a deliberation; quorum counts them (rule 1 of the domain). */
export const Sector = defineEnum(
  "Sector",
  "The sector of a stakeholder; quorum counts sectors, not heads.",
  {
    CENTRAL_GOVERNMENT: "A ministry, agency or national body. Pemerintah pusat.",
    REGIONAL_GOVERNMENT: "A province, regency or city, or one of its agencies. Pemerintah daerah.",
    VILLAGE_GOVERNMENT: "A village's government. Pemerintah desa.",
    PRIVATE_SECTOR: "A company, including state-owned enterprises. Dunia usaha.",
    UNIVERSITY: "A university or polytechnic. Perguruan tinggi.",
    NGO: "A non-governmental organisation. LSM.",
    COMMUNITY_GROUP: "A community or customary group. Kelompok masyarakat.",
  },
);
export type Sector = MemberOf<typeof Sector>;

/** A stakeholder. */
@Versioned({
  description:
    "A stakeholder: a public body, company, university, NGO or community group. Lembaga.",
  queries: { one: "organisation", many: "organisations" },
  filterBy: "key",
  defaultOrder: { field: "key", descending: false },
  visible: seenByAll,
})
@RegionDimensions("its home region", ({ row }, level) => regionAt(row.column("region_id"), level))
export class Organisation extends VersionedNoun {
  @Column("key", {
    unique: true,
    order: true,
    description: "Its stable key, readable in an address.",
  })
  key!: string;

  @Column("text", { order: true, description: "Its official name." })
  name!: string;

  @EnumColumn(() => Sector, { order: true, description: "Its sector." })
  sector!: Sector;

  @Column("boolean", {
    default: "false",
    description: "True for a state-owned enterprise (BUMN or BUMD); only in the private sector.",
  })
  stateOwned!: boolean;

  @Reference(() => Organisation, {
    nullable: true,
    description: "The organisation that it is part of.",
  })
  parent?: Rel<Organisation> | null;

  @Reference(() => Region, { nullable: true, description: "Its home region." })
  region?: Rel<Region> | null;

  @Column("text", {
    length: 1000,
    nullable: true,
    filter: false,
    description: "Its contact details: office, telephone, address. Public.",
  })
  contact?: string | null;

  @Column("text", {
    length: 2000,
    nullable: true,
    filter: false,
    description: "A remark on the record.",
  })
  note?: string | null;

  @Connection(() => Organisation, {
    by: "parent",
    description: "The organisations that are part of it.",
  })
  children!: never;

  @Connection(() => Membership, {
    by: "organisation",
    description: "Its members; visible only to members and the platform's operator.",
  })
  memberships!: never;

  @Connection(() => ApiKey, {
    by: "organisation",
    description: "Its API keys, without their secrets; visible only to its administrators.",
  })
  apiKeys!: never;

  override changeScope(): ChangeScope {
    return { owner: this.id };
  }
}
