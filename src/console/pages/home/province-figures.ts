import type { HomeMapQuery } from "../../generated/graphql.js";

/** A province with its figures. */
export interface ProvinceFigures {
  code: string;
  name: string;
  plans: number;
  given: string;
}

/** Each province of the hub with its figures; nothing is given where it has no plan. */
export function figuresOf({ regions, actionPlans }: HomeMapQuery): ProvinceFigures[] {
  const groups = new Map(
    actionPlans.groups.nodes.map(({ key, measures }) => [key.province?.code, measures]),
  );
  return regions.nodes.map(({ code, name }) => {
    const { count = 0, given = "0" } = groups.get(code) ?? {};
    return { code, name, plans: count, given };
  });
}
