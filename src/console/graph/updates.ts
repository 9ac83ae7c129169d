import type { Cache, DataFields, UpdatesConfig } from "@urql/exchange-graphcache";

interface Thing {
  __typename: string;
  id: string;
}

interface Change {
  kind: string;
  entity: string;
  entityId: string;
  subject: Thing | null;
}

/** Adds a thing to every list of a field that the cache holds, at its end or its beginning. */
function addTo(cache: Cache, parent: string, field: string, thing: Thing, first: boolean): void {
  const key = cache.keyOfEntity(thing as never);
  if (!key) return;
  const added = (keys: readonly string[]) =>
    keys.includes(key) ? undefined : first ? [key, ...keys] : [...keys, key];
  for (const { fieldName, fieldKey } of cache.inspectFields(parent)) {
    if (fieldName !== field) continue;
    const held = cache.resolve(parent, fieldKey) as string | string[] | null;
    const list = typeof held === "string" ? cache.resolve(held, "nodes") : held;
    const keys = Array.isArray(list) ? added(list as string[]) : undefined;
    if (!keys) continue;
    if (typeof held === "string") cache.link(held, "nodes", keys);
    else cache.link(parent, fieldKey, keys);
  }
}

interface Home {
  owners: readonly string[];
  list: string;
  first: boolean;
}

/** Where a new thing is listed: the fields that lead to its owner, the owner's list, and its order. */
const homes: Readonly<Record<string, Home>> = {
  Milestone: { owners: ["action"], list: "milestones", first: false },
  ProgressUpdate: { owners: ["action"], list: "progressUpdates", first: true },
  Contribution: { owners: ["action"], list: "contributions", first: false },
  Outcome: { owners: ["deliberation"], list: "outcomes", first: false },
  Participant: { owners: ["plan"], list: "participants", first: false },
  Comment: { owners: ["action", "outcome"], list: "comments", first: false },
};

/** Puts a new thing into the lists of its owner that the cache holds. */
function place(cache: Cache, thing: Thing | null | undefined): void {
  const home = thing && homes[thing.__typename];
  if (!home) return;
  for (const field of home.owners) {
    const owner = cache.resolve(thing as never, field);
    if (typeof owner === "string") addTo(cache, owner, home.list, thing, home.first);
  }
}

const planKey = (id: string): string => `ActionPlan:${id}`;

/** Has what holds a thing that is no more be asked again. */
const forget = (cache: Cache, __typename: string, id: unknown): void => {
  if (typeof id === "string") cache.invalidate({ __typename, id });
};

/** A mutation that removes a thing. */
const removes =
  (__typename: string) =>
  (result: DataFields, _: unknown, cache: Cache): void => {
    const payload = Object.values(result)[0] as { removedId?: string } | null;
    forget(cache, __typename, payload?.removedId);
  };

/** A mutation whose payload's field `noun` is a new thing. */
const creates =
  (noun: string) =>
  (result: DataFields, _: unknown, cache: Cache): void => {
    const payload = Object.values(result)[0] as Record<string, Thing> | null;
    place(cache, payload?.[noun]);
  };

/**
 * What the cache cannot know by itself: the lists to which a new thing belongs. Changed things need nothing,
 * as every list holds them by their ids.
 */
export const updates: UpdatesConfig = {
  Mutation: {
    addAction: (result, args, cache) => {
      const { action } = (result.addAction ?? {}) as { action?: Thing };
      const { planId } = (args as { input: { planId: string } }).input;
      if (action) addTo(cache, planKey(planId), "actions", action, false);
    },
    addMilestone: creates("milestone"),
    addComment: creates("comment"),
    reportProgress: creates("progressUpdate"),
    proposeOutcome: creates("outcome"),
    pledgeContribution: creates("contribution"),
    removeFunding: removes("Funding"),
    removeParticipant: removes("Participant"),
  },
  Subscription: {
    actionPlanChanged: (result, args, cache) => {
      const { change } = result.actionPlanChanged as unknown as { change: Change };
      const { subject } = change;
      if (change.kind === "DELETED") forget(cache, change.entity, change.entityId);
      if (change.kind !== "CREATED" || !subject) return;
      if (subject.__typename === "Action")
        addTo(cache, planKey(String((args as { id: string }).id)), "actions", subject, false);
      else place(cache, subject);
    },
    deliberationChanged: (result, _, cache) => {
      const { change } = result.deliberationChanged as unknown as { change: Change };
      if (change.kind === "CREATED") place(cache, change.subject);
    },
  },
};
