import { badField, badUserInput } from "../../platform/errors.js";
import type { ConnectionArgs } from "../model/arguments.js";

/** The largest page, and the default one (the contract in schema.graphql). */
export const pageLimits = { most: 200, usual: 50 } as const;

/** The most rows of a list that is not paged. */
export const longestList = 1000;

/** A page's place in its list: how many rows, from which end, between which cursors. */
export interface Paging {
  limit: number;
  backwards: boolean;
  after: string | undefined;
  before: string | undefined;
}

/** A list that is not paged is bounded all the same. */
export const wholeList: Paging = {
  limit: longestList,
  backwards: false,
  after: undefined,
  before: undefined,
};

function checkCount(name: "first" | "last", count: number): void {
  if (count >= 0 && count <= pageLimits.most) return;
  throw badField(
    name,
    `must be from 0 to ${pageLimits.most}`,
    `harus antara 0 dan ${pageLimits.most}`,
  );
}

/** The paging of a connection's arguments; BAD_USER_INPUT where they contradict or exceed a bound. */
export function pagingOf({ first, after, last, before }: ConnectionArgs): Paging {
  if (typeof first === "number" && typeof last === "number") {
    const message = {
      en: "ask for first or last, not both",
      id: "pilih first atau last, bukan keduanya",
    };
    throw badUserInput([{ path: "last", message }]);
  }
  const backwards = typeof last === "number";
  const limit = last ?? first ?? pageLimits.usual;
  checkCount(backwards ? "last" : "first", limit);
  return { limit, backwards, after: after ?? undefined, before: before ?? undefined };
}
