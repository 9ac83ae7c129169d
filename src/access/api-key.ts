import { createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";

/** A new API key of an organisation. The secret is shown once; the rest is stored. */
export interface IssuedKey {
  /** The public part, which names the key in lists and finds its row. */
  prefix: string;
  /** The whole key, as its owner sends it. */
  secret: string;
  /** SHA-256 of the whole key, in hex. Without salt, as nobody can guess 256 random bits. */
  hash: string;
}

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const prefixLength = 12;
const checkLength = 6;

/** The form of a key: `rbk_`, the prefix, `_`, 32 random bytes, and a checksum against typing errors. */
const form = /^(rbk_([0-9A-Za-z]{12})_[\w-]{43})([\w-]{6})$/;

/** Makes a new random key. */
export function makeApiKey(): IssuedKey {
  const pick = () => alphabet.charAt(randomInt(alphabet.length));
  const prefix = Array.from({ length: prefixLength }, pick).join("");
  const body = `rbk_${prefix}_${randomBytes(32).toString("base64url")}`;
  const secret = body + checkOf(body);
  return { prefix, secret, hash: hashOf(secret) };
}

/** The prefix and hash of a key; undefined when the text is not an intact key. */
export function parseApiKey(text: string): { prefix: string; hash: string } | undefined {
  const [, body, prefix, check] = form.exec(text) ?? [];
  if (body === undefined || prefix === undefined || check !== checkOf(body)) return undefined;
  return { prefix, hash: hashOf(text) };
}

/** Compares two hashes in constant time, which does not reveal where they differ. */
export function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

const checkOf = (body: string): string =>
  createHash("sha256").update(body).digest("base64url").slice(0, checkLength);
