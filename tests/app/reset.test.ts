import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { developmentIssuer } from "../../src/access/development-issuer.js";
import { type Reset, resetData } from "../../src/app/reset.js";
import { startHubPostgres } from "../../src/platform/hub-postgres.js";
import { makeLogger } from "../../src/platform/logger.js";
import { testFolder } from "../testkit/hub/index.js";

const logger = makeLogger({ logLevel: "silent", environment: "test" });

describe("rembuk reset", () => {
  let dataFolder: string;
  const questions: string[] = [];
  const reset = (agreed: boolean, more: Partial<Reset> = {}) => {
    const confirm = async (question: string) => {
      questions.push(question);
      return agreed;
    };
    const config = { dataFolder, databaseUrl: undefined };
    return resetData({ config, hubs: [], logger, confirm, ...more });
  };
  const left = (...names: string[]) => names.map((name) => existsSync(join(dataFolder, name)));
  const postgresHere = () =>
    startHubPostgres({
      folder: join(dataFolder, "postgres"),
      logger,
      settings: { fsync: "off" },
    });

  beforeAll(() => {
    dataFolder = mkdtempSync(join(testFolder(), "reset-"));
    // As root Postgres runs as another user, who must be able to pass through.
    chmodSync(dataFolder, 0o755);
  });
  afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

  it("deletes everything of the hub once it is agreed and nobody uses it, and nothing else", async () => {
    await developmentIssuer(dataFolder);
    mkdirSync(join(dataFolder, "files"));
    writeFileSync(join(dataFolder, "webhook-key"), "");
    writeFileSync(join(dataFolder, "mine.txt"), "");
    const postgres = await postgresHere();
    await expect(reset(true)).rejects.toThrow(/^Another hub \(process \d+\) already uses /);
    await postgres.stop();
    expect(await reset(false)).toBe("nothing was deleted");
    const own = "development-issuer.json, files, postgres, webhook-key";
    expect(questions).toContain(`Delete ${own} in ${dataFolder}?`);
    expect(left("development-issuer.json", "files", "postgres/data")).toEqual([true, true, true]);
    expect(await reset(true)).toBe(`deleted: ${own} in ${dataFolder}. The next start begins anew.`);
    expect(left("development-issuer.json", "files", "postgres", "webhook-key", "mine.txt")).toEqual(
      [...[false, false, false, false], true],
    );
    expect(await reset(true)).toBe(`nothing to delete: ${dataFolder} holds no data of a hub`);
  });

  it("begins anew after a start that was interrupted, or a database of which parts are gone", async () => {
    mkdirSync(join(dataFolder, "postgres", "data.new"), { recursive: true });
    expect(await reset(true)).toMatch(/^deleted: postgres in /);
    const postgres = await postgresHere();
    await postgres.stop();
    rmSync(join(dataFolder, "postgres", "data", "PG_VERSION"));
    await expect(postgresHere()).rejects.toThrow(
      /holds no whole database \(PG_VERSION is missing\): restore it, set REMBUK_DATA .* begin anew/,
    );
    expect(await reset(true)).toMatch(/^deleted: postgres in /);
    await (await postgresHere()).stop();
  });

  it("refuses where a hub runs on the data, or where they are in a server", async () => {
    const hub = { pid: 7, url: "http://h/", dataFolder, issuer: null, hasServer: true };
    await expect(reset(true, { hubs: [hub] })).rejects.toThrow(
      `The hub at http://h/ (process 7) uses ${dataFolder}: stop it first.`,
    );
    const config = { dataFolder, databaseUrl: "postgres://x" };
    await expect(reset(true, { config })).rejects.toThrow(
      /^The data are in the server of DATABASE_URL/,
    );
  });
});
