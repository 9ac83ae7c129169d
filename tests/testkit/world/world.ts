import { randomUUID } from "node:crypto";
import { CheckedClient } from "../hub/checked-client.js";
import { TestHub, type TestLog, tokenFor } from "../hub/index.js";
import { type Input, type Written, write } from "../mutations/documents.js";

export type RoleName = "ADMIN" | "COORDINATOR" | "CONTRIBUTOR" | "ASSESSOR" | "VIEWER";

/** An organisation of a test. */
export interface Party {
  id: string;
  key: string;
}

/** The things of one test, made through the public API by those who may. */
export class World {
  private readonly clients = new Map<string, Promise<CheckedClient>>();
  private readonly parties = new Map<string, Party>();
  private readonly joined = new Map<string, Promise<CheckedClient>>();
  private serial = 0;

  constructor(readonly hub: TestHub) {}

  static async start(env: Record<string, string> = {}, log?: TestLog): Promise<World> {
    return new World(await TestHub.start("regions", env, undefined, log));
  }

  stop(): Promise<void> {
    return this.hub.stop();
  }

  readonly visitor = (): CheckedClient => new CheckedClient(this.hub.url);

  /** A client with this credential, whatever it is. */
  bearer(credential: string): CheckedClient {
    return new CheckedClient(this.hub.url, { authorization: `Bearer ${credential}` });
  }

  as(email: string): Promise<CheckedClient> {
    const made = this.clients.get(email) ?? tokenFor(email).then((token) => this.bearer(token));
    this.clients.set(email, made);
    return made;
  }

  get operator(): Promise<CheckedClient> {
    return this.as("operator@rembuk.example");
  }

  /** A word unlike any other of this world. */
  unique(word: string): string {
    this.serial += 1;
    return `${word}-${this.serial}`;
  }

  async organisation(sector = "UNIVERSITY", more: Input = {}): Promise<Party> {
    const key = this.unique("org");
    const input = { key, name: `Lembaga ${key}`, sector, ...more };
    const { id } = await write(await this.operator, "createOrganisation", input);
    const party = { id, key };
    this.parties.set(id, party);
    return party;
  }

  /** A person with one role in one organisation; the same person each time it is asked. */
  member(party: Party, role: RoleName): Promise<CheckedClient> {
    const email = `${role.toLowerCase()}@${party.key}.example`;
    const known = this.clients.get(email);
    if (known) return known;
    const made = this.addMember(party, role, email).then(() => tokenFor(email));
    const client = made.then((token) => this.bearer(token));
    this.clients.set(email, client);
    return client;
  }

  private async addMember({ id }: Party, role: RoleName, email: string): Promise<Written> {
    return write(await this.operator, "addMember", { organisationId: id, email, role });
  }

  /** A key of an organisation. */
  async key(party: Party, ...scopes: string[]): Promise<CheckedClient> {
    const admin = await this.member(party, "ADMIN");
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const input = { organisationId: party.id, name: "sistem", scopes, expiresAt };
    const { payload } = await write(admin, "issueApiKey", input);
    return this.bearer(String(payload.secret));
  }

  async programme(owner: Party, more: Input = {}): Promise<Written> {
    const key = this.unique("programme");
    const input = {
      key,
      name: { indonesian: key },
      ownerId: owner.id,
      startsOn: "2024-01-01",
      ...more,
    };
    return write(await this.operator, "createProgramme", input);
  }

  /**
   * A person who coordinates for all of these organisations, by their ids: what this person makes has the
   * yes of each. The same person each time they are asked together.
   */
  joint(...organisations: readonly (string | undefined)[]): Promise<CheckedClient> {
    const ids = [...new Set(organisations.filter((id) => id !== undefined))].sort();
    const [only] = ids.length === 1 ? ids : [];
    const party = this.parties.get(only ?? "");
    if (party) return this.member(party, "COORDINATOR");
    const name = ids.join(" ");
    const known = this.joined.get(name);
    if (known) return known;
    const email = `${this.unique("joint")}@rembuk.example`;
    const join = async () => {
      for (const organisationId of ids) {
        const input = { organisationId, email, role: "COORDINATOR" };
        await write(await this.operator, "addMember", input);
      }
      return this.as(email);
    };
    const made = join();
    this.joined.set(name, made);
    return made;
  }

  /** The id of the organisation that owns a programme. */
  async ownerOf(programme: { id: string }): Promise<string> {
    const statement = "select owner_id as id from programme where id = $1";
    return (await this.hub.sql.query<{ id: string }>(statement, [programme.id])).rows[0]?.id ?? "";
  }

  /** A plan, as DRAFT, with the yes of all who are named in it. */
  async plan(programme: { id: string }, lead: Party, more: Input = {}): Promise<Written> {
    const input = {
      title: this.unique("Rencana"),
      programmeId: programme.id,
      leadId: lead.id,
      startsOn: "2024-01-01",
      visibility: "PUBLIC",
      ...more,
    };
    return write(await this.makerOf(programme, lead, more), "createActionPlan", input);
  }

  /** The person who can make a plan with the yes of all who are named in it. */
  private async makerOf(programme: { id: string }, lead: Party, { participants = [] }: Input) {
    const named = participants as readonly { organisationId: string }[];
    const parts = named.map(({ organisationId }) => organisationId);
    return this.joint(lead.id, await this.ownerOf(programme), ...parts);
  }

  /** A plan that its programme's owner took up: it gives its participants a part in its area. */
  async activePlan(programme: { id: string }, lead: Party, more: Input = {}): Promise<Written> {
    const plan = await this.plan(programme, lead, more);
    const maker = await this.makerOf(programme, lead, more);
    const step = (status: string, expectedVersion: number) =>
      write(maker, "changeActionPlanStatus", { id: plan.id, expectedVersion, status });
    await step("PROPOSED", plan.version);
    return step("ACTIVE", plan.version + 1);
  }

  /** An action, with the yes of its lead. */
  async action(lead: Party, plan: { id: string }, more: Input = {}): Promise<Written> {
    const input = { planId: plan.id, title: this.unique("Kegiatan"), stage: "MARKETING", ...more };
    const { leadId } = more as { leadId?: string };
    return write(await this.joint(lead.id, leadId), "addAction", input);
  }

  async pledge(giver: Party, action: { id: string }, more: Input = {}): Promise<Written> {
    const input = {
      actionId: action.id,
      organisationId: giver.id,
      kind: "FUNDS",
      amount: "100",
      ...more,
    };
    return write(await this.member(giver, "CONTRIBUTOR"), "pledgeContribution", input);
  }

  async report(reporter: Party, action: { id: string }, more: Input = {}): Promise<Written> {
    const { version } = await this.seen("action", action.id);
    const input = {
      actionId: action.id,
      organisationId: reporter.id,
      expectedVersion: version,
      progress: 10,
      ...more,
    };
    return write(await this.member(reporter, "CONTRIBUTOR"), "reportProgress", input);
  }

  /** The version of a thing, whether or not a viewer may see it. */
  async seen(table: string, id: string): Promise<{ version: number }> {
    const { rows } = await this.hub.sql.query(`select version from "${table}" where id = $1`, [id]);
    return rows[0];
  }

  /** Where the ledger is. */
  async position(): Promise<number> {
    const statement = "select position::float8 as position from ledger_head";
    const { rows } = await this.hub.sql.query<{ position: number }>(statement);
    const [head] = rows;
    if (!head) throw new Error("The ledger has no head");
    return head.position;
  }

  /** Expects that `attempt` is refused and that the ledger stays where it was. */
  async unchangedBy<T>(attempt: () => Promise<T>): Promise<T> {
    const before = await this.position();
    const refusal = await attempt();
    const after = await this.position();
    if (after !== before) throw new Error(`The ledger went from ${before} to ${after}`);
    return refusal;
  }
}

/** A new id as a client makes it. */
export const newId = (): string => randomUUID();
