// Mercurius, configured for speed as in its documentation:
// - `jit: 1`: a document is compiled from its second request on; parsed and validated documents are
//   cached (`cache`, which is on by default);
// - every relation is a loader, which batches a field of all rows of a level into one call, without its
//   cache; roots and loaders read all columns of their own table that the schema has;
// - statements are prepared and named; the pool is as large as the hub's and keeps its connections;
// - no GraphiQL, no batched queries, no logger, no subscriptions; NODE_ENV=production.
import { readFileSync } from "node:fs";
import Fastify from "fastify";
import { GraphQLScalarType } from "graphql";
import mercurius from "mercurius";
import pg from "pg";
import { makeSchema } from "./resolvers.mjs";

// Dates stay Postgres' texts; positions are whole numbers within JavaScript's range.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

const { DATABASE_URL, DATABASE_POOL_SIZE, HOST, PORT } = process.env;
const pool = new pg.Pool({
  connectionString: DATABASE_URL,
  max: Number(DATABASE_POOL_SIZE),
  idleTimeoutMillis: 0,
});

const scalar = (name, serialize = (value) => value) => new GraphQLScalarType({ name, serialize });
const scalars = {
  Date: scalar("Date"),
  DateTime: scalar("DateTime", (instant) => instant.toISOString()),
  JSON: scalar("JSON"),
  Amount: scalar("Amount"),
  Position: scalar("Position", Number),
};

const app = Fastify();
const { resolvers, loaders } = makeSchema(pool);
app.register(mercurius, {
  schema: readFileSync(new URL("schema.graphql", import.meta.url), "utf8"),
  resolvers: { ...resolvers, ...scalars },
  loaders,
  jit: 1,
  graphiql: false,
  allowBatchedQueries: false,
});
app.addHook("onClose", () => pool.end());

await app.listen({ host: HOST, port: Number(PORT) });
process.once("SIGTERM", () => app.close());
