import { setTimeout as delay } from "node:timers/promises";
import type { GraphqlClient } from "../hub/client.js";
import { HubProcess, isAlive } from "../hub/hub-process.js";
import {
  documents,
  memberInput,
  type Operation,
  organisationInput,
  type Written,
} from "../ledger/mutations.js";
import { randomFrom } from "../random/random.js";
import { type Acknowledged, faultsAfterCrash } from "./crash-check.js";

const connections = 6;

/** A creation that was sent: it can be sent again. */
interface Sent {
  operation: Operation;
  input: { id: string } & Record<string, unknown>;
}

/** What a crash left of what was sent. */
interface Remains {
  acknowledged: Acknowledged[];
  /** Sent, and cut before the answer came. */
  inDoubt: Sent[];
}

/** Creations of one change and of two, in turn; all that is needed is an operator. */
function creationAt(turn: number, organisationId: string): Sent {
  return turn % 2 === 0
    ? { operation: "createOrganisation", input: organisationInput() }
    : { operation: "addMember", input: { ...memberInput(), organisationId } };
}

/** Sends a creation, again while the hub of a busy machine says to try again: its id makes it one. */
async function send(client: GraphqlClient, { operation, input }: Sent): Promise<Acknowledged> {
  for (;;) {
    const { data, errors } = await client.ask<{ written: Written }>(documents[operation], {
      input,
    });
    if (data && !errors) return { id: input.id, position: data.written.position };
    if (errors?.[0]?.extensions?.code !== "UNAVAILABLE") throw new Error(JSON.stringify(errors));
  }
}

/** Writes from several connections until the hub is cut off; `acknowledge` is called with each answer. */
async function writeUntilCut(
  client: GraphqlClient,
  organisationId: string,
  acknowledge: (soFar: number) => void,
): Promise<Remains> {
  const remains: Remains = { acknowledged: [], inDoubt: [] };
  const writer = async (first: number) => {
    for (let turn = first; ; turn += 1) {
      const sent = creationAt(turn, organisationId);
      try {
        remains.acknowledged.push(await send(client, sent));
      } catch (error) {
        // An answer that refuses is a fault of its own; a connection that is gone is the crash.
        if ((error as Error).name !== "TypeError") throw error;
        remains.inDoubt.push(sent);
        return;
      }
      acknowledge(remains.acknowledged.length);
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, at) => writer(at)));
  return remains;
}

/** What one round did: how many writes it had acknowledged, and what was found wrong after. */
export interface Round {
  acknowledged: number;
  inDoubt: number;
  perSecond: number;
  faults: string[];
}

/**
 * Kills the hub of a data folder while it is written to, starts it again, and checks everything
 * that was ever acknowledged. Gives the new hub, so that rounds can follow one another.
 */
export class CrashRounds {
  private readonly acknowledged: Acknowledged[] = [];
  private organisationId = "";

  private constructor(
    private hub: HubProcess,
    private readonly random: () => number,
  ) {}

  static async start(dataFolder: string, seed: number): Promise<CrashRounds> {
    const rounds = new CrashRounds(await HubProcess.start(dataFolder), randomFrom(seed));
    const first: Sent = { operation: "createOrganisation", input: organisationInput() };
    rounds.acknowledged.push(await send(await rounds.hub.as(), first));
    rounds.organisationId = first.input.id;
    return rounds;
  }

  get databaseUrl(): string {
    return this.hub.databaseUrl;
  }

  async round(): Promise<Round> {
    const { postgresPid } = this.hub;
    const began = performance.now();
    const { acknowledged, inDoubt } = await this.crash();
    const seconds = (performance.now() - began) / 1000;
    this.acknowledged.push(...acknowledged);
    this.hub = await HubProcess.start(this.hub.dataFolder);
    const faults = isAlive(postgresPid) ? ["the killed hub's Postgres still runs"] : [];
    faults.push(...(await faultsAfterCrash(this.databaseUrl, this.acknowledged)));
    faults.push(...(await this.sendAgain(inDoubt)));
    return {
      acknowledged: acknowledged.length,
      inDoubt: inDoubt.length,
      perSecond: Math.round(acknowledged.length / seconds),
      faults,
    };
  }

  /** Checks what is there against what was acknowledged, and `more`. */
  faults(more: readonly Acknowledged[] = []): Promise<string[]> {
    return faultsAfterCrash(this.databaseUrl, [...this.acknowledged, ...more]);
  }

  stop(): Promise<number | null> {
    return this.hub.stop();
  }

  private async crash(): Promise<Remains> {
    const enough = 20 + Math.floor(this.random() * 120);
    const pauseMs = this.random() * 20;
    let killed: Promise<unknown> | undefined;
    const remains = await writeUntilCut(await this.hub.as(), this.organisationId, (soFar) => {
      if (soFar >= enough) killed ??= delay(pauseMs).then(() => this.hub.kill());
    });
    await killed;
    return remains;
  }

  /** A client that heard no answer sends again: it then is there once, whether it was before or not. */
  private async sendAgain(inDoubt: readonly Sent[]): Promise<string[]> {
    const client = await this.hub.as();
    const answers = await Promise.all(inDoubt.map((sent) => send(client, sent)));
    this.acknowledged.push(...answers);
    return faultsAfterCrash(this.databaseUrl, answers);
  }
}
