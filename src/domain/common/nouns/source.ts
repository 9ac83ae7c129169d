import { Field, InputType, ObjectType } from "type-graphql";
import { PartialDateScalar } from "../../../platform/scalars.js";
import { InputsField, TextField, UrlField, ValueField } from "../inputs/input-fields.js";

/** A publication that a record's facts come from (rule 10 of the domain). */
@ObjectType({ description: "A publication that a record's facts come from. Sumber." })
export class Source {
  @Field(() => String, {
    nullable: true,
    description: "The short name that the publisher or the hub gives it.",
  })
  key?: string | null;
  @Field(() => String, { description: "The publisher." })
  publisher!: string;
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "The date of publication, as exactly as it is known.",
  })
  date?: string | null;
  @Field(() => String, { nullable: true, description: "The subject of the publication." })
  note?: string | null;
  @Field(() => String, { nullable: true, description: "Its address (URL)." })
  address?: string | null;
}

@InputType({ description: "A publication that the record's facts come from." })
export class SourceInput {
  @TextField({ max: 80, presence: "nullable", description: "A short name for it." })
  key?: string | null;
  @TextField({ max: 200, description: "The publisher." })
  publisher!: string;
  @ValueField(() => PartialDateScalar, {
    presence: "nullable",
    description: "The date of publication, as exactly as it is known.",
  })
  date?: string | null;
  @TextField({
    max: 2000,
    lines: "several",
    presence: "nullable",
    description: "The subject of the publication.",
  })
  note?: string | null;
  @UrlField({ presence: "nullable", description: "Its address (http or https URL)." })
  address?: string | null;
}

/**
 * The sources of a record. On creation they may be absent; on a change they replace the earlier
 * ones.
 */
export const SourcesField = (): PropertyDecorator =>
  InputsField(() => SourceInput, {
    max: 50,
    presence: "defaulted",
    description: "The sources of the record's facts.",
  });

/**
 * The sources in their stored form: every field is present, in the key order of jsonb. The ORM
 * compares texts, and would see a change in another order.
 */
export const sourcesOf = (inputs: readonly SourceInput[] | null | undefined): Source[] =>
  (inputs ?? []).map(({ key, publisher, date, note, address }) => ({
    key: key ?? null,
    date: date ?? null,
    note: note ?? null,
    address: address ?? null,
    publisher,
  }));
