import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { ShownError } from "../../testkit/hub/index.js";
import { TestHub } from "../../testkit/hub/test-hub.js";
import { RawSocket } from "../../testkit/protocol/tiny-hub.js";
import frames from "./frames.json" with { type: "json" };
import requests from "./requests.json" with { type: "json" };

// What clients of other makers send at first contact, with the right answer of each.

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start("regions", { POSITION_TIMEOUT_MS: "1" });
});
afterAll(() => hub.stop());

interface Sent {
  what: string;
  method: string;
  path?: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** How long a wait for a position lasts is counted in positions.test.ts, not measured. */
  right: { status: number; code?: string };
}

async function answerTo({ method, path = "/graphql", headers = {}, body }: Sent) {
  const response = await fetch(hub.url.replace("/graphql", path), {
    method,
    headers: body === undefined ? headers : { "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { errors } = (await response.json()) as { errors?: ShownError[] };
  const code = errors?.[0]?.extensions.code;
  return { status: response.status, code };
}

describe("A request at first contact", () => {
  it.each((requests as Sent[]).map((sent) => [sent.what, sent] as const))("%s", async (_, sent) => {
    const { status, code } = sent.right;
    const answer = await answerTo(sent);
    expect(answer.status).toBe(status);
    if (code !== undefined) expect(answer.code).toBe(code);
  });
});

interface Frames {
  what: string;
  init?: unknown;
  frames?: unknown[];
  right: { close?: number; open?: boolean };
}

/** Resolves when a message of this type has come. */
async function messageOf(raw: RawSocket, type: string): Promise<void> {
  for (;;) if ((await raw.next()).type === type) return;
}

/** Sends the frames; then the code of the close, or "open" where the socket still answers. */
async function outcomeOf({ init, frames = [] }: Frames): Promise<number | "open"> {
  const raw = new RawSocket(hub);
  await once(raw.socket, "open");
  raw.say({ type: "connection_init", payload: init });
  const answered = async () => {
    await messageOf(raw, "connection_ack");
    for (const frame of frames) raw.say(frame);
    raw.say({ type: "ping" });
    await messageOf(raw, "pong");
    return "open" as const;
  };
  const outcome = await Promise.race([answered(), raw.closed.then(({ code }) => code)]);
  raw.socket.terminate();
  return outcome;
}

describe("A socket at first contact", () => {
  it.each((frames as Frames[]).map((sent) => [sent.what, sent] as const))("%s", async (_, sent) => {
    expect(await outcomeOf(sent)).toBe(sent.right.close ?? "open");
  });
});
