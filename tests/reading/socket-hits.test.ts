import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { tokenFor } from "../testkit/hub/index.js";
import { write } from "../testkit/mutations/documents.js";
import { TextSocket } from "../testkit/protocol/text-socket.js";
import { readPaths, untilCached } from "../testkit/reading/read-counts.js";
import { type Party, World } from "../testkit/world/world.js";

let world: World;
let lead: Party;
let plan: { id: string; version: number };
let visitor: TextSocket;

beforeAll(async () => {
  world = await World.start();
  lead = await world.organisation();
  plan = await world.plan(await world.programme(lead), lead, { title: "Rencana" });
  visitor = await TextSocket.open(world.hub, {});
});
afterAll(async () => {
  visitor.close();
  await world.stop();
});

const asked = () => ({
  query: "query ($id: ID!) { actionPlan(id: $id) { title } }",
  variables: { id: plan.id },
});

const titleIn = (text: string): unknown => JSON.parse(text).data.actionPlan?.title;

const change = async (input: object) => {
  const coordinator = await world.member(lead, "COORDINATOR");
  const whole = { id: plan.id, expectedVersion: plan.version, ...input };
  plan = await write(coordinator, "updateActionPlan", whole);
};

/** The paths by which an answer came, and the answer. */
async function answered(socket: TextSocket, payload: object = {}): Promise<[string[], string]> {
  let text = "";
  const paths = await readPaths(world.hub, async () => {
    text = await socket.answer({ ...asked(), ...payload });
  });
  return [paths, text];
}

const warm = (socket: TextSocket, payload: object = {}): Promise<void> =>
  untilCached(world.hub, () => socket.answer({ ...asked(), ...payload }));

describe("An answer over a WebSocket that is given again", () => {
  it("is the same to the byte, from the cache, also on another socket", async () => {
    const [, first] = await answered(visitor);
    await warm(visitor);
    expect(await answered(visitor)).toEqual([["cached"], first]);
    const other = await TextSocket.open(world.hub, {});
    expect(await answered(other)).toEqual([["cached"], first]);
    other.close();
  });

  it("is read again after a change, which it shows", async () => {
    await warm(visitor);
    await change({ title: "Rencana baru" });
    const [paths, text] = await answered(visitor);
    expect([paths, titleIn(text)]).toEqual([["planned"], "Rencana baru"]);
  });

  it("is given to nobody who may see less", async () => {
    await change({ visibility: "PARTICIPANTS" });
    const email = `coordinator@${lead.key}.example`;
    const member = await TextSocket.open(world.hub, {
      authorization: `Bearer ${await tokenFor(email)}`,
    });
    await warm(member);
    const [paths, text] = await answered(member);
    expect([paths, titleIn(text)]).toEqual([["cached"], "Rencana baru"]);
    expect(titleIn((await answered(visitor))[1])).toBeUndefined();
    member.close();
    await change({ visibility: "PUBLIC" });
  });

  it("is another in another language, and for other variables", async () => {
    await warm(visitor);
    const indonesian = await TextSocket.open(world.hub, { language: "id" });
    expect((await answered(indonesian))[0]).toEqual(["planned"]);
    indonesian.close();
    const id = "5b7bcd37-6b19-5683-b6fe-66226f8d3bae";
    const [paths, text] = await answered(visitor, { variables: { id } });
    expect([paths, titleIn(text)]).toEqual([["planned"], undefined]);
  });

  it("is as of the position that the client has seen, or a later one", async () => {
    await warm(visitor);
    const position = await world.position();
    const [paths, text] = await answered(visitor, { extensions: { position } });
    expect([paths, JSON.parse(text).extensions.position]).toEqual([["cached"], position]);
  });
});
