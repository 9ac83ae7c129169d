import type { ChangeScope } from "../../ledger/index.js";
import { Column, Identifier, Node, Noun, seenByAll } from "../../reading/index.js";

/** What was loaded as the country's regions: one entry a version of the package. */
@Noun({
  description:
    "A loaded version of the country's regions: from which package, how many, and their SHA-256.",
  visible: seenByAll,
  implements: () => Node,
})
export class RegionCatalogue {
  @Identifier("id", "The id.")
  id!: string;

  @Column("text", { unique: true, description: "Package and version, as `idn-area-data@4.0.1`." })
  origin!: string;

  @Column("text", { description: "SHA-256 of the files' contents, hex." })
  sha256!: string;

  @Column("int", { description: "How many provinces." })
  provinces!: number;

  @Column("int", { description: "How many regencies and cities." })
  regencies!: number;

  @Column("int", { description: "How many districts." })
  districts!: number;

  @Column("int", { description: "How many villages." })
  villages!: number;

  changeScope(): ChangeScope {
    return {};
  }
}
