import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import { type Hidden, RembukScene, viewers } from "../testkit/deliberations/visibility-scene.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { refused } from "../testkit/mutations/documents.js";
import { newId } from "../testkit/world/world.js";

let scene: RembukScene;

beforeAll(async () => {
  scene = await RembukScene.make();
});
afterAll(() => scene.world.stop());

const ask = <T>(requester: CheckedClient, document: string, variables: object = {}) =>
  requester.data<T>(document, variables as never);
const deliberation = () => scene.id("hidden deliberation");
const outcome = () => scene.id("hidden outcome");
const other = () => scene.id("other hidden outcome");

describe("What an open rembuk's record shows of a hidden one", () => {
  it("is not the text of the outcome whose place it takes", async () => {
    const { deliberation: later } = await ask<{
      deliberation: { minutes: { document: string; html: string } };
    }>(
      scene.client("a visitor"),
      "query ($id: ID!) { deliberation(id: $id) { minutes { document html } } }",
      { id: scene.id("later deliberation") },
    );
    const { document, html } = later.minutes;
    expect(scene.words.filter((word) => document.includes(word) || html.includes(word))).toEqual(
      [],
    );
  });

  it("is shown where everybody may see it", async () => {
    const { deliberation: hidden } = await ask<{ deliberation: { minutes: { document: string } } }>(
      scene.client("the convener's viewer"),
      "query ($id: ID!) { deliberation(id: $id) { minutes { document } } }",
      { id: deliberation() },
    );
    const [first] = JSON.parse(hidden.minutes.document).outcomes;
    expect(first.supersedes).toMatchObject({ id: scene.id("earlier outcome"), text: "Usul" });
  });

  it("is no document in the ledger's word of the minutes, for any viewer", async () => {
    for (const viewer of Object.keys(viewers)) {
      const { changes } = await ask<{ changes: { nodes: { fields: { name: string }[] }[] } }>(
        scene.client(viewer),
        `{ changes(where: { entity: { eq: "Minutes" } }) { nodes { fields { name before after } } } }`,
      );
      const names = changes.nodes.map(({ fields }) => fields.map(({ name }) => name));
      expect(names).toHaveLength(viewers[viewer] ? 3 : 2);
      for (const reported of names)
        expect(reported).toEqual(["closedAt", "deliberation", "sha256", "sources"]);
    }
  });
});

describe("A hidden rembuk's errors are those of an absent one", () => {
  type Input = Record<string, unknown>;
  const version = { expectedVersion: 99 };
  const attempts: [mutation: string, of: Hidden["kind"], input: (id: string) => Input][] = [
    ["updateDeliberation", "Deliberation", (id) => ({ id, ...version, place: "x" })],
    ["closeDeliberation", "Deliberation", (id) => ({ id, ...version })],
    ["inviteOrganisation", "Deliberation", (deliberationId) => ({ deliberationId })],
    ["proposeOutcome", "Deliberation", (deliberationId) => ({ deliberationId, text: "x" })],
    ["withdrawInvitation", "Invitation", (id) => ({ id, ...version })],
    ["nameDelegates", "Invitation", (id) => ({ id, ...version, delegates: [] })],
    ["recordArrival", "Invitation", (id) => ({ id, ...version })],
    ["amendOutcome", "Outcome", (id) => ({ id, ...version, text: "x", reason: "x" })],
    ["agreeOutcome", "Outcome", (id) => ({ id, ...version })],
    ["rejectOutcome", "Outcome", (id) => ({ id, ...version, reason: "x" })],
    ["takePosition", "Outcome", (outcomeId) => ({ outcomeId, textVersion: 1, stance: "AGREE" })],
    ["changePosition", "OutcomePosition", (id) => ({ id, ...version, stance: "AGREE" })],
    ["acknowledgeMinutes", "Minutes", (minutesId) => ({ minutesId, sha256: "x" })],
    ["adoptOutcome", "Outcome", (outcomeId) => ({ outcomeId, actionId: scene.id("action") })],
    ["removeAdoption", "Adoption", (id) => ({ id, ...version })],
  ];
  const named = ["inviteOrganisation", "proposeOutcome", "takePosition", "acknowledgeMinutes"];

  it.each(attempts)("%s of its %s", async (mutation, kind, input) => {
    const requester = scene.client("an uninvited organisation's admin");
    const own = named.includes(mutation) ? { organisationId: scene.stranger.id } : {};
    const attempt = (id: string) => refused(requester, mutation, { ...input(id), ...own });
    const id = scene.hidden.find((one) => one.kind === kind)?.id ?? "";
    const found = await scene.world.unchangedBy(() => attempt(id));
    expect(found.code).toBe("NOT_FOUND");
    expect(found).toEqual(await attempt(newId()));
  });

  it("an outcome that a new one would take the place of", async () => {
    const { world, stranger } = scene;
    const own = await TestDeliberation.inSession(world, stranger, [stranger]);
    const coordinator = await world.member(stranger, "COORDINATOR");
    const base = { deliberationId: own.id, organisationId: stranger.id, text: "x" };
    const attempt = (supersedesId: string) =>
      refused(coordinator, "proposeOutcome", { ...base, supersedesId });
    const found = await attempt(outcome());
    expect([found.code, found.paths]).toEqual(["NOT_FOUND", ["input.supersedesId"]]);
    expect(found).toEqual(await attempt(newId()));
  });
});

describe("A stale step on an outcome that takes a hidden one's place", () => {
  it("has its state shown without what the requester may not see", async () => {
    const { world, stranger, invited } = scene;
    const own = await TestDeliberation.inSession(world, stranger, [stranger, invited], {
      heldFrom: "2026-11-24",
    });
    const proposed = await own.propose(invited, { supersedesId: other() });
    const input = { id: proposed.id, expectedVersion: 99 };
    const { code, error } = await refused(await own.chair, "agreeOutcome", input);
    expect(code).toBe("CONFLICT");
    expect(error.extensions.current).toMatchObject({ supersedes: null });
  });
});
