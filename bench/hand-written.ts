import { createServer } from "node:http";
import pg from "pg";
import { loadConfig } from "../src/platform/config.js";
import { type PortalRow, portalRows, portalText } from "./hand-written-portal.js";
import { statements } from "./hand-written-sql.js";

// The limit: the most that a developer could reach with this database and this Node, without GraphQL,
// without access rules and without anything that another shape would need.

const config = loadConfig();
const pool = new pg.Pool({
  connectionString: config.databaseUrl,
  max: config.databasePoolSize,
  // While other servers are measured, the connections stay open with their prepared statements.
  idleTimeoutMillis: 0,
});

const isShape = (name: string): name is keyof typeof statements => Object.hasOwn(statements, name);

const asTexts = { getTypeParser: () => (value: unknown) => value };

/** The portal's view, of rows. */
async function portal(values: string[]): Promise<string> {
  const query = { name: "portalPlans", text: portalRows, values, rowMode: "array" as const };
  return portalText((await pool.query<PortalRow>({ ...query, types: asTexts })).rows);
}

/** The text of an answer, as Postgres gives it. */
async function textOf(name: keyof typeof statements, values: string[]): Promise<string> {
  const query = { name, text: statements[name], values, rowMode: "array" as const };
  const { rows } = await pool.query<[string]>(query);
  return rows[0]?.[0] ?? "";
}

/** The text of the answer to a shape; nothing for an unknown one. */
async function answerTo(name: string, values: string[]): Promise<string | undefined> {
  if (name === "portalPlans") return portal(values);
  return isShape(name) ? textOf(name, values) : undefined;
}

const server = createServer(async (req, res) => {
  const [name = "", ...values] = (req.url ?? "/").slice(1).split("/").map(decodeURIComponent);
  try {
    const text = await answerTo(name, values);
    if (text === undefined) {
      res.end();
      return;
    }
    res.writeHead(200, {
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(text),
    });
    res.end(text);
  } catch (error) {
    console.error(error);
    res.writeHead(500).end();
  }
});

server.listen(config.port, config.host);

process.once("SIGTERM", () => {
  server.close(() => void pool.end());
  server.closeIdleConnections();
});
