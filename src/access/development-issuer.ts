import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
} from "node:crypto";
import { join } from "node:path";
import { SignJWT } from "jose";
import { madeOnce } from "../platform/made-once.js";
import { type TokenRules, type TokenVerifier, tokenVerifier } from "./tokens.js";

/** The issuer of a hub without an OIDC issuer: signs and verifies its tokens. Not for production. */
export interface DevelopmentIssuer extends TokenVerifier {
  /**
   * Signs a token for the person with this e-mail address, which is also its subject. It expires after
   * 12 hours, or after `expiresInSeconds`; a negative number gives an expired token.
   */
  sign(claims: DevelopmentClaims): Promise<string>;
}

/** The content of a development token. */
export interface DevelopmentClaims {
  email: string;
  /** Makes its bearer a platform operator; false when absent. */
  operator?: boolean;
  expiresInSeconds?: number;
  /** The hub's own when absent. The hub refuses a token for another audience. */
  audience?: string;
}

const algorithm = "ES256";

const rules: TokenRules = {
  issuer: "urn:rembuk:development",
  audience: "rembuk",
  algorithms: [algorithm],
  accessTokenType: "any",
  operatorClaim: "rembuk_operator",
  clockSkewSeconds: 0,
};

const defaultLifeSeconds = 12 * 60 * 60;

/**
 * Opens the development issuer of a data folder. Its key pair is made at the first use and stored in
 * `development-issuer.json`, which only its owner may read; all processes on the folder share it.
 * Throws when the folder cannot be written or the file holds no such key.
 */
export async function developmentIssuer(dataFolder: string): Promise<DevelopmentIssuer> {
  const file = join(dataFolder, "development-issuer.json");
  const privateKey = keyIn(await madeOnce(file, newKey), file);
  const publicKey = createPublicKey(privateKey);
  return {
    ...tokenVerifier(() => publicKey, rules),
    sign: (claims) => sign(claims, privateKey),
  };
}

const newKey = (): string =>
  JSON.stringify(
    generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" }),
  );

function keyIn(text: string, file: string): KeyObject {
  try {
    const key = createPrivateKey({ key: JSON.parse(text) as JsonWebKey, format: "jwk" });
    if (key.asymmetricKeyDetails?.namedCurve === "prime256v1") return key;
  } catch {
    // The message of the parser would quote the key.
  }
  throw new Error(`${file} holds no P-256 private key. Delete it; the next start makes a new one.`);
}

function sign(claims: DevelopmentClaims, privateKey: KeyObject): Promise<string> {
  const { operator = false, expiresInSeconds = defaultLifeSeconds, audience } = claims;
  const email = claims.email.toLowerCase();
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ email, email_verified: true, [rules.operatorClaim]: operator })
    .setProtectedHeader({ alg: algorithm, typ: "JWT" })
    .setIssuer(rules.issuer)
    .setSubject(email)
    .setAudience(audience ?? rules.audience)
    .setIssuedAt(now)
    .setExpirationTime(now + expiresInSeconds)
    .sign(privateKey);
}
