import { badField } from "../../platform/errors.js";
import type { OrderInput } from "../model/arguments.js";
import { OrderDirection } from "../model/arguments.js";
import type { NounDefinition } from "../model/dictionary.js";
import type { GroupDimension } from "../model/grouping.js";
import { dimensionOf } from "./dimensions.js";
import { type GroupOrderable, orderablesOf } from "./group-columns.js";

/** The arguments of `groups`. */
export interface GroupArgs {
  by: string[];
  orderBy?: OrderInput[] | null;
  first?: number | null;
  after?: string | null;
}

/** The most dimensions at once. */
export const mostDimensions = 5;

/** One order of groups. */
export interface GroupTerm {
  of: GroupOrderable;
  descending: boolean;
}

/** The dimensions of `by`; BAD_USER_INPUT where there are too many, or one twice. */
export function dimensionsAsked(noun: NounDefinition, by: readonly string[]): GroupDimension[] {
  if (by.length > mostDimensions) {
    throw badField(
      `by.${mostDimensions}`,
      `at most ${mostDimensions} dimensions`,
      `paling banyak ${mostDimensions} dimensi`,
    );
  }
  const twice = by.findIndex((name, at) => by.indexOf(name) < at);
  if (twice >= 0) {
    throw badField(`by.${twice}`, "is there twice; name it once", "ada dua kali; sebut satu kali");
  }
  return by.map((name) => dimensionOf(noun, name));
}

const isSame = (one: GroupOrderable, other: GroupOrderable): boolean =>
  nameOf(one) === nameOf(other);

/** The name of what is ordered by, as cursors carry it. */
export const nameOf = (one: GroupOrderable): string =>
  "dimension" in one ? one.dimension.name : `#${one.column.name}`;

/**
 * The total order of groups: the requested orders, each once, then the keys. BAD_USER_INPUT for a
 * dimension by which they are not grouped.
 */
export function termsOf(
  noun: NounDefinition,
  dimensions: readonly GroupDimension[],
  orderBy: readonly OrderInput[] | null | undefined,
): GroupTerm[] {
  const orderables = orderablesOf(noun);
  const requested = (orderBy ?? []).map(({ field, direction }, at): GroupTerm => {
    const of = orderables.get(field);
    if (!of) throw new Error(`Groups of ${noun.name} have no order ${field}`);
    if ("dimension" in of && !dimensions.some(({ name }) => name === of.dimension.name)) {
      throw badField(
        `orderBy.${at}.field`,
        "is no dimension of `by`; name it there too",
        "bukan dimensi dari `by`; sebut juga di sana",
      );
    }
    return { of, descending: direction === OrderDirection.DESC };
  });
  const keys = dimensions.map((dimension): GroupTerm => ({ of: { dimension }, descending: false }));
  const all = [...requested, ...keys];
  return all.filter((term, at) => all.findIndex(({ of }) => isSame(of, term.of)) === at);
}
