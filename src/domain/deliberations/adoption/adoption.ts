import type { Rel } from "@mikro-orm/core";
import type { AccessScope } from "../../../access/index.js";
import type { ChangeScope } from "../../../ledger/index.js";
import { allOf, Reference, type RowRef, type Sql, UniqueOn } from "../../../reading/index.js";
import { Versioned, VersionedNoun } from "../../common/index.js";
import { Action, ActionPlan, followsPlan } from "../../plans/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { Deliberation } from "../deliberation.js";
import { followsDeliberation } from "../deliberation-visibility.js";
import { Outcome } from "../outcomes/outcome.js";

/** The adoptions for which the viewer may see both the deliberation and the plan; also for their changes. */
function followsBoth(scope: AccessScope, row: RowRef): Sql {
  return allOf([followsDeliberation(scope, row), followsPlan(scope, row)]);
}

/** The link from an outcome to an action that results from it. */
@Versioned({
  within: ["outcome", "action"],
  description:
    "The link from an outcome to an action of a plan that results from it. Visible to viewers who may see both. Tindak lanjut.",
  defaultOrder: { field: "createdAt", descending: false },
  visible: followsBoth,
  changesVisible: followsBoth,
})
@UniqueOn("adoption_once", "outcome", "action")
export class Adoption extends VersionedNoun {
  @Reference(() => Outcome, { index: false, description: "The outcome." })
  outcome!: Rel<Outcome>;

  @Reference(() => Deliberation, { description: "The outcome's deliberation." })
  deliberation!: Rel<Deliberation>;

  @Reference(() => Action, { description: "The action." })
  action!: Rel<Action>;

  @Reference(() => ActionPlan, { description: "The action's plan." })
  plan!: Rel<ActionPlan>;

  @Reference(() => Organisation, {
    nullable: true,
    index: false,
    description: "The organisation on whose behalf the link was made.",
  })
  organisation?: Rel<Organisation> | null;

  override changeScope(): ChangeScope {
    return { ...this.plan.changeScope(), deliberation: this.deliberation.id };
  }
}
