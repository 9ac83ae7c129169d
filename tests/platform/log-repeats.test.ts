import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { type Line, RepeatedLines } from "../../src/platform/log-repeats.js";
import { HandClock } from "../testkit/live/hand-clock.js";

type Written = { count?: number; errorIds?: string[]; err?: { stack?: string }; id?: number };

/** A log by a clock of its own: what was written, as a logger is given it. */
function keptLog() {
  const clock = new HandClock(0);
  const written: (readonly unknown[])[] = [];
  const repeats = new RepeatedLines(clock.after);
  const log = (...given: unknown[]) => repeats.take(lineOf(given));
  const lineOf = (given: unknown[], level = 50): Line => {
    return { level, given, write: (line) => void written.push(line) };
  };
  return { clock, written, log, repeats, lineOf };
}

const failure = () => Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });

describe("Warnings and errors that repeat", () => {
  it("are written once at once with the stack, then counted by the second without one", () => {
    const { clock, written, log } = keptLog();
    const err = failure();
    for (let id = 1; id <= 1000; id += 1) log({ err, id }, "no database");
    expect(written).toEqual([[{ err, id: 1 }, "no database"]]);
    clock.go(1000);
    const told = { type: "Error", message: "connect ECONNREFUSED", code: "ECONNREFUSED" };
    expect(written.slice(1)).toEqual([[{ err: told, id: 1000, count: 999 }, "no database"]]);
    log({ err, id: 1001 }, "no database");
    expect(written).toHaveLength(2);
    clock.go(1000);
    expect(written[2]).toEqual([{ err: told, id: 1001, count: 1 }, "no database"]);
  });

  it("are written at once after a quiet second, and with the stack again after a quiet minute", () => {
    const { clock, written, log } = keptLog();
    const stackOf = (at: number) => (written[at]?.[0] as Written | undefined)?.err?.stack;
    log({ err: failure() }, "no database");
    clock.go(1000);
    log({ err: failure() }, "no database");
    expect([written.length, stackOf(1)]).toEqual([2, undefined]);
    clock.go(1000);
    clock.go(60_000);
    log({ err: failure() }, "no database");
    expect(stackOf(2)).toMatch(/^Error: connect/);
    expect(clock.running).toBe(1);
  });

  it("are of one kind whatever ids, numbers and names their texts hold", () => {
    const { written, log, clock } = keptLog();
    for (let at = 0; at < 20; at += 1) {
      log(
        { at },
        `the export 0198a1b2-0000-7000-8000-0000000000${10 + at} of "name ${at}" failed after ${at} s`,
      );
    }
    clock.go(1000);
    expect(written.map(([fields]) => (fields as Written).count)).toEqual([undefined, 19]);
  });

  it("are of other kinds by level, message, the statement they are about, and the error's code, words and place", () => {
    const { written, log, repeats, lineOf } = keptLog();
    log({ err: failure() }, "no database");
    log({ err: new Error("connect ECONNREFUSED") }, "no database");
    log({ err: new Error("connect ECONNREFUSED") }, "no database");
    log({ err: Object.assign(failure(), { code: "ETIMEDOUT" }) }, "no database");
    log({ err: Object.assign(failure(), { message: "no route" }) }, "no database");
    log({ err: failure() }, "no NATS");
    repeats.take(lineOf(["no NATS"], 40));
    log("no NATS");
    log({ statement: "0a" }, "slow statement");
    log({ statement: "0b" }, "slow statement");
    expect(written).toHaveLength(10);
  });

  it("keep the ids by which a client's error is found", () => {
    const { written, log, clock } = keptLog();
    const err = failure();
    for (const errorId of ["a", "b", "c"]) log({ err, errorId }, "failed unexpectedly");
    clock.go(1000);
    expect(written.map(([fields]) => fields)).toEqual([
      { err, errorId: "a" },
      expect.objectContaining({ count: 2, errorIds: ["b", "c"], errorId: undefined }),
    ]);
  });

  it("do not fill the memory by their kinds, and none is lost", () => {
    const { written, log, clock } = keptLog();
    const letters = "abcdefghijklmnopqrstuvwxyz";
    const nameOf = (at: number) => [...String(at)].map((digit) => letters[Number(digit)]).join("");
    for (let at = 0; at < 2000; at += 1) log(nameOf(at));
    // The timers are those of the kinds.
    expect(clock.running).toBeLessThanOrEqual(501);
    clock.go(1000);
    const counts = written.map(([fields]) => (fields as Written).count ?? 1);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2000);
    expect(written.length).toBeLessThanOrEqual(502);
  });

  it("are all told when the process ends, each in the name of its request", () => {
    const fileOf = (name: string) =>
      JSON.stringify(fileURLToPath(new URL(`../../src/platform/${name}.js`, import.meta.url)));
    const script = `
      const { makeLogger } = await import(${fileOf("logger")});
      const { runInRequest } = await import(${fileOf("request-scope")});
      const log = makeLogger({ logLevel: "info", environment: "development" });
      for (let i = 1; i <= 500; i++) {
        runInRequest({ requestId: "request " + i, language: "en" }, () => {
          log.error({ err: new Error("away"), i }, "failed");
          log.info({ i }, "said");
        });
      }
      process.exit(0);`;
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      encoding: "utf8",
    });
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const failed = lines.filter(({ msg }) => msg === "failed");
    expect(failed).toEqual([
      expect.objectContaining({ i: 1, requestId: "request 1" }),
      expect.objectContaining({ i: 500, requestId: "request 500", count: 499 }),
    ]);
    expect(lines).toHaveLength(502);
  });
});
