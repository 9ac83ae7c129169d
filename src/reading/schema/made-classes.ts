import { Args, ArgsType, Field, InputType, ObjectType, Resolver } from "type-graphql";
import type { Class } from "../model/class.js";

// type-graphql's decorators are typed for classes that stand in the source. These functions apply them to
// classes that are made from the dictionary, and hold the casts that this needs.

/** A new class of this name. */
export const classNamed = (name: string): Class => ({ [name]: class {} })[name] as unknown as Class;

interface FieldOptions {
  description: string;
  nullable?: boolean;
  defaultValue?: unknown;
}

/** Adds a field to a made class. */
export function addField(
  target: Class,
  name: string,
  type: () => unknown,
  options: FieldOptions,
): void {
  Field(type as () => never, options)(target.prototype, name);
}

/** Makes a class an object type, once its fields are added. */
export const asObjectType = (target: Class, description: string): void =>
  ObjectType({ description })(target as never);

/** Makes a class an input type. */
export const asInputType = (target: Class, description: string): void =>
  InputType(target.name, { description })(target as never);

/** Makes a class the arguments of a field. */
export const asArguments = (target: Class): void => ArgsType()(target as never);

/** Makes a class a resolver. */
export const asResolver = (target: Class): void => Resolver()(target as never);

/** Gives a field the arguments of a made class. */
export const takesArguments =
  (type: () => Class) =>
  (prototype: object, name: string): void =>
    Args(type as () => never)(prototype, name, 0);
