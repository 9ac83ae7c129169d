import type { ChangeOutline } from "../../ledger/index.js";
import { ledgerTable } from "../sql/past.js";
import { allNouns, type NounDefinition } from "./dictionary.js";
import { type ScopeMember, scopeMembers } from "./scope-members.js";

// What an answer depends on, as texts. A tag is a table, or the rows of a table that an id of the ledger's
// lines binds: `action plan <id>` are the rows of `action` whose changes are filed under that plan, and
// `action id <id>` is one row.

/** What binds the rows of a tag: their own id, or a member of their changes' scope. */
export type Binding = "id" | ScopeMember;

/** The canonical text of an id, as the ledger has it. */
const canonicalId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isCanonicalId = (value: unknown): value is string =>
  typeof value === "string" && canonicalId.test(value);

/** The tag of the rows of a table that an id binds. */
export const boundTag = (table: string, binding: Binding, id: string): string =>
  `${table} ${binding} ${id}`;

/** The table of a tag. */
export const tableOf = (tag: string): string => tag.split(" ", 1)[0] ?? "";

/** True for a tag of a part of a table. */
export const isPart = (tag: string): boolean => tag.includes(" ");

/** The tables whose rows a change of this entity may have changed; none for an unknown entity. */
export function tablesChangedWith(entity: string): string[] {
  const isChanged = ({ name, changedWith }: NounDefinition) =>
    name === entity || changedWith?.().name === entity;
  return allNouns()
    .filter(isChanged)
    .map(({ table }) => table);
}

/** The same, with the ledger's own table, into which every change goes; none for an unknown entity. */
export function tablesOfChange(entity: string): string[] {
  const tables = tablesChangedWith(entity);
  return tables.length === 0 ? [] : [...tables, ledgerTable];
}

/** The tags of a table's parts in which a change lies. */
export function tagsOfChange(table: string, change: ChangeOutline): string[] {
  const members = scopeMembers.flatMap((member) => {
    const id = change[member];
    return id ? [boundTag(table, member, id)] : [];
  });
  return [boundTag(table, "id", change.entityId), ...members];
}

let binding: ReadonlySet<string> | undefined;

/** The names of all references that bind rows. */
function bindingNames(): ReadonlySet<string> {
  binding ??= new Set([...scopeMembers, ...allNouns().flatMap(({ within }) => within)]);
  return binding;
}

/**
 * True for a change by which rows may be bound to another id than before, as of a plan's area: no tag of a
 * part can be vouched for across it.
 */
export const rebinds = ({ fields }: ChangeOutline): boolean =>
  fields?.some((name) => bindingNames().has(name)) ?? false;

/** Tells of a change whether it may have changed what tags stand for; of a noun that is not known, it may. */
export function changesOfTags(tags: readonly string[]): (change: ChangeOutline) => boolean {
  const read = new Set(tags);
  const hasParts = tags.some(isPart);
  const tablesOf = new Map<string, readonly string[]>();
  return (change) => {
    const tables = tablesOf.get(change.entity) ?? tablesOfChange(change.entity);
    tablesOf.set(change.entity, tables);
    if (tables.length === 0 || (hasParts && rebinds(change))) return true;
    const isIn = (tag: string) => read.has(tag);
    return tables.some(
      (table) => isIn(table) || (hasParts && tagsOfChange(table, change).some(isIn)),
    );
  };
}
