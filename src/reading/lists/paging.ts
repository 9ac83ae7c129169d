import { badField, badUserInput } from "../../platform/errors.js";
import type { OrderInput } from "./order.js";

/** The largest page, and the page when none is asked (the contract in schema.graphql). */
export const pageLimits = { most: 200, usual: 50 } as const;

/** How much of a list is shown that is not paged. */
export const longestList = 1000;

/** The arguments of a connection as GraphQL gives them. */
export interface ConnectionArgs {
  where?: Record<string, unknown> | null;
  orderBy?: OrderInput[] | null;
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** What of a list is asked: how many rows, from which end, between which cursors. */
export interface Paging {
  limit: number;
  backwards: boolean;
  after: string | undefined;
  before: string | undefined;
}

function checkCount(name: "first" | "last", count: number): void {
  if (count >= 0 && count <= pageLimits.most) return;
  throw badField(
    name,
    `must be from 0 to ${pageLimits.most}`,
    `harus antara 0 dan ${pageLimits.most}`,
  );
}

/** The paging that `args` ask, or BAD_USER_INPUT. */
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
