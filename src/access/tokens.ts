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
   * In lower case. Absent when the issuer says that it is not verified, when it is not an address, and
   * when it is not ASCII: outside of ASCII, lower-casing maps distinct letters, and so people, to one.
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

/** The rules for a token, in addition to its signature. */
export interface TokenRules {
  issuer: string;
  audience: string;
  /** The accepted signature algorithms. */
  algorithms: string[];
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

/** The types (`typ`) of access tokens. Logout, DPoP and other tokens have other types. */
const accessTokenTypes = ["jwt", "application/jwt", "at+jwt", "application/at+jwt"];

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
const unreachableIssuer: Text = {
  en: "The token cannot be checked now: the issuer's keys cannot be had. Try again later.",
  id: "Token belum dapat diperiksa: kunci penerbit tidak dapat diambil. Coba lagi nanti.",
};
const malformedAuthorization: Text = {
  en: "The Authorization header must be `Bearer` and one token or API key.",
  id: "Header Authorization harus berupa `Bearer` dan satu token atau kunci API.",
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
      if (!isAccessToken(protectedHeader.typ)) throw unauthenticated(badClaim("typ"));
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

/**
 * The credential of an `Authorization` header; undefined when the header is absent. Throws
 * UNAUTHENTICATED for a scheme other than Bearer (RFC 6750) and for a malformed header.
 */
export function bearerOf(authorization: string | undefined): string | undefined {
  if (authorization === undefined) return undefined;
  const credential = /^Bearer +([\w\-.~+/]+=*)$/i.exec(authorization)?.[1];
  if (credential === undefined) throw unauthenticated(malformedAuthorization);
  return credential;
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

const isAccessToken = (type: unknown): boolean =>
  type === undefined || (typeof type === "string" && accessTokenTypes.includes(type.toLowerCase()));

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
  const denied = verified === false || verified === "false";
  const isAddress = typeof email === "string" && /^[!-?A-~]{1,64}@[!-?A-~]{1,189}$/.test(email);
  return isAddress && !denied ? email.toLowerCase() : undefined;
}
