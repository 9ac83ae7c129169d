import { Arg, ID, Query } from "type-graphql";
import type { Class } from "../model/class.js";
import { allNouns, type NounDefinition } from "../model/dictionary.js";
import { argumentsOf, connectionOf } from "./generated-types.js";
import { asResolver, classNamed, takesArguments } from "./made-classes.js";

// The bodies never run: attachResolvers() gives these fields their resolvers. type-graphql needs a
// method to hang the field's type and arguments on.
const placeholder = (): never => {
  throw new Error("attachResolvers() has not run");
};

function addMethod(target: Class, name: string): TypedPropertyDescriptor<unknown> {
  const descriptor = { value: placeholder, writable: true, configurable: true, enumerable: false };
  Object.defineProperty(target.prototype, name, descriptor);
  return descriptor;
}

function addOne(target: Class, noun: NounDefinition, name: string): void {
  const descriptor = addMethod(target, name);
  const description = `One ${noun.name} that the viewer may see, or null. ${noun.description}`;
  Query(() => noun.target, { name, nullable: true, description })(
    target.prototype,
    name,
    descriptor,
  );
  const identifiers = noun.fields.has("key") ? [noun.idColumn, "key"] : [noun.idColumn];
  identifiers.forEach((identifier, at) => {
    const type = identifier === "key" ? String : ID;
    const options = { nullable: identifiers.length > 1, description: `Its ${identifier}.` };
    Arg(identifier, () => type, options)(target.prototype, name, at);
  });
}

function addMany(target: Class, noun: NounDefinition, name: string): void {
  const descriptor = addMethod(target, name);
  const description = `Every ${noun.name} that the viewer may see. ${noun.description}`;
  Query(() => connectionOf(noun.target), { name, description })(target.prototype, name, descriptor);
  takesArguments(() => argumentsOf(noun.target))(target.prototype, name);
}

/** The resolver class with the root query fields of every noun. */
export function rootQueries(): Class {
  const target = classNamed("RootQueries");
  for (const noun of allNouns()) {
    if (noun.queries.one) addOne(target, noun, noun.queries.one);
    if (noun.queries.many) addMany(target, noun, noun.queries.many);
  }
  asResolver(target);
  return target;
}
