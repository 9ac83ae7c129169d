import type { Rel } from "@mikro-orm/core";
import { Property } from "@mikro-orm/decorators/legacy";
import type { ChangeScope } from "../../../ledger/index.js";
import { Column, Derived, Reference, sql, UniqueOn } from "../../../reading/index.js";
import { seenOnceDeleted, Versioned, VersionedNoun } from "../../common/index.js";
import { Assessment } from "../assessment.js";
import { changedAtWork, followsAssessment } from "../assessment-visibility.js";

/** The answer to one question, in the field for the question's kind. */
@Versioned({
  within: ["assessment"],
  description:
    "The answer to one question of an assessment. It is in the field for the question's kind; the other fields are null. Jawaban.",
  defaultOrder: { field: "number", descending: false },
  visible: followsAssessment,
  changesVisible: seenOnceDeleted(() => Answer, changedAtWork),
})
@UniqueOn("answer_once", "assessment", "question")
export class Answer extends VersionedNoun {
  @Reference(() => Assessment, { index: false, description: "The assessment." })
  assessment!: Rel<Assessment>;

  @Column("text", { order: true, description: "The question's key." })
  question!: string;

  @Column("int", { order: true, description: "The question's place in the instrument, from 1." })
  number!: number;

  @Column("int", { nullable: true, description: "The answer to a SCALE question." })
  scale?: number | null;

  // Named `value`, because `number` is the question's place. The input's field for it is `number`.
  @Column("float", { nullable: true, description: "The answer to a NUMBER question." })
  value?: number | null;

  @Column("float", { nullable: true, description: "The answer to a PERCENT question." })
  percent?: number | null;

  @Column("money", {
    nullable: true,
    description: "The answer to a MONEY question, in whole rupiah.",
  })
  money?: string | null;

  @Column("text", {
    nullable: true,
    description: "The key of the chosen option, for a CHOICE question.",
  })
  choice?: string | null;

  @Property({
    type: "array",
    columnType: "text[]",
    fieldName: "choices",
    nullable: true,
  })
  @Derived(
    "json",
    {
      type: () => [String],
      nullable: true,
      stored: true,
      description: "The keys of the chosen options, for a MULTI_CHOICE question.",
    },
    (row) => sql`to_jsonb(${row.column("choices")})`,
  )
  choices?: string[] | null;

  @Column("boolean", { nullable: true, description: "The answer to a BOOLEAN question." })
  boolean?: boolean | null;

  @Column("text", {
    length: 5000,
    nullable: true,
    filter: false,
    description: "The answer to a TEXT question.",
  })
  text?: string | null;

  @Column("text", {
    length: 2000,
    nullable: true,
    filter: false,
    description: "A remark by the university.",
  })
  note?: string | null;

  @Column("float", {
    nullable: true,
    order: true,
    description:
      "Its score, 0 to 100; null when the question has no score, or does not apply by its condition.",
  })
  score?: number | null;

  override changeScope(): ChangeScope {
    return this.assessment.changeScope();
  }
}
