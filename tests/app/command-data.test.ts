import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { commandFor, dataOf } from "../../src/app/command-data.js";
import { projectFolder } from "../../src/app/store.js";
import type { RunningHub } from "../../src/platform/running-hubs.js";

const usual = join(projectFolder(), ".rembuk");

const hubOn = (dataFolder: string, port = 4000): RunningHub => ({
  ...{ pid: port, dataFolder, issuer: null, hasServer: false },
  url: `http://127.0.0.1:${port}/graphql`,
});

const unnamed = (...hubs: RunningHub[]) => dataOf({ dataFolder: usual }, false, hubs);
const named = (dataFolder: string, ...hubs: RunningHub[]) => dataOf({ dataFolder }, true, hubs);

describe("The data of a command", () => {
  it("are those of the hub that runs, which is said where they are not the usual ones", () => {
    expect(unnamed(hubOn(usual))).toEqual({ dataFolder: usual, hub: hubOn(usual) });
    expect(unnamed(hubOn("/other"))).toEqual({
      ...{ dataFolder: "/other", hub: hubOn("/other") },
      note: "These are the data of the hub at http://127.0.0.1:4000/graphql: /other",
    });
  });

  it("are the usual ones where no hub runs, or where one of several runs on them", () => {
    expect(unnamed()).toEqual({ dataFolder: usual });
    const both = [hubOn("/other", 4001), hubOn(usual)];
    expect(unnamed(...both)).toEqual({ dataFolder: usual, hub: hubOn(usual) });
  });

  it("must be named where several hubs run and none has the usual ones", () => {
    expect(() => unnamed(hubOn("/a"), hubOn("/b c", 4001))).toThrow(
      `Several hubs run, and none on the data in ${usual}. Set REMBUK_DATA to choose one:
  http://127.0.0.1:4000/graphql: REMBUK_DATA=/a
  http://127.0.0.1:4001/graphql: REMBUK_DATA='/b c'`,
    );
  });

  it("are the named ones always; it is said that a running hub refuses their tokens", () => {
    expect(named("/a")).toEqual({ dataFolder: "/a" });
    expect(named("/a", hubOn("/a"), hubOn("/b", 4001))).toEqual({
      dataFolder: "/a",
      hub: hubOn("/a"),
    });
    expect(named("/a", hubOn("/b"))).toEqual({
      dataFolder: "/a",
      note: `No hub runs on the data in /a. These run, and a token of /a is refused by them:
  http://127.0.0.1:4000/graphql: REMBUK_DATA=/b`,
    });
  });

  it("stand in a command that can be copied, but for the usual ones", () => {
    expect(commandFor(usual, "token a@b.example")).toBe("npm run -s rembuk -- token a@b.example");
    expect(commandFor("/it's here", "verify")).toBe(
      "REMBUK_DATA='/it'\\''s here' npm run -s rembuk -- verify",
    );
  });
});
