import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "@jest/globals";
import { type CryptoKey, exportJWK, generateKeyPair, type JWK } from "jose";
import { type ErrorCode, HubError } from "../../../src/platform/errors.js";

/** A key pair as an issuer holds it. */
export interface Signer {
  alg: string;
  kid: string;
  privateKey: CryptoKey;
  publicJwk: JWK;
}

/** A new key pair for this algorithm, named `kid`. */
export async function makeSigner(alg: string, kid: string): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair(alg);
  return { alg, kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, use: "sig" } };
}

/** An OIDC issuer on a free port of this machine, whose answers a test can change. */
export async function startIssuer() {
  const keys: JWK[] = [];
  const state = { keys, status: 200, named: "", keyFetches: 0, discoveries: 0 };
  const server = createServer((request, response) => {
    const isDiscovery = request.url === "/.well-known/openid-configuration";
    if (isDiscovery) state.discoveries += 1;
    else state.keyFetches += 1;
    const jwks_uri = `${url}/keys`;
    const body = isDiscovery ? { issuer: state.named, jwks_uri } : { keys: state.keys };
    response.writeHead(state.status, { "content-type": "application/json", connection: "close" });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  state.named = url;
  const close = () => new Promise((resolve) => server.close(resolve));
  return { url, state, close };
}

/** Expects that the token is refused with this code and reason, said in both languages. */
export async function expectRefusal(verifying: Promise<unknown>, code: ErrorCode, reason: RegExp) {
  const outcome = await verifying.then(
    () => "accepted",
    (error: unknown) => error,
  );
  if (!(outcome instanceof HubError)) throw new Error(`no refusal: ${String(outcome)}`);
  expect({ code: outcome.code, reason: outcome.text.en }).toEqual({
    code,
    reason: expect.stringMatching(reason),
  });
  expect(outcome.text.id).not.toBe(outcome.text.en);
  expect(Object.keys(outcome.toJSON()).sort()).toEqual(["extensions", "message"]);
  expect(outcome.extensions).toEqual({ code });
  return outcome;
}
