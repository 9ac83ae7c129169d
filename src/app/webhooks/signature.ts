import { createHmac } from "node:crypto";

/** The content of one delivery. */
export interface Message {
  /** The same in each attempt at one change's delivery. */
  id: string;
  body: string;
}

/**
 * The headers of an attempt by Standard Webhooks: HMAC-SHA256 over id, time and body, by the key in the
 * secret. The time is the attempt's, so that a receiver refuses what somebody recorded and sends later.
 */
export function signedHeaders(
  { id, body }: Message,
  secret: string,
  now = new Date(),
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${signature}`,
  };
}
