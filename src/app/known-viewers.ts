import { LRUCache } from "lru-cache";
import type { Viewer } from "../access/index.js";
import { viewerTables } from "../domain/stakeholders/index.js";
import { textHash } from "../ledger/index.js";
import { isAhead } from "../platform/at-time.js";
import { CacheCounts } from "../platform/cache-counts.js";
import type { ChangedTables } from "../reading/index.js";
import type { ContextServices } from "./context.js";
import type { Requester } from "./port.js";
import { credentialEnd, scopeMs } from "./response-cache.js";

/** The most roles of known viewers together, each viewer counting as one more: some tens of megabytes. */
const mostRoles = 200_000;

/** A viewer, and a position of the ledger at which they had these rights or later. */
export interface KnownViewer {
  viewer: Viewer;
  position: number;
}

interface Entry extends KnownViewer {
  states: ReturnType<ChangedTables["statesOf"]>;
  /** In milliseconds since 1970. */
  until: number;
}

/**
 * Who asks, by credential: verified once and kept until the ledger has a change of people, roles or keys. What
 * this process commits counts from before it is acknowledged, what another node commits once the tail has
 * brought it: at once by its notification, within a second by the poll, and nobody is known where the ledger
 * could not be read for some seconds. A use case looks again in its own transaction (`Viewer.asOfNow`).
 */
export class KnownViewers {
  readonly counts = new CacheCounts();
  private readonly known = new LRUCache<string, Entry>({
    maxSize: mostRoles,
    dispose: (_, __, reason) => this.counts.ended(reason),
    sizeCalculation: ({ viewer }) => 1 + viewer.memberships.size,
  });

  constructor(
    private readonly services: Pick<ContextServices, "authenticate" | "tail">,
    /** Absent: each request is looked up. */
    private readonly changed?: ChangedTables,
  ) {}

  get count(): number {
    return this.known.size;
  }

  /** The viewer of a request, at or after the position that it has seen. */
  async of({ credentials, atLeast = 0 }: Requester): Promise<KnownViewer> {
    const [credential, ...others] = credentials;
    // Of several each must hold, and each may change: a rare request.
    if (credential === undefined || others.length > 0) return this.read(credentials);
    const key = textHash(credential);
    const entry = this.known.get(key);
    const held = entry && this.holds(entry, atLeast) ? entry : undefined;
    if (this.counts.found(held)) return held as KnownViewer;
    const read = await this.read(credentials);
    this.keep(key, read);
    return read;
  }

  private async read(credentials: readonly string[]): Promise<KnownViewer> {
    const { position } = this.services.tail;
    return { viewer: await this.services.authenticate(credentials), position };
  }

  private holds({ states, position, until }: Entry, atLeast: number): boolean {
    const knownTo = this.changed?.knownTo;
    if (knownTo === undefined || Math.max(knownTo, position) < atLeast) return false;
    return isAhead(until, scopeMs) && this.changed?.stillHolds(states, position) === true;
  }

  private keep(key: string, { viewer, position }: KnownViewer): void {
    const { changed } = this;
    if (!changed) return;
    const states = changed.statesOf(viewerTables);
    if (!changed.stillHolds(states, position)) return;
    this.known.set(key, { viewer, position, states, until: credentialEnd(viewer) });
  }
}
