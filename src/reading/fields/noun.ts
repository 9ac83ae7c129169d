import { Entity } from "@mikro-orm/decorators/legacy";
import { ObjectType } from "type-graphql";
import type { Class } from "../model/class.js";
import { defineNoun, type NounDefinition, notedFields } from "../model/dictionary.js";
import { throughoutOf } from "../model/throughout.js";
import { snake } from "../sql/fragments.js";
import { declareIndexes } from "./indexes.js";

/** The options of a noun: a part of its definition; the rest follows from its class. */
export interface NounOptions
  extends Pick<NounDefinition, "description" | "visible">,
    Partial<Omit<NounDefinition, "name" | "target" | "fields" | "description" | "visible">> {
  /** The interface that its GraphQL type implements. */
  implements?: () => Class;
}

/** A noun: entity, GraphQL type and dictionary entry in one class. Runs after its fields' decorators. */
export function Noun({
  implements: node,
  visible,
  ...options
}: NounOptions): (target: Class) => void {
  return (target) => {
    const noun: NounDefinition = {
      name: target.name,
      target,
      table: snake(target.name),
      idColumn: "id",
      fields: notedFields(target),
      visibleBelow: {},
      hiddenInChanges: [],
      within: [],
      filedApart: false,
      decidesAccess: false,
      defaultOrder: { field: "id", descending: false },
      filterBy: "id",
      conditions: {},
      isSmall: false,
      queries: {},
      ...options,
      visible: throughoutOf(visible),
    };
    const { table, description } = noun;
    // The casts: both libraries type their decorators for concrete classes.
    Entity({ tableName: table })(target as never);
    ObjectType({ description, ...(node ? { implements: node() as never } : {}) })(target);
    declareIndexes(noun);
    defineNoun(noun);
  };
}
