import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type DocumentNode, parse, print, separateOperations } from "graphql";
import { projectFolder } from "../../src/app/store.js";
import {
  type Stance,
  sectors,
  TestDeliberation,
} from "../testkit/deliberations/test-deliberation.js";
import { type CheckedClient, positionOf, type Refusal } from "../testkit/hub/checked-client.js";
import { tokenFor } from "../testkit/hub/index.js";
import { type Watch, watch } from "../testkit/live/live-world.js";
import { refused, type Written, write } from "../testkit/mutations/documents.js";
import { RawSocket } from "../testkit/protocol/tiny-hub.js";
import { newId, type Party, World } from "../testkit/world/world.js";

const accepted = readFileSync(
  join(projectFolder(), "tests", "acceptance", "03-rembuk.graphql"),
  "utf8",
);

/** The coordinators' subscription, unchanged. */
const watchRembuk = print(separateOperations(parse(accepted)).WatchRembuk as DocumentNode);

/** The fields that it selects of the deliberation. */
const shownFields = `status quorum { met sectorsMissing }
  outcomes(first: 50) { nodes { id text status decision { method agree object } } }`;

/** The deliberation in a payload or a query. */
interface Shown {
  status: string;
  quorum: { met: boolean; sectorsMissing: string[] };
  outcomes: {
    nodes: {
      id: string;
      text: string;
      status: string;
      decision: { method: string; agree: number; object: number } | null;
    }[];
  };
}

interface Frame {
  position: number;
  change: {
    kind: string;
    operation: string;
    entity: string;
    organisation: { name: string } | null;
    fields: { name: string; before: unknown; after: unknown }[];
  };
  deliberation: Shown;
}

/** A mutation, with the payloads that the steady watcher got for it. */
interface Step {
  operation: string;
  position: number;
  /** The deliberation in a query right after it. */
  shown: Shown;
  frames: Frame[];
}

/** A watcher over a bare socket, which can be killed. */
class Wanderer {
  readonly frames: Frame[] = [];
  private raw: RawSocket | undefined;

  constructor(
    private readonly world: World,
    private readonly email: string,
    private readonly id: string,
    private after: number,
  ) {}

  /** Connects, and follows after the last position that it received. */
  async follow(): Promise<void> {
    const authorization = `Bearer ${await tokenFor(this.email)}`;
    this.raw = await RawSocket.ready(this.world.hub, { authorization });
    this.raw.run("1", watchRembuk, { id: this.id, after: this.after });
  }

  async upTo(position: number): Promise<void> {
    while (this.after < position) {
      const message = await this.raw?.next();
      const { payload } = message as { payload: { data: { deliberationChanged: Frame } } };
      this.frames.push(payload.data.deliberationChanged);
      this.after = payload.data.deliberationChanged.position;
    }
  }

  /** Cuts the connection abruptly; payloads on the way are lost. */
  kill(): void {
    this.raw?.socket.terminate();
  }
}

/** A complete rembuk through the public API, with two watchers. */
class Play {
  readonly steps: Step[] = [];
  readonly refusals: Record<string, Refusal> = {};
  /** The changes that the watchers should get in addition to the deliberation's own. */
  readonly statusChanges: number[] = [];

  private constructor(
    readonly rembuk: TestDeliberation,
    readonly parties: readonly Party[],
    /** The ledger's position before it was convened. */
    readonly began: number,
    private readonly reader: CheckedClient,
    private readonly steady: Watch<Frame>,
    readonly wanderer: Wanderer,
  ) {}

  static async begin(world: World): Promise<Play> {
    const parties: Party[] = [];
    for (let at = 0; at < 12; at += 1) {
      parties.push(await world.organisation(sectors[at % sectors.length]));
    }
    for (const party of parties) await world.member(party, "COORDINATOR");
    const [convener, watching] = [parties[1], parties[3]] as [Party, Party];
    const began = await positionOf(world.visitor());
    const more = { visibility: "PARTICIPANTS" };
    const rembuk = await TestDeliberation.convened(world, convener, parties, more);
    // Two members of one organisation with different roles: they see the same, but share no group.
    const reader = await world.member(watching, "VIEWER");
    const variables = { id: rembuk.id, after: began };
    const client = world.hub.socket(await tokenFor(`viewer@${watching.key}.example`));
    const steady = watch<Frame>(client, variables, watchRembuk);
    const email = `coordinator@${watching.key}.example`;
    const wanderer = new Wanderer(world, email, rembuk.id, began);
    await wanderer.follow();
    return new Play(rembuk, parties, began, reader, steady, wanderer);
  }

  party(at: number): Party {
    return this.parties[at] as Party;
  }

  private async show(): Promise<Shown> {
    const found = await this.reader.data<{ deliberation: Shown }>(
      `query ($id: ID!) { deliberation(id: $id) { ${shownFields} } }`,
      { id: this.rembuk.id } as never,
    );
    return found.deliberation;
  }

  /** Runs a step, and takes the payloads of the steady watcher before the next step. */
  async step(operation: string, done: Promise<Written>): Promise<Written> {
    const written = await done;
    const { position } = written;
    const frames = await this.steady.upTo(position);
    this.steps.push({ operation, position, shown: await this.show(), frames });
    return written;
  }

  arrive = (party: Party) => this.step("recordArrival", this.rembuk.arrive(party));
  leave = (party: Party) => this.step("recordDeparture", this.rembuk.leave(party));
  propose = (party: Party, text: string) =>
    this.step("proposeOutcome", this.rembuk.propose(party, { text }));
  decide = (mutation: string, outcome: Written, more: object = {}) =>
    this.step(mutation, this.rembuk.decide(mutation, outcome, { ...more }));

  /** The attendees take positions: those in the argument as given there, all others agree. */
  async positions(there: readonly Party[], outcome: Written, others: Map<Party, Stance>) {
    for (const party of there) {
      const taken = this.rembuk.position(party, outcome, others.get(party) ?? "AGREE");
      await this.step("takePosition", taken);
    }
  }

  /** A step on the plan's action. */
  async actionStatus(id: string, status: string): Promise<Written> {
    const { world, chair } = this.rembuk;
    const { version } = await world.seen("action", id);
    const input = { id, expectedVersion: version, status };
    return write(await chair, "changeActionStatus", input);
  }
}

const equal = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const stances = (...pairs: [Party, Stance][]) => new Map(pairs);

describe("A complete rembuk of 12 organisations of 7 sectors, watched over a broken connection", () => {
  let world: World;
  let play: Play;
  let outcomes: Written[];
  let minutes: { id: string; sha256: string; document: string };

  /** Outcome 1: an objection, an amendment, mufakat. */
  async function byMufakat(there: readonly Party[]): Promise<Written> {
    const { rembuk } = play;
    const outcome = await play.propose(play.party(6), "Pasar bersama di tiap kecamatan");
    await play.positions(there, outcome, stances([play.party(5), "OBJECT"]));
    play.refusals.objected = await rembuk.cannot("agreeOutcome", outcome);
    const amendment = { text: "Pasar bersama di tiga kecamatan", reason: "Keberatan LSM" };
    const proposer = await world.member(play.party(6), "COORDINATOR");
    const seen = await rembuk.seen("outcome", outcome.id);
    await play.step("amendOutcome", write(proposer, "amendOutcome", { ...seen, ...amendment }));
    play.refusals.cleared = await rembuk.cannot("agreeOutcome", outcome);
    await play.positions(there, outcome, stances([play.party(5), "AGREE_WITH_RESERVATION"]));
    return play.decide("agreeOutcome", outcome);
  }

  /** Outcome 2: objections that remain, a vote, and an attendee who leaves before the count. */
  async function byVote(there: readonly Party[]): Promise<Written> {
    const { rembuk, wanderer } = play;
    const outcome = await play.propose(rembuk.convener, "Modal bergulir dari APBD");
    const against = stances([play.party(2), "OBJECT"], [play.party(9), "OBJECT"]);
    await play.positions(there.slice(0, 6), outcome, against);
    await wanderer.upTo(play.steps.at(-2)?.position ?? 0);
    // Here the wanderer's connection is cut, with one payload on the way and one change in progress.
    const sixth = play.positions(there.slice(6), outcome, against);
    wanderer.kill();
    await sixth;
    await play.decide("openVote", outcome);
    await play.leave(play.party(9));
    const { rows } = await world.hub.sql.query(
      "select id, version from outcome_position where outcome_id = $1 and organisation_id = $2",
      [outcome.id, play.party(2).id],
    );
    const { id, version } = rows[0];
    const client = await world.member(play.party(2), "COORDINATOR");
    const input = { id, expectedVersion: version, stance: "ABSTAIN" };
    await wanderer.follow();
    await play.step("changePosition", write(client, "changePosition", input));
    return play.decide("closeVote", outcome);
  }

  /** Outcome 3: postponed. */
  async function deferred(): Promise<Written> {
    const outcome = await play.propose(play.party(0), "Sekolah vokasi baru");
    await play.positions([play.party(4)], outcome, stances());
    return play.decide("deferOutcome", outcome, { reason: "Menunggu anggaran 2027" });
  }

  async function close(): Promise<typeof minutes> {
    await play.step("closeDeliberation", play.rembuk.step("closeDeliberation"));
    const reader = await world.member(play.party(0), "VIEWER");
    const found = await reader.data<{ deliberation: { minutes: typeof minutes } }>(
      "query ($id: ID!) { deliberation(id: $id) { minutes { id sha256 document } } }",
      { id: play.rembuk.id } as never,
    );
    return found.deliberation.minutes;
  }

  async function acknowledge(party: Party): Promise<void> {
    const input = { minutesId: minutes.id, organisationId: party.id, sha256: minutes.sha256 };
    const client = await world.member(party, "COORDINATOR");
    await play.step("acknowledgeMinutes", write(client, "acknowledgeMinutes", input));
  }

  /** An action that was linked by mistake. After it is unlinked, its changes are not sent. */
  async function takeBack(outcome: Written, actionId: string): Promise<void> {
    const chair = await play.rembuk.chair;
    const id = newId();
    const link = { id, outcomeId: outcome.id, actionId };
    await play.step("adoptOutcome", write(chair, "adoptOutcome", link));
    const removal = { id, expectedVersion: 1 };
    await play.step("removeAdoption", write(chair, "removeAdoption", removal));
    await play.actionStatus(actionId, "IN_PROGRESS");
  }

  /** Two outcomes become actions; one of them is completed. */
  async function followUp(mufakat: Written, vote: Written): Promise<void> {
    const { rembuk } = play;
    const programme = await world.programme(play.party(0));
    const plan = await world.plan(programme, rembuk.convener);
    const linked = await world.action(rembuk.convener, plan);
    await play.actionStatus(linked.id, "IN_PROGRESS");
    const chair = await rembuk.chair;
    const action = { id: newId(), planId: plan.id, title: "Pasar", stage: "MARKETING" };
    const adopted = { outcomeId: mufakat.id, action };
    await play.step("adoptOutcome", write(chair, "adoptOutcome", adopted));
    const link = { outcomeId: vote.id, actionId: linked.id };
    await play.step("adoptOutcome", write(chair, "adoptOutcome", link));
    await takeBack(vote, (await world.action(rembuk.convener, plan)).id);
    // Progress does not concern the rembuk; a change of its follow-up or fulfilment does.
    await world.report(rembuk.convener, { id: action.id }, { progress: 40 });
    for (const status of ["IN_PROGRESS", "COMPLETED"]) {
      const changed = play.actionStatus(action.id, status);
      play.statusChanges.push((await play.step("changeActionStatus", changed)).position);
    }
  }

  beforeAll(async () => {
    world = await World.start();
    play = await Play.begin(world);
    const { rembuk, parties, wanderer } = play;
    await play.step("scheduleDeliberation", rembuk.step("scheduleDeliberation"));
    await play.step("openDeliberation", rembuk.step("openDeliberation"));
    for (const party of parties.slice(0, 10)) await play.arrive(party);
    const first = await byMufakat(parties.slice(0, 10));
    await play.arrive(play.party(10));
    const second = await byVote(parties.slice(0, 11));
    outcomes = [first, second, await deferred()];
    minutes = await close();
    play.refusals.absent = await refused(
      await world.member(play.party(11), "COORDINATOR"),
      "acknowledgeMinutes",
      { minutesId: minutes.id, organisationId: play.party(11).id, sha256: minutes.sha256 },
    );
    for (const party of parties.slice(0, 11)) await acknowledge(party);
    await followUp(first, second);
    await wanderer.upTo(play.steps.at(-1)?.position ?? 0);
  }, 180_000);
  afterAll(() => world.stop());

  it("is refused where its rules forbid it", () => {
    const reasons = Object.entries(play.refusals).map(([name, { code, error }]) => [
      name,
      code,
      error.extensions.reason,
    ]);
    expect(reasons).toEqual([
      ["objected", "INVALID_TRANSITION", "OBJECTIONS_STAND"],
      ["cleared", "INVALID_TRANSITION", "QUORUM_NOT_MET"],
      ["absent", "BAD_USER_INPUT", undefined],
    ]);
  });

  it("agrees on one outcome by mufakat and on one by vote, and postpones one", () => {
    const [mufakat, vote, put] = play.steps.at(-1)?.shown.outcomes.nodes ?? [];
    expect([mufakat?.id, vote?.id, put?.id]).toEqual(outcomes.map(({ id }) => id));
    expect(mufakat).toMatchObject({
      text: "Pasar bersama di tiga kecamatan",
      status: "FULFILLED",
      decision: { method: "MUFAKAT", agree: 9, object: 0 },
    });
    // Of 11 positions 2 were objections: one objector left, and still objects (rule 1); the other abstained in
    // the end.
    expect(vote).toMatchObject({
      status: "FOLLOWED_UP",
      decision: { method: "VOTE", agree: 9, object: 1 },
    });
    expect(put).toMatchObject({ status: "DEFERRED", decision: { method: "CONVENER", agree: 1 } });
  });

  it("has minutes with a correct hash, acknowledged by all attendees", async () => {
    expect(createHash("sha256").update(minutes.document, "utf8").digest("hex")).toBe(
      minutes.sha256,
    );
    const visible = await world.member(play.party(7), "COORDINATOR");
    const { node } = await visible.data<{
      node: { acknowledgements: { organisation: { id: string } }[] };
    }>(
      "query ($id: ID!) { node(id: $id) { ... on Minutes { acknowledgements { organisation { id } } } } }",
      { id: minutes.id } as never,
    );
    const acknowledged = node.acknowledgements.map(({ organisation }) => organisation.id).sort();
    const attended = play.parties.slice(0, 11).map(({ id }) => id);
    expect(acknowledged).toEqual(attended.sort());
    const document = JSON.parse(minutes.document);
    const statuses = document.outcomes.map(({ status }: { status: string }) => status);
    expect(statuses).toEqual(["AGREED", "AGREED", "DEFERRED"]);
  });

  it("is streamed as in the ledger: every change, once and in order", async () => {
    const { rows } = await world.hub.sql.query(
      `select position::int, kind, operation, entity, diff from change
       where deliberation_id = $1 or position = any($2) order by position`,
      [play.rembuk.id, play.statusChanges],
    );
    const ledger = rows.map(({ position, kind, operation, entity, diff }) => {
      // The minutes' document is long: their change does not contain it.
      const names = Object.keys(diff).filter((name) => name !== "document");
      return { position, kind, operation, entity, names: names.sort() };
    });
    const streamed = play.steps
      .flatMap(({ frames }) => frames)
      .map(({ position, change }) => {
        const { kind, operation, entity, fields } = change;
        return { position, kind, operation, entity, names: fields.map(({ name }) => name) };
      });
    expect(streamed).toEqual(ledger);
    expect(streamed.length).toBeGreaterThan(80);
  });

  it("is streamed step by step, without refused steps", () => {
    const streamed = play.steps.map(({ frames }) => [
      ...new Set(frames.map(({ change }) => change.operation)),
    ]);
    const done = play.steps.map(({ operation }) => [operation]);
    // Earlier changes come with the first step.
    expect(streamed[0]).toEqual(["conveneDeliberation", "scheduleDeliberation"]);
    expect(streamed.slice(1)).toEqual(done.slice(1));
    const names = play.steps.flatMap(({ frames }) =>
      frames.map(({ change }) => change.organisation?.name),
    );
    expect(new Set(names).size).toBe(11);
  });

  it("is in each payload as in a query right after the change", () => {
    for (const { operation, shown, frames } of play.steps) {
      // The last frame of a step was made after it and before the next.
      expect([operation, frames.at(-1)?.deliberation]).toEqual([operation, shown]);
    }
  });

  it("is streamed equally to a watcher who reconnected, with nothing lost or repeated", () => {
    const steady = play.steps.flatMap(({ frames }) => frames);
    const shown = ({ position, change }: Frame) => ({ position, change });
    expect(play.wanderer.frames.map(shown)).toEqual(steady.map(shown));
  });

  it("is streamed equally to a watcher who comes at the end and starts from the beginning", async () => {
    const { rembuk, parties, began, steps } = play;
    const late = await tokenFor(`coordinator@${parties[6]?.key}.example`);
    const variables = { id: rembuk.id, after: began };
    const stream = watch<Frame>(world.hub.socket(late), variables, watchRembuk);
    const frames = await stream.upTo(steps.at(-1)?.position ?? 0);
    const positions = (frames: readonly Frame[]) => frames.map(({ position }) => position);
    expect(positions(frames)).toEqual(positions(steps.flatMap((step) => step.frames)));
    const shown = steps.at(-1)?.shown;
    expect(frames.filter(({ deliberation }) => !equal(deliberation, shown))).toEqual([]);
    await stream.stop();
  });

  it("is shown to the reconnected watcher as of the change or later, never earlier", () => {
    const { steps, wanderer } = play;
    let at = 0;
    for (const { position, deliberation } of wanderer.frames) {
      const from = Math.max(
        at,
        steps.findIndex((step) => step.position >= position),
      );
      const found = steps.findIndex(
        ({ shown }, index) => index >= from && equal(shown, deliberation),
      );
      // Before the first step it was a draft without attendees.
      if (found < 0) expect([position, deliberation.status]).toEqual([position, "DRAFT"]);
      else at = found;
    }
    expect(at).toBe(steps.length - 1);
  });
});
