import { IsUrl, MaxLength, ValidateIf } from "class-validator";
import { Field, InputType, ObjectType } from "type-graphql";
import { PartialDateScalar } from "../../../platform/scalars.js";
import { NestedField, TextField } from "../inputs/input-fields.js";

/** A publication that a record's facts come from (rule 10 of the domain). */
@ObjectType({ description: "A publication that a record's facts come from. Sumber." })
export class Source {
  @Field(() => String, {
    nullable: true,
    description: "The publisher's or the hub's short name for it.",
  })
  key?: string | null;
  @Field(() => String, { description: "Who published it." })
  publisher!: string;
  @Field(() => PartialDateScalar, { nullable: true, description: "When, as exactly as is known." })
  date?: string | null;
  @Field(() => String, { nullable: true, description: "What it is about." })
  note?: string | null;
  @Field(() => String, { nullable: true, description: "Its address (URL)." })
  address?: string | null;
}

/** A publication, as a mutation gives it. */
@InputType({ description: "A publication that the record's facts come from." })
export class SourceInput {
  @TextField({ max: 80, nullable: true, clearable: true, description: "A short name for it." })
  key?: string | null;
  @TextField({ max: 200, description: "Who published it." })
  publisher!: string;
  @Field(() => PartialDateScalar, { nullable: true, description: "When, as exactly as is known." })
  date?: string | null;
  @TextField({ max: 2000, nullable: true, clearable: true, description: "What it is about." })
  note?: string | null;
  @Field(() => String, { nullable: true, description: "Its address (http or https URL)." })
  @ValidateIf((_, value) => value !== null && value !== undefined)
  @MaxLength(2000)
  @IsUrl({ protocols: ["http", "https"], require_protocol: true })
  address?: string | null;
}

/** The sources of a record: on creation they may be absent, an update replaces them when given. */
export const SourcesField = (on: "create" | "update") =>
  NestedField(() => SourceInput, {
    max: 50,
    nullable: true,
    clearable: on === "create",
    description: "Where its facts come from.",
  });

/**
 * The sources as they are stored: every field present, and in the order in which jsonb gives them
 * back, as the ORM compares texts and would see a change in another order.
 */
export const sourcesOf = (inputs: readonly SourceInput[] | null | undefined): Source[] =>
  (inputs ?? []).map(({ key, publisher, date, note, address }) => ({
    key: key ?? null,
    date: date ?? null,
    note: note ?? null,
    address: address ?? null,
    publisher,
  }));
