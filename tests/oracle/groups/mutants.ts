import type { Seen } from "./slow/seen.js";
import type { Json, Row } from "./slow/values.js";

/** What a slow count is made of. */
export interface Basis {
  rows: readonly Row[];
  seen: Seen;
}

/** What all viewers together list of a noun's rows, by id: the values of those who see most. */
export type Together = ReadonlyMap<string, readonly Row[]>;

/** A row with values that some other viewer sees in it. */
const asOthersSee =
  (names: readonly string[], isMore: (one: Json, other: Json) => boolean) =>
  ({ rows, seen }: Basis, together: Together): Basis => ({
    seen,
    rows: rows.map((row) => {
      const more = { ...row };
      for (const other of together.get(String(row.id)) ?? []) {
        for (const name of names) {
          if (isMore(other[name] ?? null, more[name] ?? null)) more[name] = other[name] ?? null;
        }
      }
      return more;
    }),
  });

const withMoney =
  (changed: Parameters<Seen["withRule"]>[0]) =>
  ({ rows, seen }: Basis): Basis => ({ rows, seen: seen.withRule(changed) });

const shownCounts = (cells: Json): number =>
  Array.isArray(cells) ? (cells as Row[]).filter(({ count }) => count !== null).length : 0;

/** Wrong counts, each as a fault of the hub's SQL would give it: the drawn data must tell every one apart. */
export const mutants: Readonly<Record<string, (basis: Basis, together: Together) => Basis>> = {
  "money is counted twice along a link": withMoney({ linkCounts: () => false }),
  "money that was withdrawn counts": withMoney({ counts: () => true }),
  "money on cancelled actions is not told apart": withMoney({ isApart: () => false }),
  "a report that is hidden from the viewer moves progress": asOthersSee(
    ["progress"],
    (other, own) => Number(other) > Number(own),
  ),
  "a suppressed number of members is summed": asOthersSee(
    ["members"],
    (other, own) => other !== null && own === null,
  ),
  "a suppressed count of women or men is summed": asOthersSee(
    ["membersBySex"],
    (other, own) => shownCounts(other) > shownCounts(own),
  ),
  "a suppressed figure makes the actual one": asOthersSee(
    ["value"],
    (other, own) => other !== null && own === null,
  ),
  "cancelled actions have weight in the mean": ({ rows, seen }) => ({
    seen,
    rows: rows.map((row) => (row.status === "CANCELLED" ? { ...row, status: "PLANNED" } : row)),
  }),
  "an area lies where its first region lies": ({ rows, seen }) => ({
    rows,
    seen: seen.withCodes((codes) => codes.slice(0, 1)),
  }),
};
