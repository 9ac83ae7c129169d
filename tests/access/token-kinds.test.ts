import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { TokenVerifier } from "../../src/access/tokens.js";
import { makeSigner, type Signer, startIssuer } from "../testkit/access/local-issuer.js";
import { nowSeconds, signedToken, verifierOf } from "../testkit/access/signed-tokens.js";
import { expectRefusal } from "../testkit/access/token-refusal.js";

let issuer: Awaited<ReturnType<typeof startIssuer>>;
let signer: Signer;
/** Of a hub whose provider marks no token, and of one whose provider marks access tokens. */
let lenient: TokenVerifier;
let strict: TokenVerifier;

beforeAll(async () => {
  signer = await makeSigner("ES256", "first");
  issuer = await startIssuer();
  issuer.state.keys = [signer.publicJwk];
  lenient = verifierOf(issuer.url, undefined);
  strict = verifierOf(issuer.url, undefined, "at+jwt");
});
afterAll(() => issuer.close());

const token = (claims: Record<string, unknown>, typ: unknown = "JWT") =>
  signedToken(issuer.url, signer, claims, { typ });

/** The claims that RFC 9068 requires of an access token, beside those of every token. */
const marked = () => ({ client_id: "portal", iat: nowSeconds() });

const both = () => [lenient, strict];

describe("A token that its issuer marks as an access token (RFC 9068)", () => {
  it.each(["at+jwt", "application/at+jwt", "AT+JWT"])("holds with the type %s", async (typ) => {
    for (const verifier of both()) {
      await expect(verifier.verify(await token(marked(), typ))).resolves.toMatchObject({
        subject: "u-1",
      });
    }
  });

  it.each(["client_id", "sub", "exp", "iat", "aud", "iss"])("needs its %s", async (claim) => {
    const reason = new RegExp(`"${claim}" is missing|another audience|another issuer`);
    for (const verifier of both()) {
      const answer = verifier.verify(await token({ ...marked(), [claim]: undefined }, "at+jwt"));
      await expectRefusal(answer, "UNAUTHENTICATED", reason);
    }
  });

  it.each([7, "", null, ["portal"]])("does not hold with the client %j", async (client) => {
    const answer = strict.verify(await token({ ...marked(), client_id: client }, "at+jwt"));
    await expectRefusal(answer, "UNAUTHENTICATED", /"client_id" is missing or not acceptable/);
  });
});

describe("A token without that mark", () => {
  it.each([undefined, "JWT", "application/jwt"])(
    "does not hold with the type %s where the provider marks access tokens",
    async (typ) => {
      const unmarked = await signedToken(issuer.url, signer, marked(), { typ });
      await expectRefusal(strict.verify(unmarked), "UNAUTHENTICATED", /"typ" is missing or not/);
      await expect(lenient.verify(unmarked)).resolves.toBeDefined();
    },
  );

  it.each(["logout+jwt", "dpop+jwt", "id+jwt", "", 7])(
    "never holds with the type %j",
    async (typ) => {
      for (const verifier of both()) {
        const answer = verifier.verify(await token(marked(), typ));
        await expectRefusal(answer, "UNAUTHENTICATED", /"typ" is missing or not acceptable/);
      }
    },
  );

  it.each<[string, Record<string, unknown>]>([
    ["a nonce", { nonce: "n-0S6_WzA2Mj" }],
    ["the hash of an access token", { at_hash: "MTIzNDU2Nzg5MDEyMzQ1Ng" }],
    ["the hash of a code", { c_hash: "MTIzNDU2Nzg5MDEyMzQ1Ng" }],
    ["the hash of a state", { s_hash: "MTIzNDU2Nzg5MDEyMzQ1Ng" }],
    ["Keycloak's mark of ID tokens", { typ: "ID" }],
    ["Keycloak's mark of refresh tokens", { typ: "Refresh", nonce: "n" }],
    ["Cognito's mark of ID tokens", { token_use: "id" }],
    ["two marks that contradict", { typ: "Bearer", token_use: "id" }],
  ])("does not hold when it has %s: it is an ID token or another one", async (_, claims) => {
    const answer = lenient.verify(await token(claims));
    await expectRefusal(answer, "UNAUTHENTICATED", /not an access token/);
  });

  it.each<[string, Record<string, unknown>]>([
    ["Keycloak's", { typ: "Bearer", azp: "portal" }],
    ["an older Keycloak's, which repeats the nonce", { typ: "Bearer", nonce: "n", azp: "portal" }],
    ["Cognito's", { token_use: "access", client_id: "portal" }],
  ])("holds when it is %s", async (_, claims) => {
    await expect(lenient.verify(await token(claims))).resolves.toMatchObject({ subject: "u-1" });
  });
});
