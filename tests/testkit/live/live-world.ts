import type { Client } from "graphql-ws";
import { namedId } from "../../../src/platform/ids.js";
import { type GraphqlClient, type Stream, subscribe, TestHub, tokenFor } from "../hub/index.js";
import { type Written, write } from "../mutations/documents.js";

/** Streams of the whole ledger, and of one plan, with all that a portal would show. */
export const documents = {
  changes: `subscription Changes($after: Position, $where: ChangeFilter) {
    changes(after: $after, where: $where) {
      position kind operation entity entityId organisation { key } fields { name before after }
    }
  }`,
  plan: `subscription Plan($id: ID!, $after: Position) {
    actionPlanChanged(id: $id, after: $after) {
      position
      change { position kind operation entity entityId organisation { key } fields { name before after } }
      actionPlan { id title status visibility version actions { nodes { id title progress version } } }
    }
  }`,
};

/** A change as `documents.changes` gives it. */
export interface Change {
  position: number;
  kind: "CREATED" | "UPDATED" | "DELETED";
  operation: string;
  entity: string;
  entityId: string;
  organisation: { key: string } | null;
  fields: { name: string; before: unknown; after: unknown }[];
}

/** A payload of `documents.plan`. */
export interface PlanChange {
  position: number;
  change: Change;
  actionPlan: {
    id: string;
    title: string;
    status: string;
    visibility: string;
    version: number;
    actions: { nodes: { id: string; title: string; progress: number; version: number }[] };
  };
}

/** What an error says to a machine. */
export interface Refusal {
  code: string;
  fields?: { path: string; message: string }[];
  [detail: string]: unknown;
}

/** A subscription, by the payloads of its one field. */
export class Watch<T extends { position: number }> {
  constructor(private readonly stream: Stream<Record<string, T>>) {}

  /** The next payload; throws when errors come instead. */
  async next(): Promise<T> {
    const { data, errors } = await this.stream.next();
    const [payload] = Object.values(data ?? {});
    if (errors || !payload) throw new Error(`Not a payload: ${JSON.stringify(errors)}`);
    return payload;
  }

  async take(count: number): Promise<T[]> {
    const payloads: T[] = [];
    while (payloads.length < count) payloads.push(await this.next());
    return payloads;
  }

  /** What comes up to the payload at `position`, that one too. */
  async upTo(position: number): Promise<T[]> {
    const payloads: T[] = [];
    while ((payloads.at(-1)?.position ?? 0) < position) payloads.push(await this.next());
    return payloads;
  }

  /** The error that comes next, of a result or of a refusal to start; `skip` takes what is before it. */
  async refusal(skip?: (payload: T) => unknown): Promise<Refusal> {
    const delivered = await this.stream.next().catch((reason: unknown) => ({ errors: reason }));
    const { data, errors } = delivered as { data?: Record<string, T>; errors?: unknown };
    const [payload] = Object.values(data ?? {});
    if (skip && payload && !errors) {
      skip(payload);
      return this.refusal(skip);
    }
    const [error] = Array.isArray(errors) ? (errors as { extensions: Refusal }[]) : [];
    if (!error) throw new Error(`Not a refusal: ${JSON.stringify(delivered)}`);
    return error.extensions;
  }

  /** Resolves when nothing follows any more. */
  ended(): Promise<void> {
    return this.stream.ended();
  }

  stop(): Promise<void> {
    return this.stream.stop();
  }
}

/** Opens a stream; `T` is the payload of the document's one field. */
export function watch<T extends { position: number } = Change>(
  client: Client,
  variables: Record<string, unknown> = {},
  document: string = documents.changes,
): Watch<T> {
  return new Watch(subscribe<Record<string, T>>(client, document, variables));
}

/** A person with their first role. */
export interface Member extends Written {
  email: string;
}

/** A table that is held against its readers. */
export interface Hold {
  /** Resolves when so many wait for it. */
  awaited(by?: number): Promise<void>;
  release(): Promise<void>;
}

/** A hub with the sample data, and who works with it in these tests. */
export class LiveWorld {
  private titles = 0;

  private constructor(
    readonly hub: TestHub,
    /** Coordinates for `disnaker-lebak`, which leads what is made here. */
    readonly coordinator: GraphqlClient,
    /** Coordinates for the lead, for the programme's owner and for a university: makes plans with their yes. */
    readonly maker: GraphqlClient,
    readonly operator: GraphqlClient,
    /** The ids of the sample's organisations and programmes, by key. */
    private readonly ids: ReadonlyMap<string, string>,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<LiveWorld> {
    return LiveWorld.over(await TestHub.start("sample", env));
  }

  /** The same on a hub that was started otherwise. */
  static async over(hub: TestHub): Promise<LiveWorld> {
    const { organisations, programmes } = await hub.visitor.data<
      Record<string, { nodes: { id: string; key: string }[] }>
    >("{ organisations(first: 200) { nodes { id key } } programmes { nodes { id key } } }");
    const known = [...(organisations?.nodes ?? []), ...(programmes?.nodes ?? [])];
    const ids = new Map(known.map(({ id, key }) => [key, id]));
    const coordinator = await hub.as("coordinator@disnaker-lebak.example");
    const operator = await hub.operator;
    // The same ids on every node, so that the second of two nodes adds nobody.
    const email = "perencana@rembuk.example";
    for (const key of ["disnaker-lebak", "kemnaker", "ipb"]) {
      const organisationId = ids.get(key);
      const input = {
        id: namedId(`${email} ${key}`, "0b6a3a52-5d0e-4a55-8f0c-6f6d9d1f6c7e"),
        organisationId,
        email,
        role: "COORDINATOR",
      };
      await write(operator, "addMember", input);
    }
    return new LiveWorld(hub, coordinator, await hub.as(email), operator, ids);
  }

  stop(): Promise<void> {
    return this.hub.stop();
  }

  /** The id of a sample organisation or programme. */
  id(key: string): string {
    const id = this.ids.get(key);
    if (!id) throw new Error(`The sample has no ${key}`);
    return id;
  }

  /** A socket with this credential, which stays open between its streams. */
  socketWith(credential?: string): Client {
    return this.hub.socket(credential, { lazy: false, onNonLazyError: () => undefined });
  }

  /** The same of the person with this address, or of a visitor. */
  async socket(email?: string): Promise<Client> {
    return this.socketWith(email ? await tokenFor(email) : undefined);
  }

  /** Where the ledger is now. */
  async position(): Promise<number> {
    const { extensions } = await this.hub.visitor.ask("{ viewer { kind } }");
    return extensions?.position ?? Number.NaN;
  }

  /** A plan of its own, public unless named otherwise. */
  plan(more: Record<string, unknown> = {}): Promise<Written> {
    return write(this.maker, "createActionPlan", {
      title: this.title("Rencana"),
      programmeId: this.id("pkk-kawasan"),
      leadId: this.id("disnaker-lebak"),
      startsOn: "2024-01-01",
      visibility: "PUBLIC",
      ...more,
    });
  }

  action(plan: { id: string }, more: Record<string, unknown> = {}): Promise<Written> {
    const input = { planId: plan.id, title: this.title("Kegiatan"), stage: "MARKETING", ...more };
    return write(this.coordinator, "addAction", input);
  }

  /** Changes `plan` as its coordinator; a title of its own unless named otherwise. */
  async retitle(plan: Written, more: Record<string, unknown> = {}): Promise<Written> {
    const input = { id: plan.id, expectedVersion: plan.version, ...more };
    const title = { title: this.title("Judul") };
    return write(this.coordinator, "updateActionPlan", { ...title, ...input });
  }

  /** A plan at its present version. */
  async seen(plan: Written): Promise<Written> {
    const statement = "select version from action_plan where id = $1";
    const { rows } = await this.hub.sql.query(statement, [plan.id]);
    return { ...plan, version: rows[0].version };
  }

  /** A person with one role, whom nobody else in these tests is. */
  async member(organisation: string, role = "VIEWER"): Promise<Member> {
    this.titles += 1;
    const email = `orang-${this.titles}@${organisation}.example`;
    return { email, ...(await this.join(email, organisation, role)) };
  }

  /** Gives a person a role. */
  join(email: string, organisation: string, role: string): Promise<Written> {
    const input = { email, role, organisationId: this.id(organisation) };
    return write(this.operator, "addMember", input);
  }

  /** Takes a role away. */
  leave({ id, version }: Written): Promise<Written> {
    return write(this.operator, "removeMember", { id, expectedVersion: version });
  }

  /** Makes the readers of a table wait, until it is released. */
  async hold(table: string): Promise<Hold> {
    const { sql } = this.hub;
    const client = await sql.connect();
    await client.query(`begin; lock table ${table} in access exclusive mode`);
    const waiting = `select 1 from pg_locks where not granted and relation = '${table}'::regclass`;
    return {
      awaited: async (by = 1) => {
        while ((await sql.query(waiting)).rows.length < by) {
          await sql.query("select pg_sleep(0.005)");
        }
      },
      release: async () => {
        await client.query("rollback");
        client.release();
      },
    };
  }

  private title(word: string): string {
    this.titles += 1;
    return `${word} ${this.titles}`;
  }
}
