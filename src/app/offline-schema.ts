import type { GraphQLSchema } from "graphql";
import { Ledger } from "../ledger/index.js";
import { connectDatabase } from "../platform/database.js";
import { makeLogger } from "../platform/logger.js";
import { entities } from "./entities.js";
import { buildHubSchema } from "./schema.js";

/** The schema without a database, for what is written from it. The ORM is not connected: the schema needs the use cases' shapes only. */
export async function offlineSchema(): Promise<GraphQLSchema> {
  const orm = await connectDatabase({
    url: "postgres://nowhere.invalid/none",
    entities,
    subscribers: [],
    migrations: { compiled: "migrations", sources: "migrations" },
    poolSize: 2,
    statementTimeoutMs: 1000,
    logger: makeLogger({ logLevel: "error", environment: "development" }),
  });
  try {
    return await buildHubSchema(new Ledger(orm));
  } finally {
    await orm.close();
  }
}
