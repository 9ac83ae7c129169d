import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterEach, beforeAll, expect, it } from "@jest/globals";
import { nkeys } from "@nats-io/transport-node";
import { type LinkState, NatsLink } from "../../src/platform/nats/index.js";
import { natsPlace } from "../../src/platform/setting-types.js";
import { NatsServer } from "../testkit/faults/nats-server.js";
import { describeWithNats } from "../testkit/faults/with-nats.js";
import { testFolder } from "../testkit/hub/index.js";

/** A key pair that signs claims as NATS has them. */
type Signer = ReturnType<typeof nkeys.createUser>;

const base64url = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString("base64url");

/** A JWT of NATS about `subject`. */
function jwt(issuer: Signer, subject: Signer, claims: Record<string, unknown>): string {
  const [iss, sub] = [issuer.getPublicKey(), subject.getPublicKey()];
  const body = { jti: sub, iat: 1, iss, sub, name: "test", nats: { ...claims, version: 2 } };
  const text = `${base64url({ typ: "JWT", alg: "ed25519-nkey" })}.${base64url(body)}`;
  return `${text}.${Buffer.from(issuer.sign(Buffer.from(text))).toString("base64url")}`;
}

describeWithNats("the link to NATS", () => {
  let folder: string;
  let server: NatsServer | undefined;
  let link: NatsLink | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(testFolder(), "nats-"));
  });
  afterEach(async () => {
    await link?.stop();
    await server?.kill();
  });

  /** Opens a link; gives what comes on its subject. */
  function open(url: string, credentialsFile?: string): string[] {
    const heard: string[] = [];
    link = new NatsLink({
      ...{ place: natsPlace.parse(url), credentialsFile },
      takers: { "rembuk.test": (bytes) => heard.push(Buffer.from(bytes).toString()) },
    });
    link.open();
    return heard;
  }

  async function until(isRight: (link: NatsLink) => boolean): Promise<void> {
    const late = AbortSignal.timeout(60_000);
    while (!isRight(link as NatsLink)) {
      if (late.aborted) throw new Error(`${link?.state}: ${link?.lastFailure}`);
      link?.check();
      await delay(20);
    }
  }

  const untilIs = (state: LinkState) => until((one) => one.state === state);

  /** Holds that what the link sends comes back. */
  async function works(heard: string[]): Promise<void> {
    await untilIs("answering");
    link?.publish("rembuk.test", Buffer.from("hello"));
    await until(() => heard.length > 0);
    expect(heard).toEqual(["hello"]);
  }

  /** Holds that the link is refused, with an error like this. */
  async function isRefused(reason: RegExp): Promise<void> {
    await until(({ lastFailure }) => lastFailure !== undefined);
    expect(link?.state).toBe("disconnected");
    expect(String(link?.lastFailure)).toMatch(reason);
  }

  const at = (login: string) => `nats://${login}@127.0.0.1:${server?.port}`;

  it("signs in with the user and password of its address, and with no other", async () => {
    server = await NatsServer.start(["--user", "hub", "--pass", "p@ss"]);
    await works(open(at("hub:p%40ss")));
    await link?.stop();
    open(at("hub:other"));
    await isRefused(/authorization/i);
  });

  it("signs in with a token", async () => {
    server = await NatsServer.start(["--auth", "t0ken"]);
    await works(open(at("t0ken")));
  });

  it("signs in with a file of credentials", async () => {
    const [operator, account, user] = [
      nkeys.createOperator(),
      nkeys.createAccount(),
      nkeys.createUser(),
    ];
    const all = { subs: -1, data: -1, payload: -1 };
    const limits = { ...all, imports: -1, exports: -1, wildcards: true, conn: -1, leaf: -1 };
    const config = join(folder, "operator.conf");
    const preload = `${account.getPublicKey()}: ${jwt(operator, account, { type: "account", limits })}`;
    writeFileSync(
      config,
      `operator: ${jwt(operator, operator, { type: "operator" })}
      resolver: MEMORY
      resolver_preload: { ${preload} }`,
    );
    const credentials = join(folder, "hub.creds");
    const [token, seed] = [jwt(account, user, { type: "user", ...all }), user.getSeed()];
    writeFileSync(
      credentials,
      `-----BEGIN NATS USER JWT-----\n${token}\n------END NATS USER JWT------\n\n` +
        `-----BEGIN USER NKEY SEED-----\n${Buffer.from(seed)}\n------END USER NKEY SEED------\n`,
    );
    server = await NatsServer.start(["-c", config]);
    await works(open(server.url, credentials));
    await link?.stop();
    open(server.url);
    await isRefused(/authorization/i);
  });

  it("is encrypted by tls://, with a certificate that is trusted, or not at all", async () => {
    const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
    const name = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"];
    const made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"];
    execFileSync("openssl", [...made, "-keyout", key, "-out", cert, ...name], { stdio: "ignore" });
    server = await NatsServer.start(["--tls", "--tlscert", cert, "--tlskey", key]);
    const address = server.url.replace("nats:", "tls:");
    open(address);
    await isRefused(/certificate/i);
    await link?.stop();
    const trusted = getCACertificates("default");
    setDefaultCACertificates([...trusted, readFileSync(cert, "utf8")]);
    await works(open(address));
    await link?.stop();
    setDefaultCACertificates(trusted);
    await server.kill();
    server = await NatsServer.start();
    open(server.url.replace("nats:", "tls:"));
    await isRefused(/tls/i);
  });

  it("notices that NATS is silent or gone, and comes back by itself", async () => {
    server = await NatsServer.start();
    const heard = open(server.url);
    await untilIs("answering");
    server.freeze();
    await untilIs("silent");
    server.thaw();
    await untilIs("answering");
    await server.kill();
    await untilIs("disconnected");
    // It is not kept for later.
    link?.publish("rembuk.test", Buffer.from("lost"));
    await server.restart();
    await works(heard);
  });

  it("uses the server of a cluster that answers", async () => {
    const [gone, frozen] = [await NatsServer.start(), await NatsServer.start()];
    await gone.kill();
    frozen.freeze();
    server = await NatsServer.start();
    await works(open([gone.url, frozen.url, server.url].join(",")));
    await frozen.kill();
  });
});
