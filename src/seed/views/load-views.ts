import { viewMutations } from "../../domain/views/index.js";
import type { Ledger } from "../../ledger/index.js";
import { namedId } from "../../platform/ids.js";
import { sql } from "../../reading/index.js";
import { operator } from "../operator.js";
import type { ShippedView } from "./parts.js";
import { shippedViews } from "./shipped-views.js";

/** The namespace of the ids of the views that the hub ships: the same on every hub. */
const namespace = "b8a6f7d2-6c0f-4d0e-8e57-1b1f0a7c9d34";

/** The id of a view that the hub ships, by its key. */
export const shippedViewId = (key: string): string => namedId(`view:${key}`, namespace);

/** Whether a hub has the key of a shipped view in use, or had the view and lost it. */
async function isKnown(ledger: Ledger, { key }: ShippedView): Promise<boolean> {
  const statement = sql<{ known: boolean }>`
    select exists (select 1 from saved_view where key = ${key})
      or exists (select 1 from change_known where entity_id = ${shippedViewId(key)}) as known`;
  const { rows } = await ledger.read((em) => statement.execute(em.getKysely()));
  return rows[0]?.known ?? false;
}

/**
 * Saves the views that the hub ships, as views of the platform, unless their key is in use. One that people
 * have changed or removed stays as it is. No other node may run it at the same time.
 */
export async function loadViews(ledger: Ledger): Promise<string[]> {
  const made: string[] = [];
  for (const view of shippedViews) {
    if (await isKnown(ledger, view)) continue;
    const input = { ...view, id: shippedViewId(view.key) };
    await viewMutations.saveView.perform(ledger, operator, input);
    made.push(view.key);
  }
  return made;
}
