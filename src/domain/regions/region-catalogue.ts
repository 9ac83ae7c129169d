import type { ChangeScope } from "../../ledger/index.js";
import { Column, Identifier, Node, Noun, seenByAll } from "../../reading/index.js";

/** A loaded version of the country's regions; one row for each version of the package. */
@Noun({
  description:
    "A loaded version of the country's regions: its package, the number of regions, and the SHA-256 of its files.",
  visible: seenByAll,
  implements: () => Node,
})
export class RegionCatalogue {
  @Identifier("id", "The id.")
  id!: string;

  @Column("text", {
    unique: true,
    description: "The package and its version, for example `idn-area-data@4.0.1`.",
  })
  origin!: string;

  @Column("text", { description: "The SHA-256 of the files' contents, in hex." })
  sha256!: string;

  @Column("int", { description: "The number of provinces." })
  provinces!: number;

  @Column("int", { description: "The number of regencies and cities." })
  regencies!: number;

  @Column("int", { description: "The number of districts." })
  districts!: number;

  @Column("int", { description: "The number of villages." })
  villages!: number;

  changeScope(): ChangeScope {
    return {};
  }
}
