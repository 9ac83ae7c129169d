import { setTimeout as delay } from "node:timers/promises";
import type { CheckedClient } from "../hub/checked-client.js";

/** An export in the background, as its organisation sees it. */
export interface ExportShape {
  id: string;
  version: number;
  status: string;
  list: string;
  progress: number;
  rows: number | null;
  bytes: number | null;
  position: number | null;
  address: string | null;
  failureCode: string | null;
  failure: string | null;
  expiresAt: string | null;
  finishedAt: string | null;
  view: { key: string } | null;
}

/** What tests read of an export. */
export const exportFields = `id version status list progress rows bytes position address
  failureCode failure expiresAt finishedAt view { key }`;

/** An export; null where the client may not see it. */
export const exportOf = async (client: CheckedClient, id: string): Promise<ExportShape | null> =>
  (
    await client.data<{ export: ExportShape | null }>(
      `query ($id: ID!) { export(id: $id) { ${exportFields} } }`,
      { id },
    )
  ).export;

const ends = ["DONE", "FAILED", "CANCELLED", "EXPIRED"];

/** The export when it is in one of these states; an error where it ends in another, or is not to be seen. */
export async function untilExportIs(
  client: CheckedClient,
  id: string,
  ...states: string[]
): Promise<ExportShape> {
  for (;;) {
    const found = await exportOf(client, id);
    if (found && states.includes(found.status)) return found;
    if (!found || ends.includes(found.status)) {
      throw new Error(`The export is ${JSON.stringify(found)}, not ${states.join(" or ")}`);
    }
    await delay(20);
  }
}
