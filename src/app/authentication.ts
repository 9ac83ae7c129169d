import { parseApiKey, sameHash } from "../access/api-key.js";
import { type Viewer, visitor } from "../access/index.js";
import type { TokenClaims, TokenVerifier } from "../access/tokens.js";
import { viewerByKey, viewerByToken } from "../domain/stakeholders/index.js";
import { textHash } from "../ledger/index.js";
import { unauthenticated } from "../platform/errors.js";
import type { Database } from "../reading/index.js";

/** Verifies a credential and reads its holder's current roles. */
export type Authenticate = (credential: string | undefined) => Promise<Viewer>;

async function personOf(database: Database, claims: TokenClaims): Promise<Viewer> {
  const viewer = await viewerByToken(database, claims);
  return { ...viewer, holder: textHash(`${claims.issuer}\n${claims.subject}`) };
}

/**
 * The authentication of requesters: a visitor without a credential, else the bearer of a valid token or
 * API key. A bad credential is UNAUTHENTICATED and does not silently become a visitor.
 */
export function authentication(database: Database, tokens: TokenVerifier): Authenticate {
  return async (credential) => {
    if (credential === undefined) return visitor;
    const key = parseApiKey(credential);
    if (!key) return personOf(database, await tokens.verify(credential));
    const viewer = await viewerByKey(database, key.prefix, (hash) => sameHash(hash, key.hash));
    if (viewer) return { ...viewer, holder: `key ${viewer.keyId}` };
    throw unauthenticated({
      en: "The API key is unknown, expired or revoked.",
      id: "Kunci API tidak dikenal, kedaluwarsa, atau dicabut.",
    });
  };
}
