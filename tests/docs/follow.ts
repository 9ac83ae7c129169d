import "reflect-metadata";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { followTo } from "../testkit/docs/follow.js";

// Sends the examples of the pages before a page to a running hub with sample data:
// npm run follow -- docs/reference/rembuk/decisions.md
const [page = ""] = process.argv.slice(2);
const port = process.env.PORT ?? "4000";
const dataFolder = resolve(process.env.REMBUK_DATA ?? ".rembuk");

try {
  if (!existsSync(page)) throw new Error(`Name a page, as docs/reference/rembuk/decisions.md`);
  if (!existsSync(join(dataFolder, "development-issuer.json"))) {
    throw new Error(`No hub has its keys in ${dataFolder}; set REMBUK_DATA to the hub's folder`);
  }
  const hub = { url: `http://127.0.0.1:${port}/graphql`, dataFolder, stop: async () => undefined };
  const pages = await followTo(page, { ...hub, env: { REMBUK_DATA: dataFolder } });
  console.log(
    pages.length === 0 ? "The page begins with a new hub." : `Followed ${pages.join(", ")}.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
