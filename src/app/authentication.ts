import { parseApiKey, sameHash } from "../access/api-key.js";
import { type Viewer, visitor } from "../access/index.js";
import type { TokenClaims, TokenVerifier } from "../access/tokens.js";
import {
  viewerByKey,
  viewerByToken,
  viewerByTokenWithin,
  viewerOfKeyWithin,
} from "../domain/stakeholders/index.js";
import { textHash } from "../ledger/index.js";
import { unauthenticated } from "../platform/errors.js";
import type { Database } from "../reading/index.js";

/** Verifies credentials and reads their holder's current roles. */
export type Authenticate = (credentials: readonly string[]) => Promise<Viewer>;

async function personOf(database: Database, claims: TokenClaims): Promise<Viewer> {
  const held = { holder: textHash(`${claims.issuer}\n${claims.subject}`) };
  const asOfNow: Viewer["asOfNow"] = async (transaction) => ({
    ...(await viewerByTokenWithin(transaction, claims)),
    ...held,
  });
  return { ...(await viewerByToken(database, claims)), ...held, asOfNow };
}

const noKey = () =>
  unauthenticated({
    en: "The API key is unknown, expired or revoked.",
    id: "Kunci API tidak dikenal, kedaluwarsa, atau dicabut.",
  });

async function keyOf(
  database: Database,
  { prefix, hash: given }: NonNullable<ReturnType<typeof parseApiKey>>,
): Promise<Viewer> {
  const viewer = await viewerByKey(database, prefix, (hash) => sameHash(hash, given));
  if (!viewer?.keyId) throw noKey();
  const { keyId } = viewer;
  const held = { holder: `key ${keyId}` };
  const asOfNow: Viewer["asOfNow"] = async (transaction) => {
    const now = await viewerOfKeyWithin(transaction, keyId);
    if (!now) throw noKey();
    return { ...now, ...held };
  };
  return { ...viewer, ...held, asOfNow };
}

/**
 * The authentication of requesters: a visitor without a credential, else the bearer of a valid token or
 * API key. Of several credentials each must hold, until the first of them expires; the viewer is the
 * first one's holder, who gets no rights by the others. A bad credential is UNAUTHENTICATED and does not
 * silently become a visitor.
 */
export function authentication(
  database: Database,
  tokens: TokenVerifier,
  /** Called after a holder's roles were read, before they are used. */
  onRead: () => Promise<void> = async () => {},
): Authenticate {
  const viewerOf = async (credential: string): Promise<Viewer> => {
    const key = parseApiKey(credential);
    return key ? keyOf(database, key) : personOf(database, await tokens.verify(credential));
  };
  return async (credentials) => {
    const [viewer, ...others] = await Promise.all(credentials.map(viewerOf));
    if (!viewer) return visitor;
    await onRead();
    return others.reduce(untilExpiryOf, viewer);
  };
}

/** The viewer, until `other` expires too. */
const untilExpiryOf = (viewer: Viewer, { expiresAt }: Viewer): Viewer =>
  expiresAt && !(viewer.expiresAt && viewer.expiresAt <= expiresAt)
    ? { ...viewer, expiresAt }
    : viewer;
