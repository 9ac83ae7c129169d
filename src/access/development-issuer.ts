import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  randomUUID,
} from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SignJWT } from "jose";
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
  const privateKey = await storedKey(file).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    await mkdir(dataFolder, { recursive: true });
    await storeNewKey(file);
    return storedKey(file);
  });
  const publicKey = createPublicKey(privateKey);
  return {
    ...tokenVerifier(() => publicKey, rules),
    sign: (claims) => sign(claims, privateKey),
  };
}

/** Writes a new key to a temporary file and links it: the first of several processes wins for all. */
async function storeNewKey(file: string): Promise<void> {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const temporary = `${file}.${randomUUID()}`;
  try {
    const text = JSON.stringify(privateKey.export({ format: "jwk" }));
    await writeFile(temporary, text, { mode: 0o600, flag: "wx", flush: true });
    await link(temporary, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(temporary, { force: true });
  }
}

async function storedKey(file: string): Promise<KeyObject> {
  const text = await readFile(file, "utf8");
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
