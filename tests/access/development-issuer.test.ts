import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { SignJWT } from "jose";
import { developmentIssuer } from "../../src/access/development-issuer.js";
import { makeSigner } from "../testkit/access/local-issuer.js";
import { expectRefusal } from "../testkit/access/token-refusal.js";

describe("The development issuer", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "rembuk-tokens-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const email = "coordinator@disnaker-lebak.example";

  it("signs tokens that it accepts, also after a restart", async () => {
    const data = join(folder, "made", "at-first-use");
    const first = await developmentIssuer(data);
    const signed = await first.sign({ email: email.toUpperCase(), operator: true });
    const claims = await (await developmentIssuer(data)).verify(signed);
    expect(claims).toMatchObject({
      issuer: "urn:rembuk:development",
      subject: email,
      email,
      operator: true,
    });
    const hours = (claims.expiresAt.getTime() - Date.now()) / 3_600_000;
    expect(hours).toBeCloseTo(12, 1);
    expect(await readdir(data)).toEqual(["development-issuer.json"]);
    expect((await stat(join(data, "development-issuer.json"))).mode & 0o777).toBe(0o600);
  });

  it("makes nobody an operator unasked", async () => {
    const one = await developmentIssuer(folder);
    await expect(one.verify(await one.sign({ email }))).resolves.toMatchObject({ operator: false });
  });

  it("refuses what expired, is for another audience, or comes from elsewhere", async () => {
    const one = await developmentIssuer(folder);
    const other = await developmentIssuer(join(folder, "other"));
    const { privateKey } = await makeSigner("RS256", "any");
    const forged = new SignJWT({}).setProtectedHeader({ alg: "RS256" }).sign(privateKey);
    const refusals: [Promise<string>, RegExp][] = [
      [one.sign({ email, expiresInSeconds: -1 }), /has expired/],
      [one.sign({ email, audience: "portal" }), /another audience/],
      [other.sign({ email }), /not signed by a known key/],
      [forged, /not signed by a known key/],
    ];
    for (const [signed, reason] of refusals) {
      await expectRefusal(one.verify(await signed), "UNAUTHENTICATED", reason);
    }
  });

  it("names the file that holds no key, and shows nothing of it", async () => {
    const data = await mkdtemp(join(folder, "broken-"));
    const file = join(data, "development-issuer.json");
    for (const content of ["", '{"kty":"EC","d":"hush"}', "hush", "null"]) {
      await writeFile(file, content);
      const message = `${file} holds no P-256 private key. Delete it; the next start makes a new one.`;
      await expect(developmentIssuer(data)).rejects.toThrow(new Error(message));
      expect(await readFile(file, "utf8")).toBe(content);
    }
  });

  it("has one key, however many start it at once in this process", async () => {
    const data = join(folder, "at-once");
    const all = await Promise.all(Array.from({ length: 12 }, () => developmentIssuer(data)));
    const [one] = all;
    for (const each of all) {
      await expect(one?.verify(await each.sign({ email }))).resolves.toBeDefined();
    }
    expect(await readdir(data)).toEqual(["development-issuer.json"]);
  });

  it("has one key, however many processes start it at once", async () => {
    const data = join(folder, "processes");
    const children = await Promise.all([startChild(data), startChild(data), startChild(data)]);
    const tokens = await Promise.all(children.map((child) => child.go()));
    const one = await developmentIssuer(data);
    for (const signed of tokens) await expect(one.verify(signed)).resolves.toBeDefined();
  });
});

/** A process that is ready to start a development issuer, and on `go` prints a token of it. */
async function startChild(data: string) {
  const module = new URL("../../src/access/development-issuer.js", import.meta.url).href;
  const script = `
    const { developmentIssuer } = await import(${JSON.stringify(module)});
    process.stdin.once("data", async () => {
      const issuer = await developmentIssuer(${JSON.stringify(data)});
      process.stdout.write(await issuer.sign({ email: "a@b.example" }));
    });
    process.stdout.write("ready");`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const next = () =>
    new Promise<string>((resolve, reject) => {
      child.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString()));
      child.once("exit", (code) => reject(new Error(`the process ended with ${code}`)));
    });
  expect(await next()).toBe("ready");
  const go = () => {
    const answer = next();
    child.stdin.end("go");
    return answer;
  };
  return { go };
}
