import { InputType } from "type-graphql";
import { ExpectedVersionField, IdField, NewIdField } from "./input-fields.js";
import { inputFieldsOf, type Presence } from "./presence.js";

type InputClass<T> = abstract new () => T;

/** The base of inputs that create a noun. */
@InputType()
export abstract class CreationInput {
  @NewIdField()
  id?: string | null;
}

/** The fields of an input that changes a noun. */
export interface ChangeInput {
  id: string;
  expectedVersion: number;
}

/**
 * The presence of a noun's field in an input that changes the noun: an absent field stays as it is.
 */
const whenChanging: Readonly<Record<Presence, Presence>> = {
  required: "optional",
  optional: "optional",
  defaulted: "optional",
  nullable: "nullable",
};

/**
 * The base of an input that creates a noun with these fields. The fields stand in a plain class, so
 * that the input that changes the noun can share them.
 */
export function CreationOf<Fields extends object>(
  fields: InputClass<Fields>,
): InputClass<Fields & CreationInput> {
  @InputType()
  abstract class Creation extends CreationInput {}
  for (const { presence, declare } of inputFieldsOf(fields.prototype)) {
    declare(Creation.prototype, presence);
  }
  // The cast: the loop has declared the fields.
  return Creation as InputClass<Fields & CreationInput>;
}

/**
 * The base of an input that changes a noun: the noun's id, described as given, and the version that
 * the client saw.
 */
export function ChangeOf(noun: string): InputClass<ChangeInput>;
/** The same base with fields of the noun; only the fields that the client gives change. */
export function ChangeOf<Fields extends object>(
  noun: string,
  fields: InputClass<Fields>,
): InputClass<Partial<Fields> & ChangeInput>;
export function ChangeOf(noun: string, fields?: InputClass<object>): InputClass<ChangeInput> {
  @InputType()
  abstract class Change {
    @IdField({ description: noun })
    id!: string;
    @ExpectedVersionField()
    expectedVersion!: number;
  }
  for (const { presence, declare } of fields ? inputFieldsOf(fields.prototype) : []) {
    declare(Change.prototype, whenChanging[presence]);
  }
  return Change;
}
