import type { Section } from "./page-reader.js";
import type { CohortWanted } from "./section-read.js";
import type { Due } from "./sink.js";

/** A section of the ledger, and what a subscriber must know to use it. */
export interface Page extends Section {
  /** The position after which it begins. */
  after: number;
  /** The position of the last change of anybody's access before the read. */
  accessAt: number;
  /** The number of conditions that the group had known before the read, all of which it covers. */
  conditions: number;
  /** What is due under each condition: the same object for all subscribers who have it. */
  due: WeakMap<Condition, Due>;
}

const none: Due = { payloads: [], positions: [] };

/**
 * The payloads of a page that a condition wants, of the changes after a position; always as the same object for
 * those who want the whole page.
 */
export function dueOf(page: Page, condition: Condition, position: number): Due {
  const { frames, due, after } = page;
  if (frames.length === 0) return none;
  if (position > after) return afterPosition(dueOf(page, condition, after), position);
  const known = due.get(condition);
  if (known) return known;
  const wanted = frames.filter(({ change }) => condition.concerns(change));
  const made = {
    payloads: wanted.map(({ payload }) => payload),
    positions: wanted.map(({ change }) => change.position),
  };
  due.set(condition, made);
  return made;
}

/** What is left of a page for a subscriber that has its beginning already. */
function afterPosition({ payloads, positions }: Due, position: number): Due {
  const first = positions.findIndex((one) => one > position);
  if (first < 0) return none;
  return { payloads: payloads.slice(first), positions: positions.slice(first) };
}

/** Where a subscriber stands, as far as a page depends on it. */
export interface Standing {
  readonly condition: Condition;
  /** The ledger's head when the subscriber came. An older page may hold a change that was hidden then. */
  readonly since: number;
  /** The position up to which it has everything. */
  readonly position: number;
}

/** The condition of some subscribers of a group. */
export interface Condition extends CohortWanted {
  /** True if outlines decide about it. */
  isDecided: boolean;
  /** The group's number of conditions when this one came. */
  number: number;
  members: number;
}

/**
 * True for a page that takes a member on. One that was read before the member came may hold what was hidden
 * then; one that was read before its condition came lacks what only it wants.
 */
export const covers = ({ readAt, after, upTo, conditions }: Page, member: Standing): boolean => {
  const { since, condition, position } = member;
  const takesOn = after <= position && upTo > position;
  return takesOn && readAt >= since && conditions >= condition.number;
};
