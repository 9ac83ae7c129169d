import { createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";

/** An organisation's API key as it is made: the secret is shown once, the rest is stored. */
export interface IssuedKey {
  /** Public: names the key in lists and finds its row. */
  prefix: string;
  /** The whole key, as its holder sends it. */
  secret: string;
  /** SHA-256 of the whole key, in hex. No salt: 256 random bits cannot be guessed from it. */
  hash: string;
}

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const prefixLength = 12;
const checkLength = 6;

/** `rbk_`, the prefix, `_`, 32 random bytes, and a check that tells a mistyped key from a wrong one. */
const shape = /^(rbk_([0-9A-Za-z]{12})_[\w-]{43})([\w-]{6})$/;

/** A new key, unlike any other. */
export function makeApiKey(): IssuedKey {
  const pick = () => alphabet.charAt(randomInt(alphabet.length));
  const prefix = Array.from({ length: prefixLength }, pick).join("");
  const body = `rbk_${prefix}_${randomBytes(32).toString("base64url")}`;
  const secret = body + checkOf(body);
  return { prefix, secret, hash: hashOf(secret) };
}

/** What finds and proves a key; nothing when `text` is not an intact key of this hub's shape. */
export function parseApiKey(text: string): { prefix: string; hash: string } | undefined {
  const [, body, prefix, check] = shape.exec(text) ?? [];
  if (body === undefined || prefix === undefined || check !== checkOf(body)) return undefined;
  return { prefix, hash: hashOf(text) };
}

/** Whether two hashes are equal, in a time that does not say where they differ. */
export function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

const checkOf = (body: string): string =>
  createHash("sha256").update(body).digest("base64url").slice(0, checkLength);
