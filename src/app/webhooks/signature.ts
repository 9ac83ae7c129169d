import { createHmac } from "node:crypto";
import type { StoredSecret } from "../../domain/webhooks/index.js";
import type { Sealing } from "../../platform/sealing.js";

/** The content of one delivery. */
export interface Message {
  /** The same in each attempt at one change's delivery. */
  id: string;
  body: string;
}

interface SigningKey {
  key: Buffer;
  /** The time until which it signs, as `performance.now` counts. */
  until: number;
}

/**
 * Signs the deliveries of one webhook by Standard Webhooks: HMAC-SHA256 over id, time and body, by the key in
 * the secret. While one secret replaces another, the header has a signature by each.
 */
export class Signer {
  private readonly keys: readonly SigningKey[];

  /** Takes the webhook's secrets, the current one first. A former one whose key is gone signs no more. */
  constructor(sealing: Sealing, webhook: string, secrets: readonly StoredSecret[]) {
    const now = performance.now();
    this.keys = secrets
      .filter(({ sealed, forMs }) => forMs === null || sealing.canOpen(sealed))
      .map(({ sealed, forMs }) => ({
        key: Buffer.from(sealing.open(sealed, webhook).replace(/^whsec_/, ""), "base64"),
        until: forMs === null ? Number.POSITIVE_INFINITY : now + forMs,
      }));
  }

  /**
   * The headers of an attempt. The time is the attempt's, so that a receiver refuses what somebody recorded
   * and sends later.
   */
  headers({ id, body }: Message, now = new Date()): Record<string, string> {
    const timestamp = String(Math.floor(now.getTime() / 1000));
    const signing = this.keys.filter(({ until }) => performance.now() < until);
    const signatures = signing.map(
      ({ key }) =>
        `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`,
    );
    return {
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": signatures.join(" "),
    };
  }
}
