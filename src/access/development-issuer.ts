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

/** Signs and verifies the tokens of a hub that has no OIDC issuer. Never for production. */
export interface DevelopmentIssuer extends TokenVerifier {
  /**
   * A token for the person with this e-mail address, which is its subject too. It lives for 12
   * hours unless `expiresInSeconds` says otherwise; a negative number gives an expired token.
   */
  sign(claims: DevelopmentClaims): Promise<string>;
}

/** What a development token says. */
export interface DevelopmentClaims {
  email: string;
  /** A platform operator; false when absent. */
  operator?: boolean;
  expiresInSeconds?: number;
  /** The hub's own when absent; another gives a token that the hub refuses. */
  audience?: string;
}

const algorithm = "ES256";

const rules: TokenRules = {
  issuer: "urn:rembuk:development",
  audience: "rembuk",
  algorithms: [algorithm],
  operatorClaim: "rembuk_operator",
  clockSkewSeconds: 0,
};

const defaultLifeSeconds = 12 * 60 * 60;

/**
 * The development issuer of a data folder. Its key pair is made at first use and kept in
 * `development-issuer.json`, which only its owner may read; all processes on one folder share it.
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

/** Writes a new key aside and links it, so that the first of several processes wins for all. */
async function storeNewKey(file: string): Promise<void> {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const aside = `${file}.${randomUUID()}`;
  try {
    const text = JSON.stringify(privateKey.export({ format: "jwk" }));
    await writeFile(aside, text, { mode: 0o600, flag: "wx", flush: true });
    await link(aside, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(aside, { force: true });
  }
}

async function storedKey(file: string): Promise<KeyObject> {
  const text = await readFile(file, "utf8");
  try {
    const key = createPrivateKey({ key: JSON.parse(text) as JsonWebKey, format: "jwk" });
    if (key.asymmetricKeyDetails?.namedCurve === "prime256v1") return key;
  } catch {
    // What the parser says would quote the key; the sentence below is what helps.
  }
  throw new Error(`${file} holds no P-256 private key; delete it, and a new one is made.`);
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
