// PostGraphile, configured for production as in its documentation:
// - NODE_ENV and GRAPHILE_ENV=production, without assertions at run time;
// - Grafserv on node:http, which writes the answer as a text (`outputDataAsString`); parsed and validated
//   documents and their plans are cached, statements are prepared (defaults);
// - no settings for the session, so that a request needs no transaction;
// - no GraphiQL, watching, websockets, `explain`, mutations or listening for notifications;
// - lists where the hub has lists, connections where it has connections; a document becomes one
//   statement, into which the computed fields of ./extension.mjs are inlined.
// The pool is as large as the hub's and keeps its connections. GET is for the check that it is ready.
import { createServer } from "node:http";
import { PgAggregatesPreset } from "@graphile/pg-aggregates";
import pg from "pg";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { aggregates } from "./aggregates.mjs";
import { assessments } from "./assessments.mjs";
import { plugins } from "./extension.mjs";
import { meetings } from "./meetings.mjs";

const { DATABASE_URL, DATABASE_POOL_SIZE, HOST, PORT } = process.env;

const pool = new pg.Pool({
  connectionString: DATABASE_URL,
  max: Number(DATABASE_POOL_SIZE),
  idleTimeoutMillis: 0,
});

/** Without changes of rows, and without aggregates except where ./aggregates.mjs has them. */
const noAggregates =
  "-insert -update -delete +list +connection -resource:aggregates -resource:groupedAggregates -aggregates:orderBy";

const pgl = postgraphile({
  extends: [PostGraphileAmberPreset, PgAggregatesPreset],
  plugins: [...plugins, ...aggregates, ...meetings, ...assessments],
  pgServices: [makePgService({ pool, schemas: ["public"], pubsub: false })],
  schema: { defaultBehavior: noAggregates },
  grafast: { explain: false },
  grafserv: {
    graphqlOverGET: true,
    graphiql: false,
    watch: false,
    websockets: false,
    outputDataAsString: true,
  },
});

const server = createServer();
await pgl.createServ(grafserv).addTo(server);
server.listen(Number(PORT), HOST);

process.once("SIGTERM", () => {
  server.close(async () => {
    await pgl.release();
    await pool.end();
  });
  server.closeIdleConnections();
});
