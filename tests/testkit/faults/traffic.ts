import { setTimeout as delay } from "node:timers/promises";
import type { GraphqlClient } from "../hub/client.js";
import { documents, organisationInput, type Written } from "../ledger/mutations.js";
import type { Acknowledged } from "./crash-check.js";

const read = "{ organisations(first: 5) { nodes { key } } regions(first: 5) { nodes { code } } }";

/** The pause of a client after an answer without data, in milliseconds. */
const pauseMs = 50;

/** How many requests ended in which way, and how long the longest took. */
export interface TrafficFigures {
  answered: number;
  /** Without data, as an outage should be told. */
  unavailable: number;
  /** Without data, and with the status 200. */
  disguised: number;
  /** Any other failure, as a connection that ended or a code that is not UNAVAILABLE. */
  failed: number;
  longestMs: number;
}

/** Reads and writes of several clients until they are stopped; what was acknowledged is kept. */
export class Traffic {
  readonly acknowledged: Acknowledged[] = [];
  readonly figures: TrafficFigures = {
    ...{ answered: 0, unavailable: 0, disguised: 0, failed: 0 },
    longestMs: 0,
  };
  private isStopped = false;
  private readonly running: Promise<unknown>;

  constructor(
    private readonly client: GraphqlClient,
    readers = 12,
    writers = 4,
  ) {
    const readings = Array.from({ length: readers }, () => this.loop(() => this.read()));
    const writings = Array.from({ length: writers }, () => this.loop(() => this.write()));
    this.running = Promise.all([...readings, ...writings]);
  }

  /** Stops when the requests that run have been answered. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.running;
  }

  private async loop(request: () => Promise<boolean>): Promise<void> {
    while (!this.isStopped) {
      const began = performance.now();
      const isAnswered = await request().catch(() => {
        this.figures.failed += 1;
        return false;
      });
      this.figures.longestMs = Math.max(this.figures.longestMs, performance.now() - began);
      if (!isAnswered) await delay(pauseMs);
    }
  }

  private async read(): Promise<boolean> {
    // The comment makes it a request of its own, which the response cache does not know.
    return this.count(await this.client.ask(`${read} # ${Math.random()}`));
  }

  private async write(): Promise<boolean> {
    const input = organisationInput();
    const answer = await this.client.ask<{ written: Written }>(documents.createOrganisation, {
      input,
    });
    const written = answer.data?.written;
    if (written) this.acknowledged.push({ id: input.id, position: written.position });
    return this.count(answer);
  }

  private count({ status, data, errors }: Awaited<ReturnType<GraphqlClient["ask"]>>): boolean {
    const { figures } = this;
    const code = errors?.[0]?.extensions.code;
    const hasData = Object.values(data ?? {}).some((value) => value !== null);
    if (code === undefined || hasData) figures.answered += 1;
    else if (code !== "UNAVAILABLE") figures.failed += 1;
    else if (status === 503) figures.unavailable += 1;
    else figures.disguised += 1;
    return code === undefined;
  }
}

/** Milliseconds until a hub serves reads and writes again; at most `mostMs`. */
export async function untilServing(client: GraphqlClient, mostMs = 120_000): Promise<number> {
  const began = performance.now();
  const serves = async () => {
    const [seen, made] = await Promise.all([
      client.ask(`${read} # ${Math.random()}`),
      client.ask(documents.createOrganisation, { input: organisationInput() }),
    ]);
    return !seen.errors && !made.errors;
  };
  while (performance.now() - began < mostMs) {
    const late = delay(1_000, false);
    if (await Promise.race([serves().catch(() => false), late])) break;
    await delay(pauseMs);
  }
  return Math.round(performance.now() - began);
}
