import type { GroupPageQuery, GroupStandingFragment } from "../../generated/graphql.js";

export type Group = NonNullable<GroupPageQuery["enterpriseGroup"]>;
export type Journey = GroupStandingFragment["journey"];

/** The steps of the journey in their order; DISSOLVED may follow each of them. */
export const journeySteps = [
  "FORMED",
  "TRAINED",
  "EQUIPPED",
  "PRODUCING",
  "SELLING",
  "INDEPENDENT",
] as const satisfies readonly Journey[];

/** The step after this one; undefined at the end. */
export const stepAfter = (journey: Journey): Journey | undefined => {
  const at = (journeySteps as readonly Journey[]).indexOf(journey);
  return at < 0 ? undefined : journeySteps[at + 1];
};

/**
 * When the group last reached each step, as its history says. What it was registered with it may have
 * reached long before.
 */
export function reachedAt(group: Group): ReadonlyMap<unknown, string> {
  const steps = group.history.nodes.filter(({ kind }) => kind === "UPDATED");
  return new Map(
    steps.flatMap(({ at, fields }) =>
      fields
        .filter(({ name }) => name === "journey")
        .map(({ after }) => [after, at] as [unknown, string]),
    ),
  );
}
