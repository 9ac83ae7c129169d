import type { Rel } from "@mikro-orm/core";
import type { ChangeScope } from "../../../ledger/index.js";
import { Reference, seenByAll, UniqueOn } from "../../../reading/index.js";
import { Versioned, VersionedNoun } from "../../common/index.js";
import { Organisation, User } from "../../stakeholders/index.js";
import { Deliberation } from "../deliberation.js";
import { followsDeliberation } from "../deliberation-visibility.js";
import { Minutes } from "./minutes.js";

/** An attending organisation's acknowledgement of the minutes. */
@Versioned({
  within: ["minutes"],
  description: "An attending organisation's confirmation that the minutes are correct. Pengesahan.",
  defaultOrder: { field: "createdAt", descending: false },
  visible: followsDeliberation,
  visibleBelow: { deliberation: seenByAll },
})
@UniqueOn("acknowledgement_once", "minutes", "organisation")
export class Acknowledgement extends VersionedNoun {
  @Reference(() => Minutes, { index: false, description: "The minutes." })
  minutes!: Rel<Minutes>;

  @Reference(() => Deliberation, { description: "The deliberation." })
  deliberation!: Rel<Deliberation>;

  @Reference(() => Organisation, { description: "The organisation." })
  organisation!: Rel<Organisation>;

  @Reference(() => User, {
    nullable: true,
    index: false,
    mayBeHidden: true,
    description: "The person who acknowledged them; hidden from most viewers.",
  })
  user?: Rel<User> | null;

  override changeScope(): ChangeScope {
    return { ...this.deliberation.changeScope(), owner: this.organisation.id };
  }
}
