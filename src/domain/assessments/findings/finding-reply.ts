import type { Rel } from "@mikro-orm/core";
import type { AccessScope } from "../../../access/index.js";
import type { ChangeScope } from "../../../ledger/index.js";
import { Column, exists, Reference, type RowRef, type Sql, sql } from "../../../reading/index.js";
import { Versioned, VersionedNoun } from "../../common/index.js";
import { Action } from "../../plans/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { followsAssessmentAndPlan } from "../assessment-visibility.js";
import { ActionFinding } from "./action-finding.js";

/** The replies to findings that the viewer may see. */
function followsFinding(scope: AccessScope, reply: RowRef): Sql {
  return exists(
    ActionFinding,
    reply,
    (finding) => sql`${finding.column("id")} = ${reply.column("finding_id")}
      and ${followsAssessmentAndPlan(scope, finding)}`,
  );
}

/** The reply of an action's lead to a university's finding. */
@Versioned({
  within: ["finding"],
  description:
    "The reply of an action's lead to a university's finding about the action. It never changes. A later reply is added to it; neither side can overwrite the other (rule 3). Tanggapan.",
  defaultOrder: { field: "createdAt", descending: false },
  visible: followsFinding,
})
export class FindingReply extends VersionedNoun {
  @Reference(() => ActionFinding, { description: "The finding that it replies to." })
  finding!: Rel<ActionFinding>;

  @Reference(() => Action, { description: "The action." })
  action!: Rel<Action>;

  @Reference(() => Organisation, { index: false, description: "The lead that replies." })
  organisation!: Rel<Organisation>;

  @Column("text", { length: 5000, description: "The reply." })
  text!: string;

  override changeScope(): ChangeScope {
    return { ...this.finding.changeScope(), owner: this.organisation.id };
  }
}
