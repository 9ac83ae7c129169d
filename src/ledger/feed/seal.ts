import { createHmac, timingSafeEqual } from "node:crypto";

/** The length of the seal before the text: HMAC-SHA256. */
const sealBytes = 32;

const sealOf = (key: string, text: Uint8Array): Buffer =>
  createHmac("sha256", key).update(text).digest();

/** The bytes of a value as JSON, sealed by a key: who does not know it can neither make nor change them. */
export function sealed(value: unknown, key: string): Uint8Array {
  const text = Buffer.from(JSON.stringify(value));
  return Buffer.concat([sealOf(key, text), text]);
}

/** The value in these bytes; undefined where they are too many, not sealed by this key, or not JSON. */
export function unsealed(bytes: Uint8Array, key: string, mostBytes: number): unknown {
  if (bytes.length <= sealBytes || bytes.length > mostBytes) return undefined;
  const text = bytes.subarray(sealBytes);
  if (!timingSafeEqual(bytes.subarray(0, sealBytes), sealOf(key, text))) return undefined;
  try {
    return JSON.parse(Buffer.from(text).toString());
  } catch {
    return undefined;
  }
}
