import type { GraphQLSchema } from "graphql";
import { Ledger } from "../ledger/index.js";
import { Connections, connectDatabase } from "../platform/database/index.js";
import { makeLogger } from "../platform/logger.js";
import { entities } from "./entities.js";
import { buildHubSchema } from "./schema.js";

/** The schema without a database, for what is written from it. The ORM is not connected: the schema needs the use cases' shapes only. */
export async function offlineSchema(): Promise<GraphQLSchema> {
  const logger = makeLogger({ logLevel: "error", environment: "development" });
  const url = "postgres://nowhere.invalid/none";
  const orm = await connectDatabase({
    connections: new Connections({ url, statementTimeoutMs: 1000, logger }),
    entities,
    subscribers: [],
    migrations: { compiled: "migrations", sources: "migrations" },
    poolSize: 2,
    logger,
  });
  try {
    return await buildHubSchema(new Ledger(orm));
  } finally {
    await orm.close();
  }
}
