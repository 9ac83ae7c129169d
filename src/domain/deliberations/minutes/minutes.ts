import type { Rel } from "@mikro-orm/core";
import type { ChangeScope } from "../../../ledger/index.js";
import { Column, Listing, Reference, seenByAll, UniqueOn } from "../../../reading/index.js";
import { Versioned, VersionedNoun } from "../../common/index.js";
import { Deliberation } from "../deliberation.js";
import { followsDeliberation } from "../deliberation-visibility.js";
import { Acknowledgement } from "./acknowledgement.js";

/** The record of a closed deliberation. Never changed: Postgres itself refuses it. */
@Versioned({
  description:
    "The record of a closed deliberation: attendance, positions, outcomes, and a SHA-256 over their canonical JSON. It never changes. Berita acara.",
  defaultOrder: { field: "closedAt", descending: false },
  visible: followsDeliberation,
  hiddenInChanges: ["document"],
  visibleBelow: { deliberation: seenByAll },
})
@UniqueOn("minutes_once", "deliberation")
export class Minutes extends VersionedNoun {
  @Reference(() => Deliberation, { index: false, description: "The deliberation." })
  deliberation!: Rel<Deliberation>;

  @Column("instant", { order: true, description: "When the deliberation was closed." })
  closedAt!: Date;

  @Column("text", {
    description:
      "The SHA-256 of `document` in UTF-8, hex: whoever holds the document can check it, as `rembuk verify` does.",
  })
  sha256!: string;

  @Column("text", {
    filter: false,
    description:
      "The whole record as canonical JSON (RFC 8785): attendance, outcomes with all their texts, positions with their reservations and objections. Its `format` names its shape.",
  })
  document!: string;

  @Listing(() => Acknowledgement, {
    by: "minutes",
    singular: "acknowledgement",
    description: "The organisations that acknowledged it.",
  })
  acknowledgements!: never;

  override changeScope(): ChangeScope {
    return this.deliberation.changeScope();
  }
}
