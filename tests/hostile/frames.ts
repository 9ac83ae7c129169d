import { once } from "node:events";
import fc from "fast-check";
import { print } from "graphql";
import { WebSocket } from "ws";
import { FastCheckRandom } from "../testkit/random-documents/fast-check-random.js";
import { Questions } from "../testkit/random-documents/questions.js";
import { bomb } from "./bombs.js";
import { HeavyDocuments } from "./heavy-documents.js";
import { hostileJson, hostileText } from "./hostile-values.js";
import type { Material } from "./requests.js";
import { jumble, twisted } from "./token-twists.js";
import { Unshrunk } from "./unshrunk.js";

/** One frame of a client. */
export type HostileFrame = { text: string } | { binary: string } | { ping: string };

/** What one client does on one socket, in this order; then it waits for the answer to one more query. */
export interface HostileSocket {
  init: unknown;
  frames: HostileFrame[];
  /** How the client leaves. */
  end: "close" | "terminate" | "bad code";
}

const streams = [
  "subscription { changes { position } }",
  "subscription ($w: ChangeFilter) { changes(after: 0, where: $w) { position fields { name before after } } }",
  'subscription { actionPlanChanged(id: "00000000-0000-4000-8000-000000000000") { position } }',
  "subscription { changes { position } deliberationChanged(id: 1) { position } }",
  "subscription A { changes { position } } subscription B { changes { position } }",
  "subscription { changes(after: -1) { position } }",
  "subscription { changes(after: 9007199254740991) { position } }",
];

/** What clients do on sockets to stop the hub, drawn from one seed. */
export class HostileSockets extends Unshrunk<HostileSocket> {
  private readonly questions: Questions;

  constructor(private readonly material: Material) {
    super();
    this.questions = new Questions(material.pools, ["visitor"]);
  }

  override generate(random: fc.Random): fc.Value<HostileSocket> {
    const chance = new FastCheckRandom(random);
    const count = chance.weighted([50, 3], [30, 8], [15, 20], [5, 120]);
    const frames = Array.from({ length: chance.from(1, count) }, () => this.frame(chance, random));
    const end = chance.pick(["close", "terminate", "bad code"] as const);
    return new fc.Value({ init: this.init(chance), frames, end }, undefined);
  }

  private init(chance: FastCheckRandom): unknown {
    return chance.weighted<() => unknown>(
      [10, () => ({ type: "connection_init" })],
      [
        8,
        () => ({
          type: "connection_init",
          payload: { authorization: chance.pick(this.material.credentials) },
        }),
      ],
      [2, () => ({ type: "connection_init", payload: hostileJson(chance) })],
      [1, () => undefined],
      [1, () => hostileJson(chance)],
    )();
  }

  private frame(chance: FastCheckRandom, random: fc.Random): HostileFrame {
    const sort = chance.weighted(
      [30, "document"],
      [15, "stream"],
      [8, "complete"],
      [4, "ping"],
      [6, "json"],
      [3, "text"],
      [2, "binary"],
      [2, "init"],
    );
    const id = chance.pick(["1", "2", "3", "4", "", "__proto__", "x".repeat(300)]);
    const say = (message: unknown) => ({ text: JSON.stringify(message) ?? "" });
    if (sort === "complete") return say({ id, type: "complete" });
    if (sort === "ping")
      return chance.of(0.5)
        ? say({ type: "ping", payload: hostileJson(chance) })
        : { ping: "x".repeat(chance.from(0, 125)) };
    if (sort === "json") return say(hostileJson(chance));
    if (sort === "text") return { text: hostileText(chance).toWellFormed() };
    if (sort === "binary") return { binary: hostileText(chance) };
    if (sort === "init") return say({ type: "connection_init", payload: hostileJson(chance) });
    const payload = sort === "stream" ? this.stream(chance) : this.document(chance, random);
    return say({ id, type: "subscribe", payload });
  }

  private stream(chance: FastCheckRandom): unknown {
    const query = chance.pick(streams);
    return {
      query: chance.of(0.2) ? twisted(chance, query) : query,
      variables: chance.of(0.3)
        ? hostileJson(chance)
        : { w: { entity: { eq: hostileText(chance).slice(0, 20) } } },
    };
  }

  private document(chance: FastCheckRandom, random: fc.Random): unknown {
    return chance.weighted<() => unknown>(
      [5, () => new HeavyDocuments(chance).write()],
      [4, () => bomb(chance)],
      [2, () => ({ query: jumble(chance) })],
      [2, () => hostileJson(chance)],
      [
        4,
        () => {
          const { document, turns } = this.questions.generate(random).value;
          const plain = print(document);
          return { query: chance.of(0.5) ? plain : twisted(chance, plain), variables: turns[0] };
        },
      ],
    )();
  }
}

/** Close codes that a hub may give: those of WebSockets and those of graphql-transport-ws. */
const isKnownCode = (code: number): boolean =>
  (code >= 1000 && code <= 1015 && code !== 1011) || (code >= 4400 && code < 4500);

/** Plays one client; gives what was wrong with the hub's answers. */
export async function play(url: string, { init, frames, end }: HostileSocket): Promise<string[]> {
  const socket = new WebSocket(url.replace(/^http/, "ws"), "graphql-transport-ws");
  const faults: string[] = [];
  socket.on("message", (data) => faults.push(...faultsOfFrame(String(data))));
  const closed = once(socket, "close").then(([code]) => code as number);
  socket.on("error", () => undefined);
  await Promise.race([once(socket, "open"), closed]);
  if (init !== undefined) socket.send(JSON.stringify(init) ?? "");
  for (const frame of frames) {
    if (socket.readyState !== WebSocket.OPEN) break;
    if ("text" in frame) socket.send(frame.text);
    else if ("binary" in frame) socket.send(Buffer.from(frame.binary));
    else socket.ping(frame.ping);
  }
  await Promise.race([answered(socket), closed]);
  if (socket.readyState === WebSocket.OPEN) {
    if (end === "terminate") socket.terminate();
    else socket.close(end === "close" ? 1000 : 4999);
  }
  const code = await closed;
  const isOwn = code === 4999 || code === 1006;
  if (!isOwn && !isKnownCode(code)) faults.push(`closed with ${code}`);
  return [...new Set(faults)];
}

/** Resolves when the hub has answered one more operation, or refused it. */
async function answered(socket: WebSocket): Promise<void> {
  if (socket.readyState !== WebSocket.OPEN) return;
  const last = new Promise<void>((resolve) => {
    socket.on("message", (data) => String(data).includes('"last"') && resolve());
  });
  const payload = { query: "{ __typename }" };
  socket.send(JSON.stringify({ id: "last", type: "subscribe", payload }));
  await last;
}

function faultsOfFrame(text: string): string[] {
  let message: { type?: string; payload?: unknown };
  try {
    message = JSON.parse(text);
  } catch {
    return ["a frame that is no JSON"];
  }
  const { type, payload } = message;
  const shown = type === "error" ? payload : (payload as { errors?: unknown } | undefined)?.errors;
  if (!Array.isArray(shown)) return [];
  return shown.flatMap((error: { extensions?: { code?: string } }) => {
    const code = error?.extensions?.code;
    return code && code !== "INTERNAL_SERVER_ERROR"
      ? []
      : [`a frame's error with the code ${code}`];
  });
}
