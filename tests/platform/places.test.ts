import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { placesOf } from "../../src/app/places.js";
import { parseConfig } from "../../src/platform/config.js";
import { checkWritable } from "../../src/platform/data-owner.js";
import { tryPlaces } from "../../src/platform/ports.js";
import { announceHub, runningHubs } from "../../src/platform/running-hubs.js";

const tried = (settings: Record<string, string>) =>
  tryPlaces(placesOf(parseConfig({ NODE_ENV: "test", ...settings })));

describe("The places of a hub", () => {
  it("are tried before its start, and a taken one is reported by its setting", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    const taken = `Port ${port} of 127.0.0.1 is taken by another program: set`;
    for (const name of ["PORT", "METRICS_PORT"]) {
      const settings = { PORT: "0", METRICS_PORT: "0", [name]: String(port) };
      await expect(tried(settings)).rejects.toThrow(`${taken} ${name} to another port, or to 0`);
    }
    await once(server.close(), "close");
    const both = { PORT: String(port), METRICS_PORT: String(port) };
    await expect(tried(both)).rejects.toThrow(`${taken} METRICS_PORT`);
    // The places that were tried are free again.
    await tried({ PORT: String(port), METRICS_PORT: "0" });
    await tried({ PORT: String(port) });
  });

  it("are addresses of this machine", async () => {
    const elsewhere = "192.0.2.1 is no address of this machine: set";
    await expect(tried({ PORT: "0", HOST: "192.0.2.1" })).rejects.toThrow(`${elsewhere} HOST.`);
    const metrics = { PORT: "0", METRICS_PORT: "0", METRICS_HOST: "192.0.2.1" };
    await expect(tried(metrics)).rejects.toThrow(`${elsewhere} METRICS_HOST.`);
  });
});

describe("A data folder that cannot be made", () => {
  it("is reported by its setting", () => {
    const place = mkdtempSync(join(tmpdir(), "rembuk-place-"));
    writeFileSync(join(place, "file"), "");
    expect(() => checkWritable(join(place, "file", "data"))).toThrow(
      /REMBUK_DATA: user \d+ cannot write in .* \(ENOTDIR\); set it to a folder of this user/,
    );
    rmSync(place, { recursive: true });
  });
});

describe("A running hub", () => {
  const before = process.env.TMPDIR;
  let place: string;
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), "rembuk-place-"));
    process.env.TMPDIR = place;
  });
  afterAll(() => {
    rmSync(place, { recursive: true });
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  });

  const hub = { url: "http://127.0.0.1:1/", dataFolder: "/data", issuer: null, hasServer: false };

  it("is found by the commands of its checkout until it ends", () => {
    const withdraw = announceHub("/checkout", hub);
    expect(runningHubs("/checkout")).toEqual([{ ...hub, pid: process.pid }]);
    expect(runningHubs("/other")).toEqual([]);
    withdraw();
    expect(runningHubs("/checkout")).toEqual([]);
  });

  it("that was killed is none, also when another process has its id", () => {
    announceHub("/checkout", hub);
    const [name = ""] = readdirSync(place);
    const { pid } = spawnSync("true");
    for (const stale of [
      { pid, began: "1" },
      { pid: process.pid, began: "1" },
      { pid, began: "" },
    ]) {
      writeFileSync(join(place, name), JSON.stringify({ ...hub, ...stale }));
      expect(runningHubs("/checkout")).toEqual([]);
    }
    writeFileSync(join(place, name), "no JSON");
    expect(runningHubs("/checkout")).toEqual([]);
  });
});
