import { parseApiKey, sameHash } from "../access/api-key.js";
import { type Viewer, visitor } from "../access/index.js";
import type { TokenVerifier } from "../access/tokens.js";
import { viewerByKey, viewerByToken } from "../domain/stakeholders/index.js";
import { unauthenticated } from "../platform/errors.js";
import type { Database } from "../reading/index.js";

/** Verifies a credential and reads its holder's current roles. */
export type Authenticate = (credential: string | undefined) => Promise<Viewer>;

/**
 * The authentication of requesters: a visitor without a credential, else the bearer of a valid token or
 * API key. A bad credential is UNAUTHENTICATED and does not silently become a visitor.
 */
export function authentication(database: Database, tokens: TokenVerifier): Authenticate {
  return async (credential) => {
    if (credential === undefined) return visitor;
    const key = parseApiKey(credential);
    if (!key) return viewerByToken(database, await tokens.verify(credential));
    const viewer = await viewerByKey(database, key.prefix, (hash) => sameHash(hash, key.hash));
    if (viewer) return viewer;
    throw unauthenticated({
      en: "The API key is unknown, expired or revoked.",
      id: "Kunci API tidak dikenal, kedaluwarsa, atau dicabut.",
    });
  };
}
