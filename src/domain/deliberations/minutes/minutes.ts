import type { Rel } from "@mikro-orm/core";
import type { ChangeScope } from "../../../ledger/index.js";
import { Column, Listing, Reference, seenByAll, UniqueOn } from "../../../reading/index.js";
import { Versioned, VersionedNoun } from "../../common/index.js";
import { Deliberation } from "../deliberation.js";
import { followsDeliberation } from "../deliberation-visibility.js";
import { Acknowledgement } from "./acknowledgement.js";

/** The record of a closed deliberation. It never changes: Postgres itself refuses updates. */
@Versioned({
  description:
    "The record of a closed deliberation: attendance, positions and outcomes as canonical JSON, with its SHA-256. It never changes. Berita acara.",
  defaultOrder: { field: "closedAt", descending: false },
  visible: followsDeliberation,
  hiddenInChanges: ["document"],
  visibleBelow: { deliberation: seenByAll },
})
@UniqueOn("minutes_once", "deliberation")
export class Minutes extends VersionedNoun {
  @Reference(() => Deliberation, { index: false, description: "The deliberation." })
  deliberation!: Rel<Deliberation>;

  @Column("instant", {
    order: true,
    description: "The instant at which the deliberation was closed.",
  })
  closedAt!: Date;

  @Column("text", {
    description:
      "The SHA-256 of `document` in UTF-8, in hexadecimal. Every reader of the document can check it; so does `rembuk verify`.",
  })
  sha256!: string;

  @Column("text", {
    length: 5_000_000,
    filter: false,
    description:
      "The whole record as canonical JSON (RFC 8785): attendance, outcomes with all their texts, and positions with reservations and objections. Its member `format` names the version of its shape.",
  })
  document!: string;

  @Listing(() => Acknowledgement, {
    by: "minutes",
    singular: "acknowledgement",
    description: "The acknowledgements by organisations that attended.",
  })
  acknowledgements!: never;

  override changeScope(): ChangeScope {
    return this.deliberation.changeScope();
  }
}
