import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type CryptoKey, exportJWK, generateKeyPair, type JWK } from "jose";

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

/** An OIDC issuer on a free port of one of this machine's addresses, whose answers a test can change. */
export async function startIssuer(host = "127.0.0.1") {
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
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  state.named = url;
  const close = () => new Promise((resolve) => server.close(resolve));
  return { url, state, close };
}
