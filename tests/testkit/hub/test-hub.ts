import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { type Client, createClient } from "graphql-ws";
import type pg from "pg";
import { WebSocket } from "ws";
import { developmentIssuer } from "../../../src/access/development-issuer.js";
import { startHub } from "../../../src/app/hub.js";
import { parseConfig } from "../../../src/platform/config.js";
import { addressAs } from "../../../src/platform/database/index.js";
import { makeLogger } from "../../../src/platform/logger.js";
import { testPool } from "../postgres/sessions.js";
import { databaseUrl, onServer, type Template } from "../postgres/templates.js";
import { GraphqlClient } from "./client.js";

/** Rates that are counted, and that no test reaches by itself: all tests come from one address. */
export const unreachedRates = {
  RATE_LIMIT_VISITOR: "1000000000",
  RATE_LIMIT_CREDENTIAL: "1000000000",
  RATE_LIMIT_FAILURES: "1000000000",
};

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests by npm test`);
  return value;
};

/** The run's Postgres server and folder. */
export const testServer = (): string => required("REMBUK_TEST_POSTGRES");
export const testFolder = (): string => required("REMBUK_TEST_FOLDER");

/** A database of a test's own, copied from a template. */
export interface TestDatabase {
  /** Its address for the hub's user, who may do what a hub needs and nothing else. */
  url: string;
  drop(): Promise<void>;
}

export async function testDatabase(template: Template): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(
    testServer(),
    `create database ${name} template template_${template} strategy file_copy`,
  );
  const drop = () => onServer(testServer(), `drop database ${name} with (force)`);
  return { url: addressAs(databaseUrl(testServer(), name), "rembuk_user"), drop };
}

/** What takes the lines of a hub's log. */
export interface TestLog {
  write(line: string): void;
}

/** A hub in this process on a database of its own, over real sockets, as its clients see it. */
export class TestHub {
  private readonly sockets = new Set<Client>();

  private constructor(
    readonly url: string,
    /** The address of the metrics, on a port of their own. */
    readonly metricsUrl: string,
    readonly database: TestDatabase,
    /** SQL behind the hub's back, for what the public protocol cannot show or break. */
    readonly sql: pg.Pool,
    private readonly stopHub: () => Promise<void>,
  ) {}

  /**
   * Starts a hub. `sample` begins with the sample data, `regions` with the country's regions alone.
   * A second node on the same database: pass the first one's `database`. `log` takes the lines of its log.
   */
  static async start(
    template: Template = "sample",
    env: Record<string, string> = {},
    shared?: TestDatabase,
    log?: TestLog,
  ): Promise<TestHub> {
    const database = shared ?? (await testDatabase(template));
    const config = parseConfig({
      NODE_ENV: "test",
      PORT: "0",
      METRICS_PORT: "0",
      DATABASE_URL: database.url,
      DATABASE_POOL_SIZE: "8",
      ...unreachedRates,
      REMBUK_DATA: testFolder(),
      REMBUK_SAMPLE: "off",
      // Exports in the background write to the ledger while tests count what they wrote.
      EXPORT_JOBS: "0",
      EXPORT_UNFINISHED: "1000",
      // Webhooks are looked for every second while tests count statements.
      WEBHOOK_JOBS: "0",
      ...env,
    });
    const level = process.env.TEST_LOG_LEVEL ?? (log ? "info" : "silent");
    const logger = makeLogger({ logLevel: level as "silent", environment: "test" }, log);
    const hub = await startHub(config, logger);
    const sql = testPool(database.url, { max: 4 });
    return new TestHub(
      hub.url,
      hub.metricsUrl ?? "",
      shared ? { ...database, drop: async () => undefined } : database,
      sql,
      hub.stop,
    );
  }

  /** A client without a credential. */
  get visitor(): GraphqlClient {
    return new GraphqlClient(this.url, {});
  }

  /** A client with a person's token, as `coordinator@disnaker-lebak.example`. */
  async as(email: string): Promise<GraphqlClient> {
    return new GraphqlClient(this.url, { authorization: `Bearer ${await tokenFor(email)}` });
  }

  /** The platform's operator. */
  get operator(): Promise<GraphqlClient> {
    return this.as("operator@rembuk.example");
  }

  /** A WebSocket client with a token or without; closed with the hub. */
  socket(token?: string, options: Partial<Parameters<typeof createClient>[0]> = {}): Client {
    const client = createClient({
      url: this.url.replace(/^http/, "ws"),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      lazy: true,
      connectionParams: token ? { authorization: `Bearer ${token}` } : {},
      ...options,
    });
    this.sockets.add(client);
    return client;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) await socket.dispose();
    await this.stopHub();
    await this.sql.end();
    await this.database.drop();
  }
}

/** The issuer of the run's hubs, whose key is read once. */
const issuing: { issuer?: ReturnType<typeof developmentIssuer> } = {};

/** A development token, as `rembuk token` gives it. */
export async function tokenFor(email: string, expiresInSeconds?: number): Promise<string> {
  issuing.issuer ??= developmentIssuer(testFolder());
  const issuer = await issuing.issuer;
  const operator = email === "operator@rembuk.example";
  return issuer.sign({ email, operator, ...(expiresInSeconds ? { expiresInSeconds } : {}) });
}
