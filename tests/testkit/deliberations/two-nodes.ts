import { expect } from "@jest/globals";
import { verifyLedger } from "../../../src/ledger/index.js";
import { CheckedClient, refusalOf } from "../hub/checked-client.js";
import { type Answer, TestHub } from "../hub/index.js";
import { documentOf, type Input, type Written } from "../mutations/documents.js";
import { type OpenLedger, openLedger } from "../postgres/sessions.js";
import { type Party, World } from "../world/world.js";
import { ReplayedOutcomes } from "./replayed-outcomes.js";
import { type Stance, shown, TestDeliberation } from "./test-deliberation.js";

/** A mutation that a client sends. */
export type Deed = [client: CheckedClient, mutation: string, input: Input];

/** The answer to a deed. */
export interface Ending {
  /** "done", or the code of the refusal. */
  code: string;
  paths: string[];
  reason: unknown;
  position: number;
  extensions: Record<string, unknown>;
}

const sectorOf = (at: number): string => ["NGO", "UNIVERSITY", "PRIVATE_SECTOR"][at % 3] as string;

function endingOf(mutation: string, { data, errors }: Answer<Record<string, Input>>): Ending {
  const [error] = errors ?? [];
  const position = Number(data?.[mutation]?.position);
  if (!error) return { code: "done", paths: [], reason: undefined, position, extensions: {} };
  const { code, paths } = refusalOf(error);
  return { code, paths, reason: error.extensions.reason, position, extensions: error.extensions };
}

export const codesOf = (endings: readonly Ending[]): string[] =>
  endings.map(({ code }) => code).sort();

/** The numbers of so many rounds. */
export const rounds = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

/** The deeds, in every second round in the other order. */
export const turned = <T>(round: number, deeds: T[]): T[] =>
  round % 2 ? deeds.toReversed() : deeds;

/** Two nodes of a hub, and the organisations that deliberate over both at the same moment. */
export class TwoNodes {
  /** The deliberations since the last check. */
  private readonly played: TestDeliberation[] = [];

  private constructor(
    readonly world: World,
    private readonly second: TestHub,
    private readonly ledger: OpenLedger,
    readonly convener: Party,
    /** Twenty organisations of three sectors in turn. */
    readonly guests: readonly Party[],
  ) {}

  static async start(): Promise<TwoNodes> {
    const world = await World.start();
    const second = await TestHub.start("regions", {}, world.hub.database);
    const ledger = await openLedger(world.hub.database.url);
    const convener = await world.organisation("REGIONAL_GOVERNMENT");
    const guests = await Promise.all(
      Array.from({ length: 20 }, async (_, at) => {
        const party = await world.organisation(sectorOf(at));
        await world.member(party, "COORDINATOR");
        return party;
      }),
    );
    return new TwoNodes(world, second, ledger, convener, guests);
  }

  async stop(): Promise<void> {
    await this.ledger.close();
    await this.second.stop();
    await this.world.stop();
  }

  /** Expects that the order in the ledger explains every deliberation, and that its chain is whole. */
  async check(): Promise<void> {
    for (const { id } of this.played.splice(0)) await this.replayed(id);
    expect(await verifyLedger(this.ledger.orm.em.fork())).toMatchObject({ whole: true });
  }

  replayed(deliberation: string): Promise<ReplayedOutcomes> {
    return ReplayedOutcomes.of(this.world.hub.sql, deliberation);
  }

  guest(at: number): Party {
    return this.guests[at] as Party;
  }

  coordinator(party: Party): Promise<CheckedClient> {
    return this.world.member(party, "COORDINATOR");
  }

  async session(parties: readonly Party[], more: Input = {}): Promise<TestDeliberation> {
    const deliberation = await TestDeliberation.inSession(this.world, this.convener, parties, more);
    this.played.push(deliberation);
    return deliberation;
  }

  /** What a visitor sees of an outcome. */
  see<T extends object>(outcome: { id: string }, fields: string): Promise<T> {
    return shown<T>(this.world.visitor(), "Outcome", outcome, fields);
  }

  /** The same person at the other node of the hub. */
  private elsewhere(client: CheckedClient): CheckedClient {
    return new CheckedClient(this.second.url, client.sent);
  }

  /** Does all at the same moment, at both nodes in turn. */
  atOnce(...deeds: readonly Deed[]): Promise<Ending[]> {
    return Promise.all(
      deeds.map(async ([client, mutation, input], at) => {
        const requester = at % 2 ? this.elsewhere(client) : client;
        const answer = await requester.ask<Record<string, Input>>(documentOf(mutation), {
          input,
        } as never);
        return endingOf(mutation, answer);
      }),
    );
  }

  /** The deed by which an organisation takes a position on the text that stands now. */
  async taking(
    on: TestDeliberation,
    party: Party,
    outcome: Written,
    stance: Stance = "AGREE",
  ): Promise<Deed> {
    const input = await on.stance(party, outcome, stance);
    return [await this.coordinator(party), "takePosition", input];
  }

  /** The deed of the chair on an outcome as it stands now. */
  async chairing(
    on: TestDeliberation,
    mutation: string,
    outcome: Written,
    more: Input = {},
  ): Promise<Deed> {
    const input = { ...(await on.seen("outcome", outcome.id)), ...more };
    return [await on.chair, mutation, input];
  }
}
