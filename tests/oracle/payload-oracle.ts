import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { type ArgumentNode, astFromValue, type GraphQLInputType, print } from "graphql";
import pg from "pg";
import { schema, TestHub } from "../testkit/hub/index.js";
import { asSuperuser } from "../testkit/postgres/sessions.js";
import { TextSocket } from "../testkit/protocol/text-socket.js";
import { SeededRandom } from "../testkit/random/seeded-random.js";
import { text, whole } from "../testkit/random-documents/ast-nodes.js";
import { gatherOpenIds } from "../testkit/random-documents/cursors.js";
import { DocumentWriter } from "../testkit/random-documents/documents.js";
import { FastCheckRandom } from "../testkit/random-documents/fast-check-random.js";
import { argument } from "../testkit/random-documents/pages.js";
import { type Pools, readPools } from "../testkit/random-documents/pools.js";
import { recordRows } from "./data.js";
import { makeOracleDatabase, type OracleDatabase } from "./database.js";
import { rowFactories } from "./row-factories.js";
import { KnownRows, type TableRow } from "./tables.js";
import { readViewers, type Viewers } from "./viewers.js";

/** What one viewer gets of a subscription from each of two hubs. */
export interface Got {
  viewer: string;
  resolving: readonly string[];
  planning: readonly string[];
}

/** A subscription, who follows it, and the changes that come meanwhile. */
interface Drawn {
  query: string;
  variables: object;
  /** The filter that finds the same changes in a list. */
  where: object;
  viewers: readonly string[];
  language: string;
  /** The subjects of the changes, by table. */
  changed: readonly { table: string; row: TableRow }[];
}

const settings = { LIMIT_GROUPS_PER_CLIENT: "100000", RESPONSE_CACHE_BYTES: "0" };

/** An error that nobody foresaw has another id each time. */
const withoutIds = (payload: string): string =>
  payload.includes("INTERNAL_SERVER_ERROR") ? "failed unexpectedly" : payload;

/** The columns that name what a row belongs to, by the subscription that follows that. */
const ofFollowed = {
  actionPlanChanged: {
    ...{ noun: "ActionPlan", table: "action_plan", column: "plan_id", field: "plan" },
  },
  deliberationChanged: {
    ...{ noun: "Deliberation", table: "deliberation", column: "deliberation_id" },
    field: "deliberation",
  },
} as const;

/** No filter, one that a change's outline decides, and one that asks the database. */
const filters: [number, object | undefined][] = [
  [70, undefined],
  [15, { entity: { in: ["Action", "Contribution", "Outcome", "Organisation"] } }],
  [15, { organisation: { sector: { not: "NGO" } } }],
];

function whereOf(where: object | undefined): ArgumentNode[] {
  const node = where && astFromValue(where, schema.getType("ChangeFilter") as GraphQLInputType);
  return node ? [argument("where", node)] : [];
}

class Subscriptions extends fc.Arbitrary<Drawn> {
  constructor(
    private readonly pools: Pools,
    private readonly viewers: readonly string[],
    private readonly known: KnownRows,
    private readonly after: () => number,
  ) {
    super();
  }

  override generate(random: fc.Random): fc.Value<Drawn> {
    const chance = new FastCheckRandom(random);
    const field = chance.pick(["changes", "actionPlanChanged", "deliberationChanged"] as const);
    const followed = field === "changes" ? undefined : this.followed(chance, field);
    const where = followed ? undefined : chance.weighted(...filters);
    const args = followed ? [argument("id", text(followed))] : whereOf(where);
    const start = argument("after", whole(this.after()));
    const drawn = new DocumentWriter(chance, this.pools).subscription(field, [start, ...args]);
    const rows = this.rows(field, followed);
    const viewers = chance.some(this.viewers, 5, 8);
    return new fc.Value(
      {
        query: print(drawn.document),
        variables: drawn.turns[0] ?? {},
        where:
          where ??
          (field === "changes" ? {} : { [ofFollowed[field].field]: { id: { eq: followed } } }),
        viewers,
        language: chance.of(0.4) ? "id" : "en",
        changed: Array.from({ length: chance.from(1, 5) }, () => chance.pick(rows)),
      },
      undefined,
    );
  }

  override canShrinkWithoutContext(_: unknown): _ is Drawn {
    return false;
  }

  override shrink(): fc.Stream<fc.Value<Drawn>> {
    return fc.stream([][Symbol.iterator]());
  }

  /** The row that is followed: one that everybody sees, more often than not. */
  private followed(chance: FastCheckRandom, field: keyof typeof ofFollowed): string {
    const { noun } = ofFollowed[field];
    const open = this.pools.open[noun] ?? [];
    return chance.pick(open.length > 0 && chance.of(0.6) ? open : (this.pools.ids[noun] ?? []));
  }

  private rows(field: string, followed: string | undefined): Drawn["changed"] {
    const of = followed && ofFollowed[field as keyof typeof ofFollowed];
    return Object.keys(rowFactories).flatMap((table) =>
      this.known
        .of(table)
        .filter(
          (row) =>
            !of || row[of.column] === followed || (table === of.table && row.id === followed),
        )
        .map((row) => ({ table, row })),
    );
  }
}

/** Two hubs over one database with made-up rows, one of which makes each payload by resolvers. */
export class PayloadOracle {
  private readonly sockets = new Map<string, Promise<TextSocket>>();
  private readonly draw: SeededRandom;

  private constructor(
    private readonly made: OracleDatabase,
    private readonly hubs: { resolving: TestHub; planning: TestHub },
    private readonly client: pg.Client,
    private readonly parts: { pools: Pools; viewers: Viewers; known: KnownRows },
    private readonly seed: number,
  ) {
    this.draw = new SeededRandom(seed);
  }

  static async start(seed: number): Promise<PayloadOracle> {
    const made = await makeOracleDatabase();
    const { database, keys } = made;
    const start = (PLANNED_READS: string) =>
      TestHub.start("sample", { ...settings, PLANNED_READS }, database);
    const hubs = { resolving: await start("off"), planning: await start("on") };
    const client = new pg.Client({ connectionString: asSuperuser(database.url) });
    await client.connect();
    const pools = await readPools(database.url);
    await gatherOpenIds(hubs.resolving.visitor, pools);
    const { "with a broken token": _, ...viewers } = await readViewers(database.url, keys);
    const known = await KnownRows.read(client, [...Object.keys(rowFactories), "region"]);
    return new PayloadOracle(made, hubs, client, { pools, viewers, known }, seed);
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets.values()) (await socket).close();
    await this.client.end();
    await this.hubs.planning.stop();
    await this.hubs.resolving.stop();
    await this.made.database.drop();
  }

  /** Draws a subscription, and gives what each viewer got of the same changes from both hubs. */
  async round(number: number): Promise<{ query: string; got: Got[] }> {
    const { pools, viewers, known } = this.parts;
    const after = await this.head();
    const names = Object.keys(viewers);
    const arbitrary = new Subscriptions(pools, names, known, () => after);
    const [drawn] = fc.sample(arbitrary, { seed: this.seed + number, numRuns: 1 });
    if (!drawn) throw new Error("No subscription was drawn");
    return { query: drawn.query, got: await this.follow(drawn, after) };
  }

  private async follow(drawn: Drawn, after: number): Promise<Got[]> {
    const { query, variables, language } = drawn;
    const opened = await Promise.all(
      drawn.viewers.map(async (viewer) => ({
        viewer,
        resolving: (await this.socket("resolving", viewer, language)).run({ query, variables }),
        planning: (await this.socket("planning", viewer, language)).run({ query, variables }),
      })),
    );
    const streams = opened.flatMap(({ resolving, planning }) => [resolving, planning]);
    await this.started(
      "resolving",
      opened.map(({ resolving }) => resolving.stream),
    );
    await this.started(
      "planning",
      opened.map(({ planning }) => planning.stream),
    );
    await recordRows(this.client, { draw: this.draw, known: this.parts.known }, drawn.changed);
    for (const { viewer, resolving, planning } of opened) {
      const due = await this.due(drawn, viewer, after);
      await Promise.all([resolving.stream.reached(due), planning.stream.reached(due)]);
    }
    for (const { end } of streams) end();
    return opened.map(({ viewer, resolving, planning }) => ({
      viewer,
      resolving: resolving.stream.texts.map(withoutIds),
      planning: planning.stream.texts.map(withoutIds),
    }));
  }

  /** Resolves when all subscriptions that were not refused wait for changes. */
  private async started(hub: "resolving" | "planning", streams: readonly { hasEnded: boolean }[]) {
    const { metricsUrl } = this.hubs[hub];
    for (;;) {
      const figures = await (await fetch(metricsUrl)).text();
      const open = /^rembuk_socket_operations (\d+)$/m.exec(figures)?.[1];
      if (Number(open) === streams.filter(({ hasEnded }) => !hasEnded).length) return;
      // The hub runs in this process: asked without a pause, it would answer nothing else.
      await setTimeout(20);
    }
  }

  /** The number of payloads that a viewer is due: of the changes that the same filter lists. */
  private async due({ where }: Drawn, viewer: string, after: number): Promise<number> {
    const later = { position: { gte: after + 1 } };
    const response = await fetch(this.hubs.resolving.url, {
      method: "POST",
      headers: { "content-type": "application/json", ...this.parts.viewers[viewer] },
      body: JSON.stringify({
        query: "query ($where: ChangeFilter!) { changes(where: $where) { totalCount } }",
        variables: { where: { and: [where, later] } },
      }),
    });
    const { data } = (await response.json()) as { data: { changes: { totalCount: number } } };
    return data.changes.totalCount;
  }

  private async head(): Promise<number> {
    const { rows } = await this.client.query<{ position: string }>(
      "select position from ledger_head",
    );
    return Number(rows[0]?.position);
  }

  private socket(hub: "resolving" | "planning", viewer: string, language: string) {
    const key = `${hub} ${viewer} ${language}`;
    const params = { ...this.parts.viewers[viewer], language };
    const socket = this.sockets.get(key) ?? TextSocket.open(this.hubs[hub], params);
    this.sockets.set(key, socket);
    return socket;
  }
}
