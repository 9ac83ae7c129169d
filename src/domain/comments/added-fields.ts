import { Connection } from "../../reading/index.js";
import { Assessment } from "../assessments/index.js";
import { Outcome } from "../deliberations/index.js";
import { Action } from "../plans/index.js";
import { View } from "../views/index.js";
import { Comment } from "./comment.js";

// Fields that this group adds to nouns of lower groups. Those do not know this group, because imports
// point down only.

const description = "The comments on it, replies included, the earliest first.";

for (const [target, by] of [
  [Action, "action"],
  [Outcome, "outcome"],
  [Assessment, "assessment"],
  [View, "view"],
] as const) {
  Connection(() => Comment, { by, singular: "comment", description })(target.prototype, "comments");
}
