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

/** The common base of all nouns that people change. */
export abstract class VersionedNoun implements RecordedNoun {
  id!: string;
  /**
   * The version: grows by one with each change. A mutation names the version that the client saw
   * (rule 5).
   */
  version!: number;
  createdAt!: Date;
  /** The sources of the record's facts (rule 10). */
  sources!: Source[];

  /**
   * The plan, deliberation, programme, area and owner under which the ledger files the noun's
   * changes.
   */
  abstract changeScope(): ChangeScope;
}

function commonFields(prototype: object): void {
  Identifier("id", "The id: a UUID, chosen by the client, or version 7 if the hub makes it.")(
    prototype,
    "id",
  );
  Column("int", {
    version: true,
    filter: false,
    measures: [],
    default: "1",
    description:
      "The version: grows by one with each change. A mutation names the version that the client saw.",
  })(prototype, "version");
  Column("instant", {
    order: true,
    default: "now()",
    description: "The instant at which the hub first recorded it.",
  })(prototype, "createdAt");
  Structure(() => [Source], {
    default: "'[]'",
    description: "The sources of the record's facts; empty when none is given.",
  })(prototype, "sources");
  Connection(changeClass, {
    by: (id, change) => sql`${change.column("entity_id")} = ${id}`,
    aboutThis: true,
    description: "All its changes, the oldest first; `last` gives the newest.",
  })(prototype, "history");
}

/** The ledger's class. It refers to every noun, so that no noun can import it. */
function changeClass(): Class {
  const change = nounNamed("Change");
  if (!change) throw new Error("The ledger's noun is not defined");
  return change.target;
}

/** A decorator: a noun with id, version, time of creation and sources, found by `node(id:)`. */
export function Versioned(options: Omit<NounOptions, "implements">): (target: Class) => void {
  return (target) => {
    commonFields(target.prototype);
    Noun({ ...options, implements: () => Node })(target);
  };
}
