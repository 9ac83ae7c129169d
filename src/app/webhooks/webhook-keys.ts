import { join } from "node:path";
import { sealSecrets } from "../../domain/webhooks/index.js";
import type { Config } from "../../platform/config.js";
import type { Logger } from "../../platform/logger.js";
import { madeOnce } from "../../platform/made-once.js";
import { newSealingKey, Sealing } from "../../platform/sealing.js";
import { sealingKeys } from "../../platform/setting-types.js";
import type { Database } from "../../reading/index.js";

type Settings = Pick<Config, "webhooks" | "dataFolder" | "environment">;

/** What encrypts the secrets of webhooks: the operator's keys, or one that is made in the data folder. */
export async function openSealing(
  { webhooks, dataFolder, environment }: Settings,
  logger: Logger,
): Promise<Sealing> {
  if (webhooks.keys) return new Sealing(webhooks.keys);
  const file = join(dataFolder, "webhook-key");
  if (environment === "production") {
    logger.warn(
      { file },
      "WEBHOOK_KEYS is not set: the secrets of webhooks are encrypted by a key that is made in REMBUK_DATA. Back it up with the database, and set WEBHOOK_KEYS where several nodes run.",
    );
  }
  const made = sealingKeys.safeParse((await madeOnce(file, newSealingKey)).trim());
  if (made.success) return new Sealing(made.data);
  throw new Error(`${file} holds no key of 32 bytes in Base64. Restore it, or set WEBHOOK_KEYS.`);
}

/** Encrypts by the current key what is not; says which secrets no key of this node opens. */
export async function sealStored(
  database: Database,
  sealing: Sealing,
  logger: Logger,
): Promise<void> {
  const { sealed, unopened } = await sealSecrets(database, sealing);
  if (sealed > 0) logger.info({ sealed }, "secrets of webhooks encrypted by the current key");
  if (unopened.length === 0) return;
  logger.error(
    { webhooks: unopened },
    "the secrets of these webhooks were encrypted by keys that this node does not have: it delivers none of their changes. Add the key to WEBHOOK_KEYS, or have their administrators call rotateWebhookSecret.",
  );
}
