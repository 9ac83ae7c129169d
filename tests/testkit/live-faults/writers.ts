import { setTimeout as delay } from "node:timers/promises";
import type { Acknowledged } from "../faults/crash-check.js";
import type { GraphqlClient } from "../hub/client.js";
import { documents, organisationInput, type Written } from "../ledger/mutations.js";

/** The pause before a creation is sent again, in milliseconds. */
const pauseMs = 200;

/** How many creations beyond those that are waited for are sent without a pause: some are on their way then. */
const ahead = 20;

/** The input of a creation, with its id. */
type Input = ReturnType<typeof organisationInput>;

/** Clients that create organisations, each of them again until it is acknowledged. */
export class Writers {
  readonly acknowledged: Acknowledged[] = [];
  /** How often a creation was sent again. */
  again = 0;
  /** Answers that neither acknowledge nor say that the hub is unavailable. */
  readonly refusals: string[] = [];
  private isStopped = false;
  private isAbandoned = false;
  private wait: { count: number; resolve(): void } | undefined;
  private readonly running: Promise<unknown>;

  /** Each pauses so many milliseconds after a creation for which nobody waits; without it none rests. */
  constructor(
    private readonly client: () => GraphqlClient,
    count: number,
    private readonly restMs = 0,
  ) {
    this.running = Promise.all(Array.from({ length: count }, () => this.write()));
  }

  /** Resolves when so many more have been acknowledged. */
  more(count: number): Promise<void> {
    return new Promise((resolve) => {
      this.wait = { count: this.acknowledged.length + count, resolve };
    });
  }

  /** Creates one organisation; gives its position, 0 where it was refused or given up. */
  async one(input: Input = organisationInput()): Promise<number> {
    while (!this.isAbandoned) {
      const position = await this.send(input).catch(() => undefined);
      if (position !== undefined) return position;
      this.again += 1;
      await delay(pauseMs);
    }
    return 0;
  }

  /** Stops when everything that was sent has been acknowledged. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.running;
  }

  /** Stops without an answer: the hub may be gone. */
  abandon(): void {
    this.isStopped = true;
    this.isAbandoned = true;
  }

  private async write(): Promise<void> {
    while (!this.isStopped) {
      await this.one();
      if (this.mayRest) await delay(this.restMs);
    }
  }

  private get mayRest(): boolean {
    const wanted = (this.wait?.count ?? 0) + ahead;
    return this.restMs > 0 && !this.isStopped && this.acknowledged.length >= wanted;
  }

  private async send(input: Input): Promise<number | undefined> {
    const { data, errors } = await this.client().ask<{ written: Written }>(
      documents.createOrganisation,
      { input },
    );
    const code = errors?.[0]?.extensions.code;
    if (code && code !== "UNAVAILABLE") {
      this.refusals.push(`a creation was refused: ${code}`);
      return 0;
    }
    if (!data?.written) return undefined;
    const { position } = data.written;
    this.acknowledged.push({ id: input.id, position });
    if (this.wait && this.acknowledged.length >= this.wait.count) this.wait.resolve();
    return position;
  }
}
