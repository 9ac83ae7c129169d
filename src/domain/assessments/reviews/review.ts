import type { Rel } from "@mikro-orm/core";
import { Field, ObjectType } from "type-graphql";
import type { ChangeScope } from "../../../ledger/index.js";
import { Column, EnumColumn, Reference, Structure } from "../../../reading/index.js";
import { Versioned, VersionedNoun } from "../../common/index.js";
import { Organisation, User } from "../../stakeholders/index.js";
import { Assessment } from "../assessment.js";
import { staysAtWork } from "../assessment-visibility.js";
import { Verdict } from "../enums.js";

/** What a second reader says to one question. */
@ObjectType({ description: "What a second reader says to one question. Catatan telaah." })
export class ReviewComment {
  @Field(() => String, { description: "The question's key." })
  question!: string;
  @Field(() => String, { description: "The comment." })
  text!: string;
}

/** A second reader's verdict on an assessment as it was handed in. */
@Versioned({
  description:
    "A second reader's verdict on an assessment as it was handed in, with comments by question. Never edited; seen by those at work on the assessment. Telaah.",
  defaultOrder: { field: "createdAt", descending: false },
  visible: staysAtWork,
})
export class Review extends VersionedNoun {
  @Reference(() => Assessment, { description: "The assessment." })
  assessment!: Rel<Assessment>;

  @Column("int", { description: "Which time of being handed in it is about, from 1 on." })
  submission!: number;

  @Reference(() => Organisation, { index: false, description: "The reader's organisation." })
  organisation!: Rel<Organisation>;

  @Reference(() => User, {
    nullable: true,
    index: false,
    mayBeHidden: true,
    description: "The reader; hidden from most, none for a key.",
  })
  user?: Rel<User> | null;

  @EnumColumn(() => Verdict, { description: "The verdict." })
  verdict!: Verdict;

  @Column("text", { nullable: true, filter: false, description: "The whole, in words." })
  summary?: string | null;

  @Structure(() => [ReviewComment], {
    default: "'[]'",
    description: "What is said to single questions.",
  })
  comments!: ReviewComment[];

  override changeScope(): ChangeScope {
    return this.assessment.changeScope();
  }
}
