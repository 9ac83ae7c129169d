import { randomUUID } from "node:crypto";
import { HubProcess } from "../../testkit/hub/hub-process.js";
import { organisationInput, write } from "../../testkit/ledger/mutations.js";
import { RawSocket } from "../../testkit/protocol/tiny-hub.js";
import { above, type Fault } from "./fault.js";

const sockets = 40;
const perSocket = 100;
const mutations = 10;
const longestMs = 1_000;

const document =
  "subscription ($where: ChangeFilter) { changes(where: $where) { position operation } }";

/** One visitor follows the ledger with 4,000 conditions, all different, all of which each change meets. */
export const manyGroups: Fault = {
  name: "many-groups",
  async run({ folder, say }) {
    const hub = await HubProcess.start(folder);
    const writer = await hub.as();
    const mutate = async () => {
      const began = performance.now();
      await write(writer, "createOrganisation", organisationInput());
      return performance.now() - began;
    };
    const worst = async () => {
      const times: number[] = [];
      while (times.length < mutations) times.push(await mutate());
      return Math.round(Math.max(...times));
    };
    await mutate();
    const quiet = await worst();
    let frames = 0;
    const opened = await Promise.all(
      Array.from({ length: sockets }, async () => {
        const raw = await RawSocket.ready(hub);
        raw.socket.on("message", () => {
          frames += 1;
        });
        for (let id = 0; id < perSocket; id += 1) {
          raw.run(`${id}`, document, { where: { not: { entityId: { eq: randomUUID() } } } });
        }
        return raw;
      }),
    );
    // Each has started when it has brought a change; those that have not bring a later one.
    while (frames < sockets * perSocket) await mutate();
    const watched = await worst();
    say(
      `a mutation takes at most ${quiet} ms alone, ${watched} ms with ${sockets * perSocket} groups`,
    );
    for (const raw of opened) raw.socket.terminate();
    await hub.stop();
    return above("a mutation with many groups", watched, longestMs);
  },
};
