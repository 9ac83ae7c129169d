import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import { z } from "zod";
import type { Config } from "../platform/config.js";
import { type HubError, type Text, unauthenticated, unavailable } from "../platform/errors.js";

/** The claims of a verified bearer token. */
export interface TokenClaims {
  issuer: string;
  /** The issuer's permanent name of the bearer: 1 to 255 characters, no control characters. */
  subject: string;
  /**
   * In lower case. Absent unless the issuer says that it is verified (`email_verified`), when it is not
   * an address, and when it is not ASCII: outside of ASCII, lower-casing maps distinct letters, and so
   * people, to one.
   */
  email: string | undefined;
  /** True if the operator claim is the boolean true. */
  operator: boolean;
  /** The token's `exp`, without the clock skew that the hub allows. */
  expiresAt: Date;
}

/** Verifies bearer tokens. */
export interface TokenVerifier {
  /**
   * The claims of a token. Throws UNAUTHENTICATED with the reason when the token is not valid, and
   * UNAVAILABLE when the issuer's keys cannot be fetched; `cause` is then the reason, for the log only.
   */
  verify(token: string): Promise<TokenClaims>;
}

/**
 * The accepted types (`typ`) of tokens. `at+jwt`: only access tokens that their issuer marks as such (RFC
 * 9068). `any`: also those that it does not mark, unless something else marks them as another token.
 */
export type AccessTokenType = "any" | "at+jwt";

/** The rules for a token, in addition to its signature. */
export interface TokenRules {
  issuer: string;
  audience: string;
  /** The accepted signature algorithms. */
  algorithms: string[];
  accessTokenType: AccessTokenType;
  /** The claim that makes the bearer a platform operator when it is true. */
  operatorClaim: string;
  /** The allowed difference between the issuer's clock and the hub's. */
  clockSkewSeconds: number;
}

/** Maximum length of a token in characters. A token with dozens of roles is far shorter. */
const maxTokenLength = 8192;

/** Algorithms with a key pair only: with a shared secret, every verifier could also sign. */
const keyPairAlgorithms = [
  ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  ...["ES256", "ES384", "ES512", "EdDSA", "Ed25519"],
];

/** The types of tokens that their issuer marks as access tokens (RFC 9068). */
const markedTypes = ["at+jwt", "application/at+jwt"];

/** The types of tokens without a mark. Logout, DPoP and other tokens have other types. */
const unmarkedTypes = [undefined, "jwt", "application/jwt"];

/**
 * Claims of ID tokens (OpenID Connect Core, 2 and 3.3.2.11), which tell a client who signed in. An ID
 * token that a client passed on, or lost, must not open the hub.
 */
const idTokenClaims = ["nonce", "at_hash", "c_hash", "s_hash"];

/** Claims in which Keycloak and Cognito say what a token is, and their values in access tokens. */
const kindClaims = { typ: "bearer", token_use: "access" };

/** Timeout for the issuer's discovery document, the same as for its keys. */
const discoveryTimeoutMs = 5000;

const malformed: Text = {
  en: "The credential is neither an intact access token nor an intact API key.",
  id: "Kredensial ini bukan token akses yang utuh dan bukan pula kunci API yang utuh.",
};
const unknownSigner: Text = {
  en: "The token is not signed by a known key of its issuer.",
  id: "Token tidak ditandatangani dengan kunci penerbit yang dikenal.",
};
const idToken: Text = {
  en: "The token is not an access token. Send the access token, not the ID token or another one.",
  id: "Token ini bukan token akses. Kirim token akses, bukan token ID atau token lain.",
};
const unreachableIssuer: Text = {
  en: "The token cannot be checked now: the issuer's keys cannot be fetched. Try again later.",
  id: "Token belum dapat diperiksa: kunci penerbit tidak dapat diambil. Coba lagi nanti.",
};
/** The reason for jose's error codes. A code that is absent here is not a fault of the token. */
const reasonByCode: Record<string, Text> = {
  ERR_JWS_INVALID: malformed,
  ERR_JWT_INVALID: malformed,
  ERR_JOSE_NOT_SUPPORTED: malformed,
  ERR_JOSE_ALG_NOT_ALLOWED: unknownSigner,
  ERR_JWKS_NO_MATCHING_KEY: unknownSigner,
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: unknownSigner,
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: {
    en: "The token does not say which of its issuer's keys signed it (`kid`).",
    id: "Token tidak menyebut kunci penerbit mana yang menandatanganinya (`kid`).",
  },
  ERR_JWT_EXPIRED: {
    en: "The token has expired; sign in again.",
    id: "Token sudah kedaluwarsa; silakan masuk kembali.",
  },
};

/** The reason for a refused claim, by its name. */
const reasonByClaim: Record<string, Text> = {
  aud: {
    en: "The token is meant for another audience than this hub.",
    id: "Token ditujukan untuk audiens lain, bukan untuk hub ini.",
  },
  iss: {
    en: "The token comes from another issuer than the one this hub trusts.",
    id: "Token berasal dari penerbit lain, bukan penerbit yang dipercaya hub ini.",
  },
  nbf: { en: "The token is not valid yet.", id: "Token belum berlaku." },
  iat: {
    en: 'The token\'s "iat" is missing, or lies in the future.',
    id: '"iat" pada token tidak ada, atau berada di masa depan.',
  },
};

const badClaim = (claim: string): Text =>
  reasonByClaim[claim] ?? {
    en: `The token's "${claim}" is missing or not acceptable.`,
    id: `"${claim}" pada token tidak ada atau tidak dapat diterima.`,
  };

/** A verifier of tokens that follow `rules`; `keyFor` gives the signer's key. */
export function tokenVerifier(keyFor: JWTVerifyGetKey, rules: TokenRules): TokenVerifier {
  const { issuer, audience, algorithms, clockSkewSeconds: clockTolerance } = rules;
  const options = { issuer, audience, algorithms, clockTolerance };
  return {
    async verify(token) {
      if (token.length > maxTokenLength) throw unauthenticated(malformed);
      const { payload, protectedHeader } = await jwtVerify(token, keyFor, options).catch(refuse);
      checkKind(payload, protectedHeader.typ, rules);
      checkIssuedAt(payload, clockTolerance);
      return claimsOf(payload, rules);
    },
  };
}

/**
 * The verifier of the configured OIDC issuer's access tokens. It fetches the issuer's keys for the first
 * token, caches them for ten minutes, and fetches them again for an unknown key, at most every 30
 * seconds: a new key of the issuer needs no restart.
 */
export function oidcVerifier(oidc: NonNullable<Config["oidc"]>): TokenVerifier {
  let keySet: Promise<JWTVerifyGetKey> | undefined;
  const forget = (error: unknown): never => {
    keySet = undefined;
    throw error;
  };
  const keyFor: JWTVerifyGetKey = async (header, token) => {
    keySet ??= keysAddress(oidc).then((address) => createRemoteJWKSet(address), forget);
    return (await keySet)(header, token);
  };
  return tokenVerifier(keyFor, { ...oidc, algorithms: keyPairAlgorithms });
}

/** The address of the issuer's keys: as configured, or from the issuer's discovery document. */
async function keysAddress({ issuer, jwksUrl }: NonNullable<Config["oidc"]>): Promise<URL> {
  if (jwksUrl !== undefined) return new URL(jwksUrl);
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const signal = AbortSignal.timeout(discoveryTimeoutMs);
  const response = await fetch(address, { redirect: "error", signal });
  if (!response.ok) throw new Error(`${address} answered with the status ${response.status}`);
  const discovered = z.object({ issuer: z.literal(issuer), jwks_uri: z.url() });
  return new URL(discovered.parse(await response.json()).jwks_uri);
}

function refuse(error: unknown): never {
  throw refusalOf(error);
}

function refusalOf(error: unknown): HubError {
  if (error instanceof errors.JWTClaimValidationFailed) {
    return unauthenticated(badClaim(error.claim));
  }
  const reason = error instanceof errors.JOSEError ? reasonByCode[error.code] : undefined;
  if (reason) return unauthenticated(reason);
  return Object.assign(unavailable(unreachableIssuer), { cause: error });
}

/** Throws UNAUTHENTICATED for a token that is not an access token. */
function checkKind(payload: JWTPayload, typ: unknown, { accessTokenType }: TokenRules): void {
  const type = typeof typ === "string" ? typ.toLowerCase() : typ;
  if (markedTypes.some((marked) => marked === type)) {
    checkMarked(payload);
    return;
  }
  if (accessTokenType === "at+jwt" || !unmarkedTypes.some((unmarked) => unmarked === type)) {
    throw unauthenticated(badClaim("typ"));
  }
  const kinds = Object.entries(kindClaims).filter(([claim]) => payload[claim] !== undefined);
  const isOther = kinds.some(([claim, kind]) => String(payload[claim]).toLowerCase() !== kind);
  // Keycloak repeats the nonce in access tokens, which it marks by their kind.
  const isIdToken = kinds.length === 0 && idTokenClaims.some((claim) => claim in payload);
  if (isOther || isIdToken) throw unauthenticated(idToken);
}

/** Throws UNAUTHENTICATED when a marked access token lacks a claim that RFC 9068 requires. */
function checkMarked(payload: JWTPayload): void {
  const { client_id: client, iat } = payload;
  if (typeof client !== "string" || client === "") throw unauthenticated(badClaim("client_id"));
  if (iat === undefined) throw unauthenticated(badClaim("iat"));
}

/** Throws UNAUTHENTICATED for a token of the future. jose checks the claim's type, but not its time. */
function checkIssuedAt({ iat = 0 }: JWTPayload, clockSkewSeconds: number): void {
  if (iat > Date.now() / 1000 + clockSkewSeconds) throw unauthenticated(badClaim("iat"));
}

function claimsOf(payload: JWTPayload, { issuer, operatorClaim }: TokenRules): TokenClaims {
  const { sub: subject, exp } = payload;
  if (typeof subject !== "string" || !/^\P{Cc}{1,255}$/u.test(subject)) {
    throw unauthenticated(badClaim("sub"));
  }
  // An absent expiry, or one that is out of range, gives an invalid date.
  const expiresAt = new Date(Number(exp) * 1000);
  if (Number.isNaN(expiresAt.getTime())) throw unauthenticated(badClaim("exp"));
  return {
    issuer,
    subject,
    email: emailOf(payload),
    operator: payload[operatorClaim] === true,
    expiresAt,
  };
}

function emailOf({ email, email_verified: verified }: JWTPayload): string | undefined {
  // Some issuers write the flag as a text.
  const isVerified = verified === true || verified === "true";
  const isAddress = typeof email === "string" && /^[!-?A-~]{1,64}@[!-?A-~]{1,189}$/.test(email);
  return isAddress && isVerified ? email.toLowerCase() : undefined;
}
