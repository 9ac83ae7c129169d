import type { CheckedClient } from "../hub/checked-client.js";
import { refused, type Written, write } from "../mutations/documents.js";
import { newId, type Party, type World } from "../world/world.js";

/** The seven sectors, in the order of the domain. */
export const sectors = [
  "CENTRAL_GOVERNMENT",
  "REGIONAL_GOVERNMENT",
  "VILLAGE_GOVERNMENT",
  "PRIVATE_SECTOR",
  "UNIVERSITY",
  "NGO",
  "COMMUNITY_GROUP",
] as const;

export type Stance = "AGREE" | "AGREE_WITH_RESERVATION" | "OBJECT" | "ABSTAIN";

type Input = Record<string, unknown>;

/** One deliberation of a test, played through the public API by those who may. */
export class TestDeliberation {
  private constructor(
    readonly world: World,
    readonly id: string,
    readonly convener: Party,
    readonly invited: readonly Party[],
  ) {}

  /** Convenes a deliberation as DRAFT; `more` are further fields of the input. */
  static async convened(
    world: World,
    convener: Party,
    invited: readonly Party[],
    more: Input = {},
  ): Promise<TestDeliberation> {
    const input = {
      id: newId(),
      kind: "REGIONAL",
      title: world.unique("Rembuk"),
      convenerId: convener.id,
      heldFrom: "2026-11-01",
      visibility: "PUBLIC",
      invitations: invited.map(({ id }) => ({ organisationId: id })),
      ...more,
    };
    const coordinator = await world.member(convener, "COORDINATOR");
    const { id } = await write(coordinator, "conveneDeliberation", input);
    return new TestDeliberation(world, id, convener, invited);
  }

  /** Convenes and opens a deliberation, to which all who are invited come, unless `present` says who. */
  static async inSession(
    world: World,
    convener: Party,
    invited: readonly Party[],
    { present = invited, ...more }: Input & { present?: readonly Party[] } = {},
  ): Promise<TestDeliberation> {
    const deliberation = await TestDeliberation.convened(world, convener, invited, more);
    await deliberation.step("scheduleDeliberation");
    await deliberation.step("openDeliberation");
    for (const party of present) await deliberation.arrive(party);
    return deliberation;
  }

  /** The convener's coordinator, who conducts it. */
  get chair(): Promise<CheckedClient> {
    return this.world.member(this.convener, "COORDINATOR");
  }

  /** A step of the deliberation, at the version that it has. */
  async step(mutation: string): Promise<Written> {
    return write(await this.chair, mutation, await this.seen("deliberation", this.id));
  }

  /** The id and version of a thing, as an input names what it changes. */
  async seen(table: string, id: string): Promise<{ id: string; expectedVersion: number }> {
    const { version } = await this.world.seen(table, id);
    return { id, expectedVersion: version };
  }

  /** The id and version of an organisation's invitation. */
  async invitation(party: Party): Promise<{ id: string; expectedVersion: number }> {
    const { rows } = await this.world.hub.sql.query(
      "select id, version from invitation where deliberation_id = $1 and organisation_id = $2",
      [this.id, party.id],
    );
    return { id: rows[0].id, expectedVersion: rows[0].version };
  }

  async arrive(party: Party): Promise<Written> {
    return write(await this.chair, "recordArrival", await this.invitation(party));
  }

  async leave(party: Party): Promise<Written> {
    return write(await this.chair, "recordDeparture", await this.invitation(party));
  }

  /** A new outcome on which those invited take these stances, in their order; none where undefined. */
  async outcomeWith(
    stances: readonly (Stance | undefined)[],
    proposer: Party = this.convener,
    more: Input = {},
  ): Promise<Written> {
    const outcome = await this.propose(proposer, more);
    for (const [at, stance] of stances.entries()) {
      if (stance) await this.position(this.invited[at] as Party, outcome, stance);
    }
    return outcome;
  }

  async propose(party: Party, more: Input = {}): Promise<Written> {
    const input = { deliberationId: this.id, organisationId: party.id, text: "Usul", ...more };
    return write(await this.world.member(party, "COORDINATOR"), "proposeOutcome", input);
  }

  /** Takes a position on the outcome's current text; objections and reservations get some words. */
  async position(
    party: Party,
    outcome: { id: string },
    stance: Stance = "AGREE",
    more: Input = {},
  ): Promise<Written> {
    const input = { ...(await this.stance(party, outcome, stance)), ...more };
    return write(await this.world.member(party, "COORDINATOR"), "takePosition", input);
  }

  /** The input of a position on the outcome's current text. */
  async stance(party: Party, outcome: { id: string }, stance: Stance): Promise<Input> {
    const worded = stance === "OBJECT" || stance === "AGREE_WITH_RESERVATION";
    return {
      outcomeId: outcome.id,
      textVersion: await this.textVersion(outcome),
      organisationId: party.id,
      stance,
      ...(worded ? { reason: `Alasan ${party.key}` } : {}),
    };
  }

  /** The number of an outcome's current text, whether or not a viewer may see it. */
  async textVersion({ id }: { id: string }): Promise<number> {
    const { rows } = await this.world.hub.sql.query(
      "select text_version from outcome where id = $1",
      [id],
    );
    return rows[0].text_version;
  }

  /** Everybody takes the same position. */
  async positions(parties: readonly Party[], outcome: { id: string }, stance: Stance = "AGREE") {
    for (const party of parties) await this.position(party, outcome, stance);
  }

  /** The chair does something with an outcome, at the version that it has. */
  async decide(mutation: string, outcome: { id: string }, more: Input = {}): Promise<Written> {
    const input = { ...(await this.seen("outcome", outcome.id)), ...more };
    return write(await this.chair, mutation, input);
  }

  /** The chair tries it, and is refused. */
  async cannot(mutation: string, outcome: { id: string }, more: Input = {}) {
    const input = { ...(await this.seen("outcome", outcome.id)), ...more };
    return refused(await this.chair, mutation, input);
  }
}

/** An organisation of each sector. */
export async function partyOfEachSector(world: World): Promise<Party[]> {
  const parties: Party[] = [];
  for (const sector of sectors) parties.push(await world.organisation(sector));
  return parties;
}

/** What a client sees of a thing that `node` finds: the fields that are asked, as its type has them. */
export async function shown<T extends object>(
  client: CheckedClient,
  type: string,
  { id }: { id: string },
  fields: string,
): Promise<T> {
  const document = `query ($id: ID!) { node(id: $id) { ... on ${type} { ${fields} } } }`;
  return (await client.data<{ node: T }>(document, { id } as never)).node;
}

/** The details of INVALID_TRANSITION for the rule that a step of an undecided outcome would break. */
export const broken = (reason: string, to: string, details: object = {}) => ({
  error: {
    extensions: { code: "INVALID_TRANSITION", from: "PROPOSED", to, reason, ...details },
  },
});

/** Adopts an outcome; gives the adoption and its action. */
export async function adopted(client: CheckedClient, outcome: { id: string }, more: Input) {
  const input = { outcomeId: outcome.id, ...more };
  const { payload } = await write(client, "adoptOutcome", input);
  const { id } = payload.adoption as { id: string };
  const { action } = await shown<{ action: { id: string } }>(
    client,
    "Adoption",
    { id },
    "action { id }",
  );
  return { id, action };
}
