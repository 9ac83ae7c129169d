import { createHash } from "node:crypto";
import { expect } from "@jest/globals";
import canonicalize from "canonicalize";
import type { CheckedClient } from "../../testkit/hub/checked-client.js";
import { documentOf, write } from "../../testkit/mutations/documents.js";
import { newId, type Party, type World } from "../../testkit/world/world.js";
import { ModelRembuk, type Position, type Refusal, type Step } from "./model.js";
import {
  heldByHub,
  heldByModel,
  isShown,
  type Numbers,
  type ShownMinutes,
  saidByMinutes,
  saidByModel,
  shownOf,
} from "./observed.js";
import { type Actor, bodyCount, partOf, sectorOf, shared } from "./parties.js";
import { inputOf } from "./step-inputs.js";
import { type Beginning, type Draw, firstSteps, lastSteps, stepsOf } from "./steps.js";

/** Who plays: the organisations of the model, and a plan of each that convenes. */
export interface Cast {
  world: World;
  parties: Party[];
  plans: string[];
}

/** How many organisations convene. */
const conveners = 3;

/** Makes the organisations, their members, and the conveners' plans. */
export async function castOf(world: World): Promise<Cast> {
  const parties: Party[] = [];
  const make = async (at: number): Promise<Party> => {
    const known = parties[at];
    if (known) return known;
    const above = partOf(at);
    const parentId = above === undefined ? null : (await make(above)).id;
    const party = await world.organisation(sectorOf(at), { parentId });
    await Promise.all([world.member(party, "COORDINATOR"), world.member(party, "VIEWER")]);
    parties[at] = party;
    return party;
  };
  for (let at = 0; at < bodyCount; at += 1) await make(at);
  const programme = await world.programme(await world.organisation());
  const plans: string[] = [];
  for (const party of parties.slice(0, conveners)) {
    plans.push((await world.plan(programme, party)).id);
  }
  return { world, parties, plans };
}

/** How many steps a sequence has, before it is ended. */
const mostSteps = 40;

const refusalOf = ({ code, reason }: { code: string; reason?: unknown }): Refusal =>
  reason ? { code, reason: String(reason) } : { code };

/** One sequence: each step is done in the hub and in the model, which must say the same. */
export class Player {
  readonly id = newId();
  readonly model: ModelRembuk;
  /** The hub's ids of what the model has. */
  readonly ids = {
    invitations: new Map<number, string>(),
    outcomes: [] as string[],
    positions: new Map<Position, string>(),
    actions: [] as string[],
    adoptions: new Map<string, string>(),
  };
  /** The minutes, once it is closed; before, those of nothing. */
  minutes: Pick<ShownMinutes, "id" | "sha256"> = { id: newId(), sha256: "0".repeat(64) };
  /** What was done, for the message of a failure. */
  private readonly history: string[] = [];
  /** How many steps were done, and how many were refused. */
  readonly counts = { done: 0, refused: 0 };

  constructor(
    private readonly cast: Cast,
    private readonly beginning: Beginning,
  ) {
    const { convener, visibility, rule, invited } = beginning;
    this.model = new ModelRembuk(convener, visibility, rule, invited);
  }

  /** Plays these steps, and compares what there is in the end. */
  async follow(steps: readonly Step[]): Promise<void> {
    await this.begin();
    for (const step of steps) await this.step(step);
    await this.compare();
  }

  private async begin(): Promise<void> {
    await this.convene();
    for (const step of firstSteps(this.beginning)) await this.step(step);
  }

  /** Plays the whole sequence, and compares what there is in the end. */
  async play(draws: readonly Draw[]): Promise<void> {
    await this.begin();
    for (const drawn of draws) {
      if (this.history.length >= mostSteps) break;
      for (const step of stepsOf(this.model, drawn)) await this.step(step);
    }
    for (const step of lastSteps(this.beginning, this.model)) await this.step(step);
    await this.compare();
  }

  party(at: number): Party {
    return this.cast.parties[at] as Party;
  }

  /** The convener's plan. */
  get plan(): string | undefined {
    return this.cast.plans[this.model.convener];
  }

  /** What is to be changed, at the version that the model has; a stale requester saw another. */
  aim(id: string | undefined, version: number, stale: boolean) {
    if (!id) throw new Error("A step refers to what is not there");
    return { id, expectedVersion: stale ? version + 1 : version };
  }

  private readonly numbers: Numbers = {
    party: ({ id }) => this.cast.parties.findIndex((party) => party.id === id),
    action: ({ id }) => this.ids.actions.indexOf(id),
  };

  private async client({ role, party }: Actor): Promise<CheckedClient> {
    const { world } = this.cast;
    if (role === "visitor") return world.visitor();
    if (role === "shared") return world.joint(...shared.map((at) => this.party(at).id));
    return world.member(this.party(party), role === "viewer" ? "VIEWER" : "COORDINATOR");
  }

  private get chair(): Promise<CheckedClient> {
    return this.client({ role: "coordinator", party: this.model.convener });
  }

  private async convene(): Promise<void> {
    const { visibility, rule, invited, convener } = this.beginning;
    await write(await this.chair, "conveneDeliberation", {
      id: this.id,
      kind: "LOCAL",
      title: "Rembuk",
      key: `rembuk-${this.id}`,
      convenerId: this.party(convener).id,
      heldFrom: "2026-11-01",
      visibility,
      quorumRule: rule,
      invitations: invited.map((party) => ({ organisationId: this.party(party).id })),
    });
    const { invitations } = await shownOf(await this.chair, this.id);
    for (const { id, organisation } of invitations) {
      this.ids.invitations.set(this.numbers.party(organisation), id);
    }
  }

  private async step(step: Step): Promise<void> {
    const [mutation, input] = inputOf(this, step);
    const client = await this.client(step.by);
    const document = documentOf(mutation);
    const { errors } = await client.ask<object>(document, { input } as never);
    const [error] = errors ?? [];
    const found = error && refusalOf(error.extensions);
    const expected = this.model.do(step);
    this.history.push(`${JSON.stringify(step)}: ${JSON.stringify(expected ?? "done")}`);
    if (JSON.stringify(found) !== JSON.stringify(expected)) this.differ(found);
    this.counts[expected ? "refused" : "done"] += 1;
    if (!expected) await this.note(step, input);
  }

  private differ(found: Refusal | undefined): never {
    const tale = this.history.join("\n");
    throw new Error(`The hub says ${JSON.stringify(found ?? "done")} to the last of\n${tale}`);
  }

  /** Keeps the ids of what a step made. */
  private async note(step: Step, { id, action }: Record<string, unknown>): Promise<void> {
    const { ids } = this;
    const made = String(id);
    if (step.does === "invite") ids.invitations.set(step.party, made);
    if (step.does === "propose") ids.outcomes.push(made);
    if (step.does === "addAction") ids.actions.push(made);
    if (step.does === "adopt") {
      if (action) ids.actions.push((action as { id: string }).id);
      const became = step.action === "new" ? ids.actions.length - 1 : step.action;
      ids.adoptions.set(`${step.outcome} ${became}`, made);
    }
    if (step.does === "take") {
      const position = this.model.outcome(step.outcome).positions.at(-1);
      if (position) ids.positions.set(position, made);
    }
    if (step.does === "close") {
      const { minutes } = await shownOf(await this.chair, this.id);
      if (minutes) this.minutes = { id: minutes.id, sha256: minutes.sha256 };
    }
  }

  /** What the hub shows in the end is what the model has, to those whom it shows it. */
  private async compare(): Promise<void> {
    const { model, numbers, history } = this;
    const shown = await shownOf(await this.chair, this.id);
    expect({ history, ...heldByHub(shown, numbers) }).toEqual({ history, ...heldByModel(model) });
    expect(shown.minutes !== null).toBe(model.status === "CLOSED");
    if (shown.minutes) this.compareMinutes(shown.minutes);
    for (const by of [
      { role: "visitor", party: 0 },
      { role: "viewer", party: 5 },
      { role: "coordinator", party: 6 },
    ] as const) {
      expect([history, by, await isShown(await this.client(by), this.id)]).toEqual([
        history,
        by,
        model.sees(by),
      ]);
    }
  }

  /** The hash holds, the text is canonical, and says what the model says; later steps changed nothing. */
  private compareMinutes({ id, sha256, document }: ShownMinutes): void {
    expect({ id, sha256 }).toMatchObject(this.minutes);
    expect(createHash("sha256").update(document, "utf8").digest("hex")).toBe(sha256);
    const content = JSON.parse(document);
    expect(canonicalize(content)).toBe(document);
    const { history } = this;
    expect({ history, ...saidByMinutes(content, this.numbers) }).toEqual({
      history,
      ...saidByModel(this.model),
    });
  }
}
