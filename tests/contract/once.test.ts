import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { getNamedType, isInputObjectType } from "graphql";
import {
  AssessmentInputs,
  assessmentLines,
  assessmentMutations,
  otherAssessments,
} from "../testkit/assessments/assessment-inputs.js";
import {
  type DeliberationCast,
  DeliberationInputs,
  deliberationMutations,
  partFor,
} from "../testkit/deliberations/deliberation-inputs.js";
import { type CheckedClient, positionOf, refusalOf } from "../testkit/hub/checked-client.js";
import {
  IndicatorInputs,
  indicatorCast,
  indicatorMutations,
  otherResults,
} from "../testkit/indicators/indicator-inputs.js";
import {
  documentOf,
  mutationNames,
  newId,
  type Party,
  refused,
  schema,
  World,
  type Written,
  write,
} from "../testkit/world/world.js";

type Input = Record<string, unknown>;

let world: World;
let operator: CheckedClient;
let coordinator: CheckedClient;
let admin: CheckedClient;
let lead: Party;
let owner: Party;
let programme: Written;
let plan: Written;
let action: Written;
let cast: DeliberationCast;
let inputs: DeliberationInputs;
let assessments: AssessmentInputs;
let results: IndicatorInputs;

beforeAll(async () => {
  world = await World.start();
  operator = await world.operator;
  lead = await world.organisation();
  owner = await world.organisation();
  programme = await world.programme(owner);
  plan = await world.plan(programme, lead);
  action = await world.action(lead, plan);
  coordinator = await world.member(lead, "COORDINATOR");
  admin = await world.member(lead, "ADMIN");
  const [invited, proposer] = [await world.organisation(), await world.organisation()];
  cast = { convener: owner, invited, proposer, planner: lead };
  inputs = await DeliberationInputs.make(world, cast, action, { visibility: "PUBLIC" });
  assessments = await AssessmentInputs.make(world, {
    university: invited,
    owner,
    reviewer: proposer,
    lead,
  });
  results = await IndicatorInputs.make(world, await indicatorCast(world));
});
afterAll(() => world.stop());

const takes = (field: string) =>
  mutationNames.filter((mutation) => {
    const type = getNamedType(schema.getMutationType()?.getFields()[mutation]?.args[0]?.type);
    return isInputObjectType(type) && field in type.getFields();
  });

const changing = takes("expectedVersion").filter((mutation) => mutation !== "reportProgress");
const creating = takes("id").filter((mutation) => !changing.includes(mutation));

const nextYear = new Date(Date.now() + 300 * 86_400_000).toISOString();

/** For each creating mutation: who may, what is created, and what else would be created. */
const creations: Record<string, () => Promise<[CheckedClient, Input, Input]>> = {
  createOrganisation: async () => [
    operator,
    { name: world.unique("Lembaga"), sector: "NGO" },
    { sector: "UNIVERSITY" },
  ],
  createProgramme: async () => [
    operator,
    { name: { en: world.unique("Programme") }, ownerId: owner.id, startsOn: "2024-01-01" },
    { name: { en: "Other", id: "Lain" } },
  ],
  createArea: async () => [
    operator,
    { name: world.unique("Kawasan"), regions: ["36", "33.25"] },
    { regions: ["33.25", "36"] },
  ],
  createActionPlan: async () => [
    coordinator,
    {
      title: world.unique("Rencana"),
      programmeId: programme.id,
      leadId: lead.id,
      startsOn: "2024-01-01",
      participants: [{ organisationId: owner.id, role: "FUNDING" }],
    },
    { participants: [{ organisationId: owner.id, role: "EXTENDING" }] },
  ],
  addParticipant: async () => [
    coordinator,
    { planId: plan.id, organisationId: (await world.organisation()).id, role: "FUNDING" },
    { role: "EXTENDING" },
  ],
  addAction: async () => [
    coordinator,
    { planId: plan.id, title: "Kegiatan", stage: "MARKETING" },
    { endsOn: "2024-05-05" },
  ],
  addMilestone: async () => [
    coordinator,
    { actionId: action.id, title: "Tonggak", dueOn: "2024-05-05" },
    { dueOn: "2024-05-06" },
  ],
  pledgeContribution: async () => [
    coordinator,
    { actionId: action.id, kind: "FUNDS", amount: "5" },
    { amount: "6" },
  ],
  reportProgress: async () => [
    coordinator,
    { actionId: action.id, progress: 5, ...(await versionOf("action", action.id)) },
    { progress: 6 },
  ],
  addMember: async () => [
    admin,
    { organisationId: lead.id, email: `${world.unique("p")}@a.example`, role: "VIEWER" },
    { role: "CONTRIBUTOR" },
  ],
  issueApiKey: async () => [
    admin,
    { organisationId: lead.id, name: "k", scopes: ["READ"], expiresAt: nextYear },
    { scopes: ["CONTRIBUTE"] },
  ],
};

const versionOf = async (table: string, id: string) => ({
  expectedVersion: (await world.seen(table, id)).version,
});

/** The mutations whose inputs are made beside this file. */
const elsewhere = [...deliberationMutations, ...assessmentMutations, ...indicatorMutations];

/** Who does one of them, and an input for a subject of its own. */
async function madeElsewhere(mutation: string): Promise<[CheckedClient, Input]> {
  if (assessmentMutations.includes(mutation)) {
    return [await assessments.whoDoes(mutation), await assessments.of(mutation)];
  }
  if (indicatorMutations.includes(mutation)) {
    return [await results.clientFor(mutation), await results.of(mutation)];
  }
  const client = await world.member(cast[partFor(mutation)], "COORDINATOR");
  return [client, await inputs.of(mutation)];
}

/** What else they would create. */
const otherwise: Record<string, Input> = {
  ...otherAssessments,
  ...otherResults,
  conveneDeliberation: { kind: "NATIONAL" },
  inviteOrganisation: { delegates: ["Ketua"] },
  proposeOutcome: { text: "Usul lain" },
  recordOutcome: { dueOn: "2027-01-01" },
  takePosition: { stance: "AGREE" },
  acknowledgeMinutes: { sha256: "0".repeat(64) },
  adoptOutcome: { actionId: newId() },
};

const creationOf = async (mutation: string) => {
  const make = elsewhere.includes(mutation)
    ? async () => [...(await madeElsewhere(mutation)), otherwise[mutation] ?? {}] as const
    : creations[mutation];
  if (!make) throw new Error(`No creation by ${mutation}`);
  const [client, input, other] = await make();
  return { client, input: { ...input, id: newId() }, other };
};

/** The ids of the nouns that a mutation answers. */
const idsOf = ({ payload }: Written): unknown[] =>
  Object.values(payload).map((value) => (value as { id?: string } | null)?.id);

describe("A creation with an id of the client's (rule 5)", () => {
  it.each(creating)("%s, sent twice with the same content, happens once", async (mutation) => {
    const { client, input } = await creationOf(mutation);
    const first = await write(client, mutation, input);
    const { payload } = await write(client, mutation, input);
    // A key's secret is shown once; all else is the same answer.
    expect(payload).toEqual({ ...first.payload, ...("secret" in payload ? { secret: null } : {}) });
    expect(idsOf(first)).toContain(input.id);
    expect(await positionOf(client)).toBe(first.position);
  });

  it.each(creating)("%s, sent again with other content, is a CONFLICT", async (mutation) => {
    const { client, input, other } = await creationOf(mutation);
    await write(client, mutation, input);
    const found = await world.unchangedBy(() => refused(client, mutation, { ...input, ...other }));
    expect([found.code, found.paths]).toEqual(["CONFLICT", ["input.id"]]);
  });

  it.each(creating)("%s with the id of another thing is a CONFLICT", async (mutation) => {
    const { client, input } = await creationOf(mutation);
    const ids = mutation === "addAction" ? [plan.id, lead.id] : [action.id, programme.id];
    for (const id of ids) {
      const found = await world.unchangedBy(() => refused(client, mutation, { ...input, id }));
      expect([found.code, found.paths]).toEqual(["CONFLICT", ["input.id"]]);
      expect(Object.keys(found.error.extensions).sort()).toEqual(["code", "fields"]);
    }
  });

  it.each(creating)("%s, sent three times at once, happens once", async (mutation) => {
    const { client, input } = await creationOf(mutation);
    const before = await positionOf(client);
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => write(client, mutation, input)),
    );
    for (const answer of answers) expect(idsOf(answer)).toContain(input.id);
    expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
    const { changes } = await client.data<{ changes: { totalCount: number } }>(
      "query ($id: ID!, $after: Position!) { changes(where: { entityId: { eq: $id }, kind: { eq: CREATED }, position: { gte: $after } }) { totalCount } }",
      { id: input.id, after: before + 1 } as never,
    );
    expect(changes.totalCount).toBe(1);
  });

  it("sent again by somebody else is a CONFLICT", async () => {
    const { client, input } = await creationOf("addAction");
    await write(client, "addAction", input);
    const found = await world.unchangedBy(() => refused(admin, "addAction", input));
    expect([found.code, found.paths]).toEqual(["CONFLICT", ["input.id"]]);
  });

  it("is the same in whatever case the id is written, and whatever the order of its fields", async () => {
    const { client, input } = await creationOf("addAction");
    const first = await write(client, "addAction", { ...input, id: input.id.toUpperCase() });
    const turned = Object.fromEntries(Object.entries(input).reverse());
    expect(await write(client, "addAction", turned)).toEqual(first);
    expect(first.id).toBe(input.id);
  });

  it("answers the first position when it is sent again after later changes", async () => {
    const { client, input } = await creationOf("addAction");
    const first = await write(client, "addAction", input);
    const change = { id: first.id, expectedVersion: 1, title: "Kemudian" };
    await write(client, "updateAction", change);
    const again = await write(client, "addAction", input);
    expect([again.position, again.version]).toEqual([first.position, 2]);
  });
});

/** For each changing mutation: who may, and an input for a subject of its own. */
const changes: Record<string, () => Promise<[CheckedClient, Input]>> = {
  updateOrganisation: async () => [admin, { id: lead.id, note: world.unique("n") }],
  updateProgramme: async () => [operator, { id: programme.id, policy: world.unique("p") }],
  updateArea: async () => {
    const area = await write(operator, "createArea", { name: "K", regions: ["36"] });
    return [operator, { id: area.id, theme: "t" }];
  },
  updateActionPlan: async () => [coordinator, { id: plan.id, title: world.unique("t") }],
  changeActionPlanStatus: async () => {
    const { id } = await world.plan(programme, lead);
    return [coordinator, { id, status: "PROPOSED" }];
  },
  removeParticipant: async () => {
    const organisationId = (await world.organisation()).id;
    const input = { planId: plan.id, organisationId, role: "FUNDING" };
    const { id } = await write(coordinator, "addParticipant", input);
    return [coordinator, { id }];
  },
  updateAction: async () => [coordinator, { id: action.id, title: world.unique("t") }],
  changeActionStatus: async () => {
    const { id } = await world.action(lead, plan);
    return [coordinator, { id, status: "IN_PROGRESS" }];
  },
  updateMilestone: async () => [coordinator, { id: (await milestone()).id, title: "t" }],
  completeMilestone: async () => [coordinator, { id: (await milestone()).id }],
  commitContribution: async () => [coordinator, { id: (await world.pledge(lead, action)).id }],
  withdrawContribution: async () => [coordinator, { id: (await world.pledge(lead, action)).id }],
  deliverContribution: async () => {
    const { id } = await world.pledge(lead, action);
    await write(coordinator, "commitContribution", { id, expectedVersion: 1 });
    return [coordinator, { id }];
  },
  removeMember: async () => {
    const email = `${world.unique("p")}@a.example`;
    const input = { organisationId: lead.id, email, role: "VIEWER" };
    return [admin, { id: (await write(admin, "addMember", input)).id }];
  },
  revokeApiKey: async () => {
    const input = { organisationId: lead.id, name: "k", scopes: ["READ"], expiresAt: nextYear };
    return [admin, { id: (await write(admin, "issueApiKey", input)).id }];
  },
};

const milestone = () =>
  write(coordinator, "addMilestone", { actionId: action.id, title: "T", dueOn: "2024-05-05" });

/** How many changes a mutation makes, where it is more than one. */
const lines: Record<string, number> = {
  ...assessmentLines,
  // The outcome, and its new text.
  amendOutcome: 2,
  // The deliberation, and its minutes.
  closeDeliberation: 2,
};

const tableOf: Record<string, string> = {
  updateOrganisation: "organisation",
  updateProgramme: "programme",
  updateArea: "area",
  updateActionPlan: "action_plan",
  changeActionPlanStatus: "action_plan",
  removeParticipant: "participant",
  updateMilestone: "milestone",
  completeMilestone: "milestone",
  commitContribution: "contribution",
  deliverContribution: "contribution",
  withdrawContribution: "contribution",
  removeMember: "membership",
  revokeApiKey: "api_key",
};

const changeOf = async (mutation: string) => {
  if (elsewhere.includes(mutation)) {
    const [client, { expectedVersion, ...input }] = await madeElsewhere(mutation);
    return { client, input, version: Number(expectedVersion) };
  }
  const make = changes[mutation];
  if (!make) throw new Error(`No change by ${mutation}`);
  const [client, input] = await make();
  const { version } = await world.seen(tableOf[mutation] ?? "action", String(input.id));
  return { client, input, version };
};

describe("A change names the version that it saw (rule 5)", () => {
  it.each(changing)(
    "%s with another version is a CONFLICT with the current state",
    async (mutation) => {
      const { client, input, version } = await changeOf(mutation);
      for (const expectedVersion of [version + 1, version + 7, 2_147_483_647]) {
        const found = await world.unchangedBy(() =>
          refused(client, mutation, { ...input, expectedVersion }),
        );
        expect([found.code, found.paths]).toEqual(["CONFLICT", ["input.expectedVersion"]]);
        const { currentVersion, current } = found.error.extensions;
        expect(currentVersion).toBe(version);
        expect(current).toMatchObject({ id: input.id, version });
      }
    },
  );

  it.each(changing)(
    "%s, done four times at once with one version, is done once",
    async (mutation) => {
      const { client, input, version } = await changeOf(mutation);
      const before = await positionOf(client);
      const document = documentOf(mutation);
      const tries = Array.from({ length: 4 }, () =>
        client.ask(document, { input: { ...input, expectedVersion: version } } as never),
      );
      const answers = await Promise.all(tries);
      const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? "done").sort();
      const isRemoval = mutation.startsWith("remove") || mutation === "withdrawInvitation";
      const others = codes.filter((code) => code !== "done");
      expect(codes.length - others.length).toBe(1);
      // Whoever comes after a removal finds nothing.
      expect(
        others.every((code) => code === "CONFLICT" || (isRemoval && code === "NOT_FOUND")),
      ).toBe(true);
      expect(await positionOf(client)).toBe(before + (lines[mutation] ?? 1));
    },
  );

  it("a report names the version of its action", async () => {
    const { id } = await world.action(lead, plan);
    const input = { actionId: id, expectedVersion: 2, progress: 5 };
    const found = await world.unchangedBy(() => refused(coordinator, "reportProgress", input));
    expect([found.code, found.paths]).toEqual(["CONFLICT", ["input.expectedVersion"]]);
    expect(found.error.extensions).toMatchObject({
      currentVersion: 1,
      current: { id, progress: 0 },
    });
  });

  it("the version grows by one with each change, and not where nothing changed", async () => {
    const { id } = await world.action(lead, plan);
    const versions: number[] = [];
    const update = async (fields: Input) => {
      const expectedVersion = versions.at(-1) ?? 1;
      const written = await write(coordinator, "updateAction", { id, expectedVersion, ...fields });
      versions.push(written.version);
      return written.position;
    };
    await update({ title: "A" });
    const position = await update({ title: "B", startsOn: "2024-01-02" });
    expect(await update({ title: "B" })).toBe(position);
    expect(await update({})).toBe(position);
    await update({ startsOn: null });
    expect(versions).toEqual([2, 3, 3, 3, 4]);
  });

  it("the current state is the noun's own fields, and no more than its type shows", async () => {
    const { client, input, version } = await changeOf("revokeApiKey");
    const found = await refused(client, "revokeApiKey", { ...input, expectedVersion: version + 1 });
    expect(Object.keys(found.error.extensions.current as object).sort()).toEqual([
      "createdAt",
      "expiresAt",
      "id",
      "name",
      "organisation",
      "prefix",
      "revokedAt",
      "scopes",
      "sources",
      "version",
    ]);
  });

  it("whoever may not change a thing is FORBIDDEN, whatever the version", async () => {
    const viewer = await world.member(lead, "VIEWER");
    for (const expectedVersion of [1, 99]) {
      const input = { id: action.id, expectedVersion, title: "x" };
      const found = await world.unchangedBy(() => refused(viewer, "updateAction", input));
      expect([found.code, found.error.extensions]).toEqual(["FORBIDDEN", { code: "FORBIDDEN" }]);
    }
  });
});

describe("Two that write at once", () => {
  it("do not make two organisations parts of each other", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await world.organisation(), await world.organisation()];
      const under = (id: string, parentId: string) =>
        operator.ask(documentOf("updateOrganisation"), {
          input: { id, parentId, expectedVersion: 1 },
        } as never);
      const answers = await Promise.all([under(one.id, other.id), under(other.id, one.id)]);
      const refusals = answers.flatMap(({ errors = [] }) => errors.map(refusalOf));
      expect(refusals.map(({ code, paths }) => [code, paths])).toEqual([
        ["BAD_USER_INPUT", ["input.parentId"]],
      ]);
    }
  });

  it("with one key: one gets it, the other is told that it is taken", async () => {
    const key = world.unique("key");
    const tries = ["A", "B", "C"].map((name) =>
      operator.ask(documentOf("createOrganisation"), {
        input: { key, name, sector: "NGO" },
      } as never),
    );
    const answers = await Promise.all(tries);
    const refusals = answers.flatMap(({ errors = [] }) => errors.map(refusalOf));
    expect(refusals.map(({ code, paths }) => [code, paths])).toEqual([
      ["BAD_USER_INPUT", ["input.key"]],
      ["BAD_USER_INPUT", ["input.key"]],
    ]);
  });

  it("add one person's role once", async () => {
    const email = `${world.unique("p")}@a.example`;
    const tries = Array.from({ length: 4 }, () =>
      admin.ask(documentOf("addMember"), {
        input: { organisationId: lead.id, email, role: "VIEWER" },
      } as never),
    );
    const answers = await Promise.all(tries);
    const refusals = answers.flatMap(({ errors = [] }) => errors.map(refusalOf));
    expect(answers.length - refusals.length).toBe(1);
    for (const { code } of refusals) expect(["BAD_USER_INPUT", "CONFLICT"]).toContain(code);
  });
});
