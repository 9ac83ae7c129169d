import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createPlainServer } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Sender } from "../../src/app/webhooks/sender.js";
import { bareHost, isPublicAddress, mayBePublic } from "../../src/platform/public-host.js";

// The hub calls addresses that its users give: none of them may lead it to what lies behind it.

const notPublic = [
  ...["127.0.0.1", "127.1", "127.0.0.53", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1"],
  ...["169.254.169.254", "100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1"],
  ...["203.0.113.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "2130706433", "0x7f000001"],
  ...["0x7f.0.0.1", "017700000001", "0177.0.0.1", "127.0.0.1.", "3232235777", "0xa9fea9fe"],
  ...["[::1]", "[::]", "[::127.0.0.1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]"],
  ...["[::ffff:169.254.169.254]", "[fe80::1]", "[fc00::1]", "[fd00:ec2::254]", "[fec0::1]"],
  ...["[ff02::1]", "[2001:db8::1]", "[2002:7f00:1::]", "[2001::1]", "[64:ff9b::7f00:1]"],
  ...["[64:ff9b:1::7f00:1]", "[100::1]", "localhost", "LOCALHOST", "a.localhost", "printer"],
  ...["hub.internal", "printer.local", "db.lan", "x.home.arpa", "localhost."],
];
const publicHosts = [
  "8.8.8.8",
  "[2606:4700:4700::1111]",
  "portal.example",
  "xn--bcher-kva.example",
];

const hostOf = (host: string) => bareHost(new URL(`https://${host}/`).hostname);

describe("A host", () => {
  it.each(notPublic)("%s is not public, however it is written", (host) => {
    expect(mayBePublic(hostOf(host))).toBe(false);
  });

  it.each(publicHosts)("%s may be public", (host) => {
    expect(mayBePublic(hostOf(host))).toBe(true);
  });

  it("that is no address at all is no public address", () => {
    expect(isPublicAddress("portal.example")).toBe(false);
  });
});

describe("A sender", () => {
  let server: Server;
  let port: number;
  let ca: string;
  let calls: string[] = [];
  let answer: (path: string) => [number, Record<string, string>] = () => [204, {}];
  const folder = mkdtempSync(join(tmpdir(), "webhook-certificate-"));

  beforeAll(async () => {
    const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
    const subject = ["-subj", "/CN=portal.example", "-addext", "subjectAltName=DNS:portal.example"];
    execFileSync(
      "openssl",
      [
        ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
        ...["-keyout", key, "-out", cert, "-days", "2", ...subject],
      ],
      { stdio: "ignore" },
    );
    ca = readFileSync(cert, "utf8");
    const secure = createServer({ key: readFileSync(key), cert: ca }, (request, response) => {
      calls.push(request.url ?? "");
      const [status, headers] = answer(request.url ?? "");
      if (status > 0) response.writeHead(status, headers).end("x".repeat(200_000));
    });
    server = secure;
    await new Promise<void>((resolve) => secure.listen(0, "127.0.0.1", resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });

  const never = new AbortController().signal;
  const local = [{ address: "127.0.0.1", family: 4 }];
  const senderFor = (found: () => readonly { address: string; family: number }[], more = {}) =>
    new Sender({ privateHosts: [], timeoutMs: 2000, ca, resolve: async () => found(), ...more });
  const post = async (sender: Sender, address: string) => {
    try {
      return (await sender.post(address, "{}", {}, never)).statusCode;
    } catch (error) {
      const { name, code } = error as { name: string; code?: unknown };
      if (name === "NotPublicError") return "not public";
      return typeof code === "string" ? code : name;
    } finally {
      sender.close();
    }
  };

  it("connects to no address that is not public, whatever name leads to it", async () => {
    calls = [];
    for (const address of ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1"]) {
      const found = [{ address: "8.8.8.8", family: 4 }];
      const sender = senderFor(() => [
        ...found,
        { address, family: address.includes(":") ? 6 : 4 },
      ]);
      expect(await post(sender, `https://portal.example:${port}/`)).toBe("not public");
    }
    for (const host of ["127.0.0.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:7f00:1]"]) {
      expect(
        await post(
          senderFor(() => local),
          `https://${host}:${port}/`,
        ),
      ).toBe("not public");
    }
    expect(calls).toEqual([]);
  });

  it("checks the very addresses that it connects to, though DNS changes", async () => {
    calls = [];
    let asked = 0;
    const sender = senderFor(
      () => {
        asked += 1;
        return asked === 1 ? [{ address: "203.0.114.1", family: 4 }] : local;
      },
      { timeoutMs: 300 },
    );
    const address = `https://portal.example:${port}/`;
    // The first connection goes to the public address that was resolved for it, where nothing answers.
    expect(await post(sender, address)).not.toBe(204);
    expect(asked).toBe(1);
    expect(await post(sender, address)).toBe("not public");
    expect({ asked, calls }).toEqual({ asked: 2, calls: [] });
  });

  it("delivers by TLS to a host that the operator lists, and by http to no other", async () => {
    calls = [];
    answer = () => [204, {}];
    const listed = { privateHosts: ["portal.example"] };
    expect(
      await post(
        senderFor(() => local, listed),
        `https://portal.example:${port}/a`,
      ),
    ).toBe(204);
    expect(
      await post(
        senderFor(() => local, listed),
        `http://other.example:${port}/`,
      ),
    ).toBe("not public");
    const strange = senderFor(() => local, { privateHosts: ["other.example"] });
    expect(await post(strange, `https://other.example:${port}/`)).toMatch(/CERT|ALTNAME/);
    const untrusted = senderFor(() => local, { ...listed, ca: undefined });
    expect(await post(untrusted, `https://portal.example:${port}/`)).toMatch(/SELF_SIGNED/);
    expect(calls).toEqual(["/a"]);
  });

  it("follows no redirect", async () => {
    calls = [];
    answer = () => [307, { location: "/elsewhere" }];
    const sender = senderFor(() => local, { privateHosts: ["portal.example"] });
    expect(await post(sender, `https://portal.example:${port}/`)).toBe(307);
    expect(calls).toEqual(["/"]);
  });

  it("waits for no answer beyond its time, and reads no long one", async () => {
    answer = (path) => (path === "/silent" ? [0, {}] : [200, {}]);
    const silent = senderFor(() => local, { privateHosts: ["portal.example"], timeoutMs: 200 });
    expect(await post(silent, `https://portal.example:${port}/silent`)).toBe("TimeoutError");
    const sender = senderFor(() => local, { privateHosts: ["portal.example"] });
    expect(await post(sender, `https://portal.example:${port}/long`)).toBe(200);
  });

  it("connects again where a kept connection was closed meanwhile", async () => {
    let requests = 0;
    const plain = createPlainServer((request, response) => {
      requests += 1;
      const { socket } = request;
      response.writeHead(204).end(() => {
        if (requests === 1) setImmediate(() => socket.resetAndDestroy());
      });
    });
    await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(plain.address() as AddressInfo).port}/`;
    const sender = new Sender({ privateHosts: ["127.0.0.1"], timeoutMs: 2000 });
    for (const _ of [1, 2, 3]) {
      expect((await sender.post(address, "{}", {}, never)).statusCode).toBe(204);
    }
    sender.close();
    plain.closeAllConnections();
    plain.close();
  });
});
