import { scopeOf, type Viewer } from "../access/index.js";
import { HubError } from "../platform/errors.js";
import type { LiveContext } from "./live-context.js";

/** The error that ends a stream whose viewer's access has changed. */
export const accessChanged = (position: number): HubError =>
  new HubError(
    "FORBIDDEN",
    {
      en: `Your access has changed; subscribe again after position ${position}.`,
      id: `Akses Anda berubah; berlangganan lagi setelah posisi ${position}.`,
    },
    { position },
  );

/** A subscriber's credential, and the viewer that it gave at the start of the stream. */
export interface CheckedAccess {
  context: LiveContext;
  viewer: Viewer;
}

/** The running checks of whether a holder's access has changed. */
export class AccessChecks {
  private readonly running = new Map<string, Promise<boolean>>();

  /**
   * True if the subscriber's credential still gives the same access, after the change of somebody's access
   * at a position. One check serves all subscriptions of a holder.
   */
  isSame({ context, viewer }: CheckedAccess, changedAt: number): Promise<boolean> {
    const { holder = "" } = viewer;
    const key = `${changedAt} ${holder} ${scopeOf(viewer).key}`;
    const known = this.running.get(key);
    if (known) return known;
    const check = sameAccess(context, viewer).finally(() => this.running.delete(key));
    this.running.set(key, check);
    return check;
  }
}

async function sameAccess(context: LiveContext, viewer: Viewer): Promise<boolean> {
  try {
    return scopeOf(await context.reauthenticated()).key === scopeOf(viewer).key;
  } catch (error) {
    if (error instanceof HubError && error.code === "UNAUTHENTICATED") return false;
    throw error;
  }
}
