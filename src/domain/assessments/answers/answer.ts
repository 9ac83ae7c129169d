import type { Rel } from "@mikro-orm/core";
import { Property } from "@mikro-orm/decorators/legacy";
import type { ChangeScope } from "../../../ledger/index.js";
import { Column, Derived, Reference, sql, UniqueOn } from "../../../reading/index.js";
import { seenOnceDeleted, Versioned, VersionedNoun } from "../../common/index.js";
import { Assessment } from "../assessment.js";
import { changedAtWork, followsAssessment } from "../assessment-visibility.js";

/** The answer to one question, in the field of the question's kind. */
@Versioned({
  description:
    "The answer to one question of an assessment; the field of the question's kind holds it, the others are null. Jawaban.",
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

  @Column("int", { order: true, description: "The question's place in the instrument, from 1 on." })
  number!: number;

  @Column("int", { nullable: true, description: "The answer on a scale." })
  scale?: number | null;

  // `value` because `number` is the place: the input's field for it is called `number`.
  @Column("float", { nullable: true, description: "The answer to a NUMBER." })
  value?: number | null;

  @Column("float", { nullable: true, description: "The answer to a PERCENT." })
  percent?: number | null;

  @Column("money", { nullable: true, description: "The answer to a MONEY, in whole rupiah." })
  money?: string | null;

  @Column("text", { nullable: true, description: "The key of the option chosen." })
  choice?: string | null;

  @Property({
    type: "array",
    columnType: "text[]",
    fieldName: "choices",
    nullable: true,
  })
  @Derived(
    "json",
    { type: () => [String], nullable: true, description: "The keys of the options chosen." },
    (row) => sql`to_jsonb(${row.column("choices")})`,
  )
  choices?: string[] | null;

  @Column("boolean", { nullable: true, description: "The answer to a yes or no." })
  boolean?: boolean | null;

  @Column("text", { nullable: true, filter: false, description: "The answer in words." })
  text?: string | null;

  @Column("text", { nullable: true, filter: false, description: "A remark of the university's." })
  note?: string | null;

  @Column("float", {
    nullable: true,
    order: true,
    description:
      "Its score, 0 to 100; null where the question is not scored, or not asked by its condition.",
  })
  score?: number | null;

  override changeScope(): ChangeScope {
    return this.assessment.changeScope();
  }
}
