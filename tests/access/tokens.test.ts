import { createHmac, createPublicKey } from "node:crypto";
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from "@jest/globals";
import fc from "fast-check";
import type { JWK } from "jose";
import type { TokenVerifier } from "../../src/access/tokens.js";
import { makeSigner, type Signer, startIssuer } from "../testkit/access/local-issuer.js";
import {
  audience,
  clockSkewSeconds,
  nowSeconds,
  signedToken,
  verifierOf,
} from "../testkit/access/signed-tokens.js";
import { expectRefusal } from "../testkit/access/token-refusal.js";
import { anyText } from "../testkit/random/any-text.js";

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

let issuer: Awaited<ReturnType<typeof startIssuer>>;
let signer: Signer;
let stranger: Signer;
let verifier: TokenVerifier;

beforeAll(async () => {
  signer = await makeSigner("RS256", "first");
  stranger = await makeSigner("RS256", "first");
});

beforeEach(async () => {
  issuer = await startIssuer();
  issuer.state.keys = [signer.publicJwk];
  verifier = verifierOf(issuer.url, `${issuer.url}/keys`);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await issuer.close();
});

/** A token that holds, but for what `claims` and `header` change; undefined removes. */
const token = (
  claims: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
  by: Signer = signer,
) => signedToken(issuer.url, by, claims, header);

describe("A token of the configured issuer", () => {
  it("says who its bearer is, with the e-mail address in lower case", async () => {
    const exp = nowSeconds() + 60;
    const email = "Siti@Disnaker-Lebak.example";
    const claims = { exp, email, email_verified: true, aud: ["other", audience] };
    expect(await verifier.verify(await token(claims))).toEqual({
      issuer: issuer.url,
      subject: "u-1",
      email: "siti@disnaker-lebak.example",
      operator: false,
      expiresAt: new Date(exp * 1000),
    });
  });

  it("makes an operator only by a claim that is the boolean true", async () => {
    const operatorBy = async (claim: unknown) =>
      (await verifier.verify(await token({ rembuk_operator: claim }))).operator;
    expect(await operatorBy(true)).toBe(true);
    for (const claim of ["true", 1, {}, null, false]) expect(await operatorBy(claim)).toBe(false);
  });

  it("gives an e-mail address that the issuer has verified, and no other", async () => {
    const email = "ani@bapperida.example";
    const emailOf = async (claims: object) =>
      (await verifier.verify(await token({ ...claims }))).email;
    expect(await emailOf({ email, email_verified: true })).toBe(email);
    expect(await emailOf({ email, email_verified: "true" })).toBe(email);
    for (const flag of [undefined, null, false, "false", 1, "yes", "TRUE", "", {}, [true]]) {
      expect(await emailOf({ email, email_verified: flag })).toBeUndefined();
    }
    // U+212A, the Kelvin sign, becomes an ordinary k in lower case.
    for (const other of ["\u212Aadis@x.example", "a@b@c", "a\u0000@b.example", "nobody", 7, {}]) {
      expect(await emailOf({ email: other, email_verified: true })).toBeUndefined();
    }
  });

  it.each(["PS256", "ES256", "ES384", "EdDSA"])("holds when it is signed by %s", async (alg) => {
    const other = await makeSigner(alg, "second");
    issuer.state.keys = [signer.publicJwk, other.publicJwk];
    await expect(verifier.verify(await token({}, {}, other))).resolves.toMatchObject({
      subject: "u-1",
    });
  });

  it.each([undefined, "JWT", "application/jwt"])("holds with the type %s", async (typ) => {
    await expect(verifier.verify(await token({}, { typ }))).resolves.toBeDefined();
  });

  it("may miss the hub's clock by the allowed skew and no more", async () => {
    const [inside, outside] = [clockSkewSeconds - 10, clockSkewSeconds + 10];
    await expect(
      verifier.verify(await token({ exp: nowSeconds() - inside })),
    ).resolves.toBeDefined();
    await expect(
      verifier.verify(await token({ nbf: nowSeconds() + inside })),
    ).resolves.toBeDefined();
    await expect(
      verifier.verify(await token({ iat: nowSeconds() + inside })),
    ).resolves.toBeDefined();
    const expired = verifier.verify(await token({ exp: nowSeconds() - outside }));
    await expectRefusal(expired, "UNAUTHENTICATED", /has expired/);
    const early = verifier.verify(await token({ nbf: nowSeconds() + outside }));
    await expectRefusal(early, "UNAUTHENTICATED", /not valid yet/);
    const future = verifier.verify(await token({ iat: nowSeconds() + outside }));
    await expectRefusal(future, "UNAUTHENTICATED", /"iat" is missing, or lies in the future/);
  });
});

describe("A token is refused with its reason", () => {
  it.each<[string, Record<string, unknown>, RegExp]>([
    ["meant for another audience", { aud: "portal" }, /another audience/],
    ["meant for several others", { aud: ["portal", `${audience}-2`] }, /another audience/],
    ["meant for nobody in particular", { aud: undefined }, /another audience/],
    ["meant for an empty list", { aud: [] }, /another audience/],
    ["meant for the hub within a list", { aud: [[audience]] }, /another audience/],
    ["of another issuer", { iss: "https://elsewhere.example" }, /another issuer/],
    ["of an issuer written as a list", { iss: ["x"] }, /another issuer/],
    ["without an expiry", { exp: undefined }, /"exp" is missing/],
    ["with an expiry in words", { exp: "tomorrow" }, /"exp" is missing or not acceptable/],
    ["with an expiry that no calendar holds", { exp: 1e300 }, /"exp" is missing or not acceptable/],
    ["issued at a time in words", { iat: "now" }, /"iat" is missing/],
    ["valid from a time in words", { nbf: "now" }, /not valid yet/],
    ["without a subject", { sub: undefined }, /"sub" is missing/],
    ["with an empty subject", { sub: "" }, /"sub" is missing or not acceptable/],
    ["with a subject that is a number", { sub: 7 }, /"sub" is missing or not acceptable/],
    ["with a NUL in its subject", { sub: "u\u0000" }, /"sub" is missing or not acceptable/],
    ["with a subject of 256 characters", { sub: "u".repeat(256) }, /"sub" is missing or not/],
    ["longer than 8,192 characters", { roles: "r".repeat(8192) }, /neither an intact/],
  ])("when it is %s", async (_, claims, reason) => {
    await expectRefusal(verifier.verify(await token(claims)), "UNAUTHENTICATED", reason);
  });

  it.each<[string, Record<string, unknown>]>([
    ["b64", { b64: false, crit: ["b64"] }],
    ["an extension that nobody knows", { crit: ["urn:new"], "urn:new": 1 }],
    ["an extension that is missing", { crit: ["exp"] }],
    ["nothing", { crit: [] }],
    ["a word", { crit: "exp" }],
  ])("when its header has %s as critical", async (_, header) => {
    const [, payload, signature] = (await token()).split(".");
    const { alg, kid } = signer;
    const critical = encode({ alg, kid, typ: "JWT", ...header });
    const answer = verifier.verify(`${critical}.${payload}.${signature}`);
    await expectRefusal(answer, "UNAUTHENTICATED", /neither an intact|not signed by a known/);
  });

  it("when its payload was altered after signing", async () => {
    const [header, payload = "", signature] = (await token()).split(".");
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as object;
    const altered = encode({ ...claims, rembuk_operator: true });
    const answer = verifier.verify(`${header}.${altered}.${signature}`);
    await expectRefusal(answer, "UNAUTHENTICATED", /not signed by a known key/);
  });

  it("when a stranger signed it under the issuer's key id, or put a key of theirs into it", async () => {
    const { alg, kid, publicJwk: jwk } = stranger;
    for (const header of [
      { kid },
      { kid: undefined },
      { kid, jwk },
      { alg, kid, jku: "http://x" },
    ]) {
      const answer = verifier.verify(await token({}, header, stranger));
      await expectRefusal(answer, "UNAUTHENTICATED", /not signed by a known key/);
    }
  });

  it("when it has no signature (alg none), before any key is fetched", async () => {
    const [, payload] = (await token()).split(".");
    for (const alg of ["none", "None", "NONE"]) {
      const answer = verifier.verify(`${encode({ alg, typ: "JWT" })}.${payload}.`);
      await expectRefusal(answer, "UNAUTHENTICATED", /not signed by a known key/);
    }
    expect(issuer.state.keyFetches).toBe(0);
  });

  it("when the issuer's public key served as a shared secret (HS256)", async () => {
    const [, payload] = (await token()).split(".");
    const publicKey = createPublicKey({ key: signer.publicJwk, format: "jwk" });
    const pem = publicKey.export({ type: "spki", format: "pem" });
    const secrets = [pem, JSON.stringify(signer.publicJwk), signer.publicJwk.n ?? ""];
    for (const secret of secrets) {
      const signed = `${encode({ alg: "HS256", kid: signer.kid, typ: "JWT" })}.${payload}`;
      const signature = createHmac("sha256", secret).update(signed).digest("base64url");
      const answer = verifier.verify(`${signed}.${signature}`);
      await expectRefusal(answer, "UNAUTHENTICATED", /not signed by a known key/);
    }
  });

  it("when its algorithm is not the one that its key is for", async () => {
    issuer.state.keys = [{ ...signer.publicJwk, alg: "PS256" }];
    const answer = verifier.verify(await token());
    await expectRefusal(answer, "UNAUTHENTICATED", /not signed by a known key/);
  });

  it("when it names no key and the issuer has several of its kind", async () => {
    const other = await makeSigner("RS256", "second");
    issuer.state.keys = [signer.publicJwk, other.publicJwk];
    const answer = verifier.verify(await token({}, { kid: undefined }));
    await expectRefusal(answer, "UNAUTHENTICATED", /does not say which/);
  });

  it("whatever its shape is", async () => {
    const header = fc.record(
      {
        alg: fc.oneof(fc.constantFrom("RS256", "ES256", "none", "HS256"), fc.jsonValue()),
        kid: fc.oneof(fc.constant(signer.kid), fc.jsonValue()),
        typ: fc.jsonValue(),
        crit: fc.oneof(fc.constant(["b64"]), fc.jsonValue()),
        b64: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const part = fc.oneof(fc.jsonValue().map(encode), fc.string(), fc.base64String());
    const shaped = fc.tuple(fc.oneof(header.map(encode), part), part, part);
    const text = fc.oneof(
      anyText(),
      shaped.map((parts) => parts.join(".")),
    );
    const refused = async (credential: string) => {
      await expectRefusal(verifier.verify(credential), "UNAUTHENTICATED", /./);
    };
    await fc.assert(fc.asyncProperty(text, refused), { numRuns: 500 });
  });
});

describe("The issuer's keys", () => {
  it("are fetched once for many tokens, from the address that discovery names", async () => {
    const discovering = verifierOf(issuer.url, undefined);
    const tokens = await Promise.all([token(), token(), token()]);
    await Promise.all(tokens.map((each) => discovering.verify(each)));
    await discovering.verify(await token());
    expect(issuer.state).toMatchObject({ discoveries: 1, keyFetches: 1 });
  });

  it("are found for an issuer whose name ends in a slash", async () => {
    issuer.state.named = `${issuer.url}/`;
    const answer = verifierOf(`${issuer.url}/`, undefined).verify(
      await token({ iss: `${issuer.url}/` }),
    );
    await expect(answer).resolves.toBeDefined();
  });

  it("are taken from no discovery document of another issuer, and looked for again", async () => {
    const discovering = verifierOf(issuer.url, undefined);
    issuer.state.named = "https://elsewhere.example";
    const answer = discovering.verify(await token());
    const error = await expectRefusal(answer, "UNAVAILABLE", /keys cannot be fetched/);
    expect(String(error.cause)).toContain("issuer");
    expect(issuer.state.keyFetches).toBe(0);
    issuer.state.named = issuer.url;
    await expect(discovering.verify(await token())).resolves.toBeDefined();
  });

  it.each([true, false])("may fail and come back (by discovery: %s)", async (byDiscovery) => {
    const chosen = verifierOf(issuer.url, byDiscovery ? undefined : `${issuer.url}/keys`);
    issuer.state.status = 503;
    await expectRefusal(chosen.verify(await token()), "UNAVAILABLE", /Try again later/);
    issuer.state.status = 200;
    await expect(chosen.verify(await token())).resolves.toBeDefined();
  });

  it("that cannot be reached make the hub unavailable, with the cause for the log alone", async () => {
    const signed = await token();
    await issuer.close();
    const error = await expectRefusal(verifier.verify(signed), "UNAVAILABLE", /Try again later/);
    expect(String(error.cause)).toContain("fetch failed");
    issuer = await startIssuer();
  });

  it.each<[string, JWK]>([
    ["not on their curve", { kty: "EC", crv: "P-256", x: "AA", y: "AA" }],
    ["too short to trust", { kty: "RSA", n: "w".repeat(171), e: "AQAB" }],
  ])("that are %s are the issuer's fault, not the token's", async (_, jwk) => {
    issuer.state.keys = [{ ...jwk, kid: "broken" }];
    const alg = jwk.kty === "EC" ? "ES256" : "RS256";
    const [, payload, signature] = (await token()).split(".");
    const answer = verifier.verify(`${encode({ alg, kid: "broken" })}.${payload}.${signature}`);
    await expectRefusal(answer, "UNAVAILABLE", /keys cannot be fetched/);
  });

  it("may be rotated: a new key is taken once the cooldown is over, without a restart", async () => {
    await verifier.verify(await token());
    const next = await makeSigner("ES256", "next");
    issuer.state.keys = [next.publicJwk];
    const renewed = await token({}, {}, next);
    // Unknown key ids must not make the hub hammer its issuer.
    await expectRefusal(verifier.verify(renewed), "UNAUTHENTICATED", /not signed by a known key/);
    expect(issuer.state.keyFetches).toBe(1);
    const later = Date.now() + 31_000;
    jest.spyOn(Date, "now").mockReturnValue(later);
    await expect(verifier.verify(renewed)).resolves.toMatchObject({ subject: "u-1" });
    expect(issuer.state.keyFetches).toBe(2);
    const retired = verifier.verify(await token({ exp: nowSeconds() + 60 }));
    await expectRefusal(retired, "UNAUTHENTICATED", /not signed by a known key/);
  });
});
