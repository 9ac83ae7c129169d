import { Index, Unique } from "@mikro-orm/decorators/legacy";
import type { Class } from "../model/class.js";

/** A decorator of classes that have these properties. */
type DecoratorOf<Property extends string> = <T extends object>(
  target: Class<T> & ([Property] extends [keyof T] ? unknown : never),
) => void;

// MikroORM types the properties of its class decorators by a class that it cannot infer before they are
// applied. These two take the names first, and check them against the class that they decorate.

/** An index on properties, in this order. */
export const IndexOn =
  <Property extends string>(...properties: Property[]): DecoratorOf<Property> =>
  (target) =>
    Index({ properties: properties as never })(target as never);

/** A unique constraint on properties, by the name that errors of Postgres carry. */
export const UniqueOn =
  <Property extends string>(name: string, ...properties: Property[]): DecoratorOf<Property> =>
  (target) =>
    Unique({ properties: properties as never, name })(target as never);
