import type { ChangeScope, RecordedNoun } from "../../../ledger/index.js";
import {
  type Class,
  Column,
  Connection,
  Identifier,
  Node,
  Noun,
  type NounOptions,
  nounNamed,
  Structure,
  sql,
} from "../../../reading/index.js";
import { Source } from "./source.js";

/** What every noun that people change has in common. */
export abstract class VersionedNoun implements RecordedNoun {
  id!: string;
  /** Grows by one with each change; a mutation names the version that it saw (rule 5). */
  version!: number;
  createdAt!: Date;
  /** Where the record's facts come from (rule 10). */
  sources!: Source[];

  /** Where the ledger files the noun's changes. */
  abstract changeScope(): ChangeScope;
}

function commonFields(prototype: object): void {
  Identifier("id", "The id: a UUID, the client's own or version 7 when the hub makes it.")(
    prototype,
    "id",
  );
  Column("int", {
    version: true,
    filter: false,
    default: "1",
    description: "Grows by one with each change; a mutation names the version that it saw.",
  })(prototype, "version");
  Column("instant", {
    order: true,
    default: "now()",
    description: "When the hub first recorded it.",
  })(prototype, "createdAt");
  Structure(() => [Source], {
    default: "'[]'",
    description: "Where the record's facts come from; empty when nobody said.",
  })(prototype, "sources");
  Connection(changeClass, {
    by: (id, change) => sql`${change.column("entity_id")} = ${id}`,
    aboutThis: true,
    description: "What happened to it, from its beginning on; `last` gives the newest.",
  })(prototype, "history");
}

/** The ledger's class, which sees every noun and therefore cannot be imported by them. */
function changeClass(): Class {
  const change = nounNamed("Change");
  if (!change) throw new Error("The ledger's noun is not defined");
  return change.target;
}

/** A noun with id, version, time of creation and sources, found by `node(id:)`. */
export function Versioned(options: Omit<NounOptions, "implements">): (target: Class) => void {
  return (target) => {
    commonFields(target.prototype);
    Noun({ ...options, implements: () => Node })(target);
  };
}
