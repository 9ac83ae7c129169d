import type { Rel } from "@mikro-orm/core";
import type { ChangeScope } from "../../ledger/index.js";
import { Column, Reference, UniqueOn } from "../../reading/index.js";
import { Versioned, VersionedNoun } from "../common/index.js";
import { View } from "./view.js";
import { isOwn } from "./view-visibility.js";

/** A viewer's mark on a view that they want to find again. */
@Versioned({
  description:
    "A viewer's mark on a view that they want to find again. Only the person, or the API key, sees their own. Bintang.",
  visible: isOwn,
})
@UniqueOn("view_star_once", "view", "holder")
export class ViewStar extends VersionedNoun {
  @Reference(() => View, {
    mayBeHidden: true,
    nullable: true,
    description: "The view; null once it is hidden from the viewer.",
  })
  view!: Rel<View>;

  @Column("id", { secret: true, description: "The person or the API key." })
  holder!: string;

  override changeScope(): ChangeScope {
    return {};
  }
}
