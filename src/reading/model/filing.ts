import { wrap } from "@mikro-orm/core";
import { ChangeKind, type ChangeLine, type RecordedNoun } from "../../ledger/index.js";
import { allNouns, type NounDefinition, nounNamed, nounOf } from "./dictionary.js";
import { isReference, type ReferenceField } from "./field.js";
import { type ScopeMember, scopeMembers } from "./scope-members.js";

// Under which plan, deliberation, area and programme the ledger files the changes of a row. The tags of the
// exact cache rely on it, so a change that is filed otherwise is refused when it is recorded.

/** The members that rows take over from the rows that they are within. */
export const inheritedMembers = ["plan", "deliberation"] as const satisfies ScopeMember[];

/** The reference of this name, where a column of the noun's table holds it. */
export function storedReference(noun: NounDefinition, name: string): ReferenceField | undefined {
  const field = noun.fields.get(name);
  return field && isReference(field) && field.storedIn ? field : undefined;
}

/** The column of a noun that holds what a member of its changes' scope names; undefined without one. */
export function columnOfMember(noun: NounDefinition, member: ScopeMember): string | undefined {
  if (noun.filedApart) return undefined;
  if (noun.scopeMember === member) return noun.idColumn;
  const reference = storedReference(noun, member);
  if (!reference || nounOf(reference.target()).scopeMember !== member) return undefined;
  return reference.storedIn;
}

type Subject = RecordedNoun & Partial<Record<string, RecordedNoun | null>>;

let fixed: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** The references of a noun that never change: those by which it, and what is within it, is filed. */
function fixedOf(noun: NounDefinition): ReadonlySet<string> {
  fixed ??= new Map(allNouns().map((one) => [one.name, new Set(fixedNames(one))]));
  return fixed.get(noun.name) ?? new Set();
}

const fixedNames = (noun: NounDefinition): string[] => [
  ...noun.within,
  ...inheritedMembers.filter((name) => storedReference(noun, name)),
];

/** The id that a member of a row's scope is, by its own column or by the rows that it is within. */
function memberOf(noun: NounDefinition, row: Subject, member: ScopeMember): string | undefined {
  if (noun.scopeMember === member) return row.id;
  if (columnOfMember(noun, member)) return row[member]?.id;
  return inherited(noun, row, member)[0];
}

/** The same of each row that it is within and that is loaded. */
function inherited(noun: NounDefinition, row: Subject, member: ScopeMember): string[] {
  return noun.within.flatMap((name) => {
    const parent = row[name];
    const target = storedReference(noun, name)?.target();
    if (!parent || !target || !wrap(parent).isInitialized()) return [];
    return memberOf(nounOf(target), parent as Subject, member) ?? [];
  });
}

/**
 * Refuses a change that is not filed under the row's own plan, deliberation, area and programme, or not
 * under the plan and the deliberation of the rows that it is within; and one that moves a row from one of
 * those to another.
 */
export function checkFiled(subject: RecordedNoun, line: ChangeLine): void {
  const noun = nounNamed(line.entity);
  if (!noun || noun.filedApart) return;
  // The cast: a noun's references are properties of its class.
  const row = subject as Subject;
  for (const member of scopeMembers) {
    const ids = idsOf(noun, row, member);
    if (ids.some((id) => id !== line[member])) throw misfiled(line, member);
  }
  if (line.kind !== ChangeKind.UPDATED) return;
  const moved = [...fixedOf(noun)].find((name) => line.diff[name]);
  if (moved) throw misfiled(line, moved);
}

/** The ids that a member of a change's scope must be. */
function idsOf(noun: NounDefinition, row: Subject, member: ScopeMember): string[] {
  const isOwn = noun.scopeMember === member || columnOfMember(noun, member);
  const own = (isOwn && memberOf(noun, row, member)) || undefined;
  const isInherited = inheritedMembers.some((name) => name === member);
  return [...(own ? [own] : []), ...(isInherited ? inherited(noun, row, member) : [])];
}

const misfiled = ({ operation, kind, entity }: ChangeLine, name: string): Error =>
  new Error(`${operation}: a change (${kind}) of ${entity} is filed under another ${name}`);
