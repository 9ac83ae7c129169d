import type { Rel } from "@mikro-orm/core";
import { Field, ObjectType } from "type-graphql";
import type { ChangeScope } from "../../../ledger/index.js";
import { Column, EnumColumn, Reference, Structure } from "../../../reading/index.js";
import { Versioned, VersionedNoun } from "../../common/index.js";
import { Organisation, User } from "../../stakeholders/index.js";
import { Assessment } from "../assessment.js";
import { staysAtWork } from "../assessment-visibility.js";
import { Verdict } from "../enums.js";

/** A second reader's comment on one question. */
@ObjectType({ description: "A second reader's comment on one question. Catatan telaah." })
export class ReviewComment {
  @Field(() => String, { description: "The question's key." })
  question!: string;
  @Field(() => String, { description: "The comment." })
  text!: string;
}

/** A second reader's verdict on one submission of an assessment. */
@Versioned({
  within: ["assessment"],
  description:
    "A second reader's verdict on one submission of an assessment, with comments by question. It never changes. Visible only to the organisations that work on the assessment. Telaah.",
  defaultOrder: { field: "createdAt", descending: false },
  visible: staysAtWork,
})
export class Review extends VersionedNoun {
  @Reference(() => Assessment, { description: "The assessment." })
  assessment!: Rel<Assessment>;

  @Column("int", { description: "The number of the submission, from 1." })
  submission!: number;

  @Reference(() => Organisation, { index: false, description: "The reader's organisation." })
  organisation!: Rel<Organisation>;

  @Reference(() => User, {
    nullable: true,
    index: false,
    mayBeHidden: true,
    description: "The reader; hidden from most viewers, and null for an API key.",
  })
  user?: Rel<User> | null;

  @EnumColumn(() => Verdict, { description: "The verdict." })
  verdict!: Verdict;

  @Column("text", {
    length: 5000,
    nullable: true,
    filter: false,
    description: "The summary in words.",
  })
  summary?: string | null;

  @Structure(() => [ReviewComment], {
    default: "'[]'",
    description: "The comments on single questions.",
  })
  comments!: ReviewComment[];

  override changeScope(): ChangeScope {
    return this.assessment.changeScope();
  }
}
