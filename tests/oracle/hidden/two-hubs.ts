import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import { type Viewer, visitor } from "../../../src/access/index.js";
import { viewerByKey, viewerByToken } from "../../../src/domain/stakeholders/index.js";
import { subscribe, TestHub, tokenFor } from "../../testkit/hub/index.js";
import { testPool } from "../../testkit/postgres/sessions.js";
import { makeOracleDatabase, type OracleDatabase } from "../database.js";
import { VisiblePart } from "./visible-part.js";

/** The limits are out of the way: a probe asks for much. */
export const roomy = {
  LIMIT_COST: "1000000000",
  LIMIT_ALIASES: "10000",
  LIMIT_TOKENS: "1000000",
  LIMIT_DEPTH: "100",
  LIMIT_EXPORTS: "100",
  RATE_LIMIT_VISITOR: "0",
  RATE_LIMIT_CREDENTIAL: "0",
  STATEMENT_TIMEOUT_MS: "120000",
  VISITOR_STATEMENT_TIMEOUT_MS: "120000",
};

/** An answer as far as it says anything about data. */
export interface BareAnswer {
  status: number;
  text: string;
}

/** A requester: its credential, and the viewer that the hub makes of it. */
export interface Requester {
  viewer: Viewer;
  credential: string | undefined;
}

/** What no use case would make, and what two of the hub's answers about it would differ by. */
const agreements = `
  update assessment set submitted_at = coalesce(submitted_at, created_at),
    published_at = coalesce(published_at, created_at) where status = 'PUBLISHED';
  update instrument set status = 'PUBLISHED' where status = 'DRAFT'
    and id in (select instrument_id from assessment);
  update enterprise_group set classification = null where classification->>'version' is null`;

/**
 * Two hubs over one database: one over all of it, one over the part that a viewer may see. What is
 * hidden from the viewer decides nothing of an answer if both answer alike.
 */
export class TwoHubs {
  private readonly kysely: Kysely<never>;

  private constructor(
    private readonly ground: OracleDatabase,
    readonly whole: TestHub,
    readonly part: TestHub,
    private readonly visible: VisiblePart,
    readonly pool: pg.Pool,
  ) {
    this.kysely = new Kysely({ dialect: new PostgresDialect({ pool }) });
  }

  /** `seed` is that of the made-up data. */
  static async start(seed: number): Promise<TwoHubs> {
    const ground = await makeOracleDatabase(seed);
    const { database } = ground;
    const pool = testPool(database.url, { max: 1 });
    await pool.query(`begin; set local session_replication_role = replica; ${agreements}; commit`);
    const visible = await VisiblePart.make(database.url);
    // Before the second hub starts: it would publish the shipped questionnaire again.
    await visible.holdFor(visitor);
    // The first hub answers from its cache where it can: what one viewer was answered is no other's.
    const whole = await TestHub.start("sample", roomy, database);
    const part = await TestHub.start(
      "sample",
      { ...roomy, RESPONSE_CACHE_BYTES: "0" },
      { ...database, url: VisiblePart.urlOf(database.url) },
    );
    return new TwoHubs(ground, whole, part, visible, pool);
  }

  async stop(): Promise<void> {
    await this.part.stop();
    await this.whole.stop();
    await this.visible.stop();
    await this.pool.end();
    await this.ground.database.drop();
  }

  get url(): string {
    return this.ground.database.url;
  }

  /** The people of the data, those with memberships in most organisations first. */
  async people(): Promise<string[]> {
    const { rows } = await this.pool.query<{ email: string }>(
      `select u.email from user_account u join membership m on m.user_id = u.id
       where u.email like '%@oracle.example'
       group by u.email order by count(distinct m.organisation_id) desc, u.email`,
    );
    return rows.map(({ email }) => email);
  }

  /** A person with a token, or the operator. */
  async person(email: string, operator = false): Promise<Requester> {
    const bearer = { email, operator, expiresAt: new Date(Date.now() + 3_600_000) };
    const viewer = await viewerByToken(this.kysely as never, bearer);
    return { viewer, credential: await tokenFor(email) };
  }

  /** The key at this place: one has each scope, in the order of the scopes. */
  async key(at: number): Promise<Requester> {
    const credential = this.ground.keys[at] ?? "";
    const prefix = credential.split("_")[1] ?? "";
    const viewer = await viewerByKey(this.kysely as never, prefix, () => true);
    if (!viewer) throw new Error(`There is no key ${at}`);
    return { viewer, credential };
  }

  readonly visitor: Requester = { viewer: visitor, credential: undefined };

  /** From now on the second hub holds what this viewer may see. */
  showTo({ viewer }: Requester): Promise<void> {
    return this.visible.holdFor(viewer);
  }

  /** The answers of both to a query. */
  ask(query: string, { credential }: Requester): Promise<[BareAnswer, BareAnswer]> {
    return this.both(async (hub) => {
      const response = await fetch(hub.url, {
        method: "POST",
        headers: { "content-type": "application/json", ...headersOf(credential) },
        body: JSON.stringify({ query }),
      });
      const { data, errors } = (await response.json()) as { data: unknown; errors: unknown };
      return { status: response.status, text: JSON.stringify({ data, errors }) };
    });
  }

  /** The answers of both at an address. */
  get(path: string, { credential }: Requester): Promise<[BareAnswer, BareAnswer]> {
    return this.both(async (hub) => {
      const response = await fetch(new URL(path, hub.url), { headers: headersOf(credential) });
      const bytes = await response.text();
      const isText = /text|json/.test(response.headers.get("content-type") ?? "");
      return { status: response.status, text: isText ? bytes : "a file" };
    });
  }

  /** The first frames of a subscription to both. */
  stream(
    query: string,
    count: number,
    { credential }: Requester,
  ): Promise<[BareAnswer, BareAnswer]> {
    return this.both(async (hub) => {
      const stream = subscribe(hub.socket(credential), query);
      const frames: unknown[] = [];
      while (frames.length < count) frames.push(await stream.next());
      await stream.stop();
      return { status: 200, text: JSON.stringify(frames) };
    });
  }

  /** The answers of both; one that a busy machine kept from answering in time is asked once more. */
  private both(ask: (hub: TestHub) => Promise<BareAnswer>): Promise<[BareAnswer, BareAnswer]> {
    const answered = async (hub: TestHub): Promise<BareAnswer> => {
      const first = await ask(hub);
      return first.status === 503 ? ask(hub) : first;
    };
    return Promise.all([answered(this.whole), answered(this.part)]);
  }
}

const headersOf = (credential: string | undefined): Record<string, string> =>
  credential ? { authorization: `Bearer ${credential}` } : {};
