import { Index } from "@mikro-orm/decorators/legacy";
import { Field } from "type-graphql";
import type { Class } from "../model/class.js";

/** A decorator of a class's property. */
export type PropertyDecorator = (prototype: object, name: string) => void;

/** The class whose prototype a property decorator is given. */
export const classOf = (prototype: object): Class => prototype.constructor as Class;

/** Gives a property an index. MikroORM types its decorator for classes only; the call is the same. */
export const indexed: PropertyDecorator = (prototype, name) =>
  Index()(prototype as never, name as never);

/** Shows a property in the API. type-graphql types what is known only when the class is used. */
export const shownAs = (
  type: () => unknown,
  options: { description: string; nullable?: boolean; deprecationReason?: string },
): PropertyDecorator => Field(type as () => never, options);
