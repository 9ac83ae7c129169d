import {
  allNouns,
  isColumn,
  isReference,
  type NounDefinition,
  type NounField,
  nounOf,
  seenByAll,
} from "../../reading/index.js";
import { audiences, leftOutOfChanges, madeFields, makings } from "./decisions.js";

// Who may read each field of each noun, in words: derived from the dictionary, and from the decisions
// where the dictionary alone cannot tell.

/** A fault of the decisions: a filter, field or root without words, or words for what is not there. */
export class UndecidedAccess extends Error {}

const ofNoun = (noun: NounDefinition): string =>
  `${noun.name}${noun.visible === seenByAll ? "" : ` ([rule](#${noun.name.toLowerCase()}))`}`;

/** The words of a noun's row filter: its own, or those of another noun with the same filter. */
export function audienceOf(noun: NounDefinition): string {
  const own = audiences[noun.name];
  const same = () =>
    allNouns().find(({ name, visible }) => visible === noun.visible && audiences[name]);
  const words = own ?? audiences[same()?.name ?? ""];
  if (!words) throw new UndecidedAccess(`The row filter of ${noun.name} has no audience in words`);
  return words;
}

/** Who may read a field that leads to other rows; undefined for a field that holds a value. */
function ledRule(field: NounField): string | undefined {
  if (isReference(field)) {
    const target = nounOf(field.target());
    if (target.visible === seenByAll) return "as the row";
    if (field.type === "references")
      return `as the row; the ${ofNoun(target)} rows that the viewer sees`;
    if (field.mayBeHidden)
      return `as the row; null where the viewer does not see the ${ofNoun(target)}`;
    return `as the row, whose viewers all see the ${target.name}`;
  }
  if ("target" in field && typeof field.target === "function") {
    return `as the row; the ${ofNoun(nounOf(field.target()))} rows that the viewer sees`;
  }
  return undefined;
}

/** Who may read a field of a noun, in words. */
export function ruleOf(noun: NounDefinition, field: NounField): string {
  const led = ledRule(field);
  if (led) return led;
  if (field.type === "column") {
    if (isColumn(field) && field.suppression) return makings.smallTotals;
    const isHidden = noun.hiddenInChanges.includes(field.name);
    return isHidden ? "as the row; its changes do not show it" : "as the row";
  }
  const making = madeFields[noun.name]?.[field.name];
  if (!making) throw new UndecidedAccess(`Nobody decided who may read ${noun.name}.${field.name}`);
  return makings[making];
}

/** Decisions on what the dictionary does not have, or has without need. */
export function staleDecisions(): string[] {
  const nouns = new Map(allNouns().map((noun) => [noun.name, noun]));
  const made = Object.entries(madeFields).flatMap(([name, fields]) =>
    Object.keys(fields).map((field) => [name, field] as const),
  );
  const isMade = (noun: string, name: string) => {
    const field = nouns.get(noun)?.fields.get(name);
    return field !== undefined && field.type !== "column" && ledRule(field) === undefined;
  };
  const left = allNouns().flatMap(({ name, hiddenInChanges }) =>
    hiddenInChanges.map((field) => `${name}.${field}`),
  );
  return [
    ...Object.keys(audiences).filter((name) => !nouns.has(name)),
    ...made.filter(([noun, field]) => !isMade(noun, field)).map((parts) => parts.join(".")),
    ...Object.keys(leftOutOfChanges).filter((name) => !left.includes(name)),
  ];
}
