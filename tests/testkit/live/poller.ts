import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { testFolder } from "../hub/test-hub.js";
import { idOf } from "../protocol/wire-forms.js";
import type { Refusal } from "./live-world.js";

/** The answer to a request that follows a document. */
export interface Polled {
  status: number;
  headers: Headers;
  text: string;
  body: {
    payloads: { data: Record<string, { position: number } & Record<string, unknown>> | null }[];
    position: number;
    next: string;
    errors?: { message: string; extensions: Refusal }[];
  };
}

/** A header that makes a GET one that is made on purpose. */
export const accept = { accept: "application/graphql-response+json" };

/** Asks for one answer. */
export async function poll(url: string | URL, headers: object = {}): Promise<Polled> {
  const response = await fetch(url, { headers: { ...accept, ...headers }, cache: "no-store" });
  const text = await response.text();
  // A proxy whose hub is away answers by a page of its own.
  const body = text.startsWith("{") ? JSON.parse(text) : {};
  return { status: response.status, headers: response.headers, text, body };
}

/** The parameters that name a document with variables. */
export const pollSearch = (text: string, variables: object, more: Record<string, string>): string =>
  `?${new URLSearchParams({ documentId: idOf(text), variables: JSON.stringify(variables), ...more })}`;

/** The manifest of these documents, as a setting of a hub. */
export function manifestSetting(...texts: string[]): { DOCUMENTS_MANIFEST: string } {
  const folder = mkdtempSync(join(testFolder(), "manifest-"));
  const path = join(folder, "portal.json");
  writeFileSync(path, JSON.stringify(Object.fromEntries(texts.map((text) => [idOf(text), text]))));
  return { DOCUMENTS_MANIFEST: path };
}

/** A visitor who follows a document as the guide says: each answer names the address of the next. */
export class Poller {
  /** The positions of the payloads that came. */
  readonly seen: number[] = [];
  /** The number of answers without a payload. */
  empty = 0;
  requests = 0;
  /** The hash of all bodies, by which pollers are compared. */
  readonly hash = createHash("sha256");

  constructor(
    public url: string,
    /** Called with each answer. */
    private readonly onAnswer: (answer: Polled) => void = () => {},
  ) {}

  /** Asks once, and goes on; asks the same again after an outage. */
  async step(): Promise<Polled> {
    const answer = await poll(this.url);
    this.requests += 1;
    if (answer.status >= 500) return answer;
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text} at ${this.url}`);
    const { payloads, next } = answer.body;
    if (payloads.length === 0) this.empty += 1;
    for (const { data } of payloads) {
      this.seen.push(...Object.values(data ?? {}).map(({ position }) => position));
    }
    this.hash.update(answer.text);
    this.url = new URL(next, this.url).href;
    this.onAnswer(answer);
    return answer;
  }

  /** Follows until the payload at a position has come. */
  async upTo(position: number): Promise<void> {
    while ((this.seen.at(-1) ?? 0) < position) await this.step();
  }
}
