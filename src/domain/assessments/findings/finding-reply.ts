import type { Rel } from "@mikro-orm/core";
import type { AccessScope } from "../../../access/index.js";
import type { ChangeScope } from "../../../ledger/index.js";
import { Column, Reference, type Sql, sql } from "../../../reading/index.js";
import { Versioned, VersionedNoun } from "../../common/index.js";
import { Action } from "../../plans/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { followsAssessmentAndPlan } from "../assessment-visibility.js";
import { ActionFinding } from "./action-finding.js";

/** Replies are seen by whoever sees what they reply to. */
const followsFinding = (scope: AccessScope, row: string): Sql =>
  sql`exists (select 1 from action_finding vf where vf.id = ${sql.ref(`${row}.finding_id`)}
    and ${followsAssessmentAndPlan(scope, "vf")})`;

/** What an action's lead says to a university's finding. */
@Versioned({
  description:
    "What an action's lead says to how far a university found it carried out. Never edited: a later one stands beside it, and nobody overwrites the other (rule 3). Tanggapan.",
  defaultOrder: { field: "createdAt", descending: false },
  visible: followsFinding,
})
export class FindingReply extends VersionedNoun {
  @Reference(() => ActionFinding, { description: "What it replies to." })
  finding!: Rel<ActionFinding>;

  @Reference(() => Action, { description: "The action." })
  action!: Rel<Action>;

  @Reference(() => Organisation, { index: false, description: "The lead that replies." })
  organisation!: Rel<Organisation>;

  @Column("text", { description: "The reply." })
  text!: string;

  override changeScope(): ChangeScope {
    return { ...this.finding.changeScope(), owner: this.organisation.id };
  }
}
