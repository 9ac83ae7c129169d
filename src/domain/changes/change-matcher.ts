import type { ChangeOutline } from "../../ledger/index.js";

/** A filter, as its input gives it. */
type Where = Readonly<Record<string, unknown>>;

/** What a change's outline says of a condition: true or false; undefined where only the database can. */
export type Verdict = boolean | undefined;

/** A filter of changes over their outlines. */
export interface Matcher {
  match(change: ChangeOutline): Verdict;
  /** True if the outline decides about every change. */
  isDecided: boolean;
}

type Value = string | number | null;

const unknown: Matcher = { match: () => undefined, isDecided: false };

const fixed = (verdict: boolean): Matcher => ({ match: () => verdict, isDecided: true });

function allOf(parts: readonly Matcher[]): Matcher {
  const match = (change: ChangeOutline): Verdict => {
    let all: Verdict = true;
    for (const part of parts) {
      const verdict = part.match(change);
      if (verdict === false) return false;
      if (verdict === undefined) all = undefined;
    }
    return all;
  };
  return { match, isDecided: parts.every((part) => part.isDecided) };
}

const not = ({ match, isDecided }: Matcher): Matcher => ({
  match: (change) => {
    const verdict = match(change);
    return verdict === undefined ? undefined : !verdict;
  },
  isDecided,
});

/** By De Morgan. */
const anyOf = (parts: readonly Matcher[]): Matcher => not(allOf(parts.map(not)));

/** Ids are the same in upper and lower case. */
const plain = (value: unknown): unknown =>
  typeof value === "string" ? value.toLowerCase() : value;
const asIs = (value: unknown): unknown => value;

type Reading = (change: ChangeOutline) => Value;
type Comparison = (own: Value, given: unknown) => boolean;

const comparisons: Record<string, Comparison> = {
  eq: (own, given) => own !== null && own === given,
  not: (own, given) => own !== given,
  gte: (own, given) => typeof own === "number" && own >= Number(given),
  lte: (own, given) => typeof own === "number" && own <= Number(given),
  isNull: (own, given) => (own === null) === given,
};

/** The filter of one value; texts are compared in order and by parts by the database only. */
function scalar(read: Reading, where: Where, written = asIs): Matcher {
  const parts = Object.entries(where).map(([operator, given]): Matcher => {
    if (given === undefined) return fixed(true);
    if (given === null) return unknown;
    if (operator === "in") {
      const values = new Set((given as unknown[]).map(written));
      return { match: (change) => values.has(read(change)), isDecided: true };
    }
    const compare = comparisons[operator];
    if (!compare) return unknown;
    const value = written(given);
    return { match: (change) => compare(read(change), value), isDecided: true };
  });
  return allOf(parts);
}

/**
 * The filter of a row that the change refers to. Its id is all that the outline knows; whether the viewer
 * may see the row, and what else it holds, is the database's to say.
 */
function reference(read: Reading, where: Where): Matcher {
  const related = combined(where, (name, given) => {
    if (name === "id") return scalar(read, given as Where, plain);
    return unknown;
  });
  const isNone: Matcher = { match: (change) => read(change) !== null, isDecided: true };
  return allOf([isNone, related, unknown]);
}

const fields: Record<string, (where: Where) => Matcher> = {
  position: (where) => scalar(({ position }) => position, where),
  entity: (where) => scalar(({ entity }) => entity, where),
  entityId: (where) => scalar(({ entityId }) => entityId, where, plain),
  kind: (where) => scalar(({ kind }) => kind, where),
  operation: (where) => scalar(({ operation }) => operation, where),
  organisation: (where) => reference(({ organisation }) => organisation, where),
  programme: (where) => reference(({ programme }) => programme, where),
  plan: (where) => reference(({ plan }) => plan, where),
  deliberation: (where) => reference(({ deliberation }) => deliberation, where),
  area: (where) => reference(({ area }) => area, where),
};

/** The filter of the fields that are given, and of the filters in `and`, `or` and `not`. */
function combined(where: Where, field: (name: string, given: unknown) => Matcher): Matcher {
  const parts = Object.entries(where).map(([name, given]): Matcher => {
    const each = () => (given as Where[]).map((one) => combined(one, field));
    if (given === undefined) return fixed(true);
    // The compiler refuses it.
    if (given === null) return unknown;
    if (name === "and") return allOf(each());
    if (name === "or") return anyOf(each());
    if (name === "not") return not(combined(given as Where, field));
    return field(name, given);
  });
  return allOf(parts);
}

/**
 * The filter of changes `where`, over their outlines: a subscription need not ask the database about a
 * change that cannot meet it. It never contradicts the filter's SQL; a test holds them together.
 */
export const matcherOf = (where: Where): Matcher =>
  combined(where, (name, given) => {
    if (name === "eq" || name === "in")
      return scalar(({ position }) => position, { [name]: given });
    return fields[name]?.(given as Where) ?? unknown;
  });
