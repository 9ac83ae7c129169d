import { Entity } from "@mikro-orm/decorators/legacy";
import { ObjectType } from "type-graphql";
import { type Class, defineNoun, type NounDefinition, notedFields } from "../model/dictionary.js";
import { snake } from "../sql/fragments.js";
import { declareIndexes } from "./indexes.js";

interface NounOptions {
  description: string;
  queries?: NounDefinition["queries"];
  visible: NounDefinition["visible"];
  visibleAmong?: NounDefinition["visibleAmong"];
  visibleBelow?: NounDefinition["visibleBelow"];
  defaultOrder?: NounDefinition["defaultOrder"];
  filterBy?: "key" | "id";
  idColumn?: string;
  implements?: () => Class;
  table?: string;
  conditions?: NounDefinition["conditions"];
  few?: boolean;
  toldBy?: NounDefinition["toldBy"];
}

/** A noun: entity, GraphQL type and dictionary entry in one class. Runs after its fields. */
export function Noun(options: NounOptions): (target: Class) => void {
  const { description, queries = {}, visible, idColumn = "id", filterBy = "id" } = options;
  return (target) => {
    const table = options.table ?? snake(target.name);
    Entity({ tableName: table })(target as never);
    const node = options.implements?.();
    ObjectType({ description, ...(node ? { implements: node as never } : {}) })(target);
    const noun: NounDefinition = {
      name: target.name,
      target,
      table,
      idColumn,
      fields: notedFields(target),
      visible,
      visibleBelow: options.visibleBelow ?? {},
      ...(options.visibleAmong ? { visibleAmong: options.visibleAmong } : {}),
      defaultOrder: options.defaultOrder ?? { field: "id", descending: false },
      filterBy,
      conditions: options.conditions ?? {},
      few: options.few ?? false,
      ...(options.toldBy ? { toldBy: options.toldBy } : {}),
      queries,
      description,
    };
    declareIndexes(noun);
    defineNoun(noun);
  };
}
