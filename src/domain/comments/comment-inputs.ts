import { InputType } from "type-graphql";
import { ChangeOf, CreationInput, IdField, IdsField, TextField } from "../common/index.js";

/** The most that one comment mentions. */
const mostMentions = 20;

@InputType({
  description:
    "A new comment. Give exactly one of `actionId`, `outcomeId`, `assessmentId`, `viewId` and `replyToId`.",
})
export class AddCommentInput extends CreationInput {
  @IdField({ presence: "nullable", description: "The action that it is about." })
  actionId?: string | null;
  @IdField({ presence: "nullable", description: "The outcome that it is about." })
  outcomeId?: string | null;
  @IdField({ presence: "nullable", description: "The assessment that it is about." })
  assessmentId?: string | null;
  @IdField({ presence: "nullable", description: "The view that it is about." })
  viewId?: string | null;
  @IdField({
    presence: "nullable",
    description: "The comment that it replies to. Replies are to a first comment, not to a reply.",
  })
  replyToId?: string | null;
  @TextField({ max: 5000, lines: "several", description: "The text." })
  body!: string;
  @IdsField({
    max: mostMentions,
    presence: "defaulted",
    description: "The organisations and persons that it mentions, who must be able to read it.",
  })
  mentions?: string[] | null;
  @IdField({
    presence: "defaulted",
    description:
      "The organisation for which you comment. Needed only if you are a member of several and the hub would choose another one.",
  })
  organisationId?: string | null;
}

@InputType({ description: "The comment that its author takes back." })
export class TakeBackCommentInput extends ChangeOf("The comment.") {}
