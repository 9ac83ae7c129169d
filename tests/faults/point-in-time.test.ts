import { chmod, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { testFolder } from "../testkit/hub/index.js";
import { recoverToInstant } from "./scripts/point-in-time.js";

it("a server is recovered to a moment between two writes, from a copy and its archived log", async () => {
  const folder = await mkdtemp(join(testFolder(), "point-in-time-"));
  // As root Postgres runs as another user, who must be able to pass through.
  await chmod(folder, 0o755);
  expect(await recoverToInstant({ folder, say: () => undefined }, 8)).toEqual([]);
  await rm(folder, { recursive: true });
});
