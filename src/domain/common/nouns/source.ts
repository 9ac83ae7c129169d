import { Field, InputType, ObjectType } from "type-graphql";
import { PartialDateScalar } from "../../../platform/scalars.js";
import { InputsField, TextField, UrlField, ValueField } from "../inputs/input-fields.js";

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

@InputType({ description: "A publication that the record's facts come from." })
export class SourceInput {
  @TextField({ max: 80, presence: "nullable", description: "A short name for it." })
  key?: string | null;
  @TextField({ max: 200, description: "Who published it." })
  publisher!: string;
  @ValueField(() => PartialDateScalar, {
    presence: "nullable",
    description: "When, as exactly as is known.",
  })
  date?: string | null;
  @TextField({ max: 2000, presence: "nullable", description: "What it is about." })
  note?: string | null;
  @UrlField({ presence: "nullable", description: "Its address (http or https URL)." })
  address?: string | null;
}

/** The sources of a record: on creation they may be absent, a change replaces them when given. */
export const SourcesField = (): PropertyDecorator =>
  InputsField(() => SourceInput, {
    max: 50,
    presence: "defaulted",
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
