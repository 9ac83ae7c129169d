import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Ledger } from "../ledger/index.js";
import { connectDatabase } from "../platform/database.js";
import { makeLogger } from "../platform/logger.js";
import { entities } from "./entities.js";
import { buildHubSchema, schemaText } from "./schema.js";
import { projectFolder } from "./store.js";

// Writes schema/schema.graphql, the contract's committed text. The ORM is not connected: the schema
// needs the use cases' shapes only.
const orm = await connectDatabase({
  url: "postgres://nowhere.invalid/none",
  entities,
  subscribers: [],
  migrations: { compiled: "migrations", sources: "migrations" },
  poolSize: 2,
  statementTimeoutMs: 1000,
  logger: makeLogger({ logLevel: "error", environment: "development" }),
});
const schema = await buildHubSchema(new Ledger(orm));
await writeFile(join(projectFolder(), "schema", "schema.graphql"), schemaText(schema));
await orm.close();
