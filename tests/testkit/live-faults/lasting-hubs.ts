import { emptyDatabase, type Play } from "./live-fault.js";
import { LiveHub } from "./live-hub.js";

type Settings = Readonly<Record<string, string>>;

/** A place where hubs are started: they end with it. */
type Place = Pick<Play<unknown>, "cleanup" | "folder">;

/** What plays that follow one another share, by what ends it. */
const known = new WeakMap<AsyncDisposableStack, Promise<Shared>>();

/** The database of plays that follow one another, and the hubs that they have left running, by their settings. */
interface Shared extends Place {
  databaseUrl: string;
  left: Map<string, LiveHub>;
}

async function begin({ cleanup, folder }: Place): Promise<Shared> {
  const { url: databaseUrl } = await emptyDatabase({ cleanup });
  return { cleanup, folder, databaseUrl, left: new Map() };
}

/** The hubs of a play on one database. A play takes over what the one before it has left running: a start is dear. */
export class LastingHubs {
  private constructor(
    private readonly shared: Shared,
    private readonly mutant: Play<unknown>["mutant"],
  ) {}

  static async of({ lasting, cleanup, folder, mutant }: Play<unknown>): Promise<LastingHubs> {
    if (!lasting) return new LastingHubs(await begin({ cleanup, folder }), mutant);
    const shared = known.get(lasting) ?? begin({ cleanup: lasting, folder });
    known.set(lasting, shared);
    return new LastingHubs(await shared, mutant);
  }

  get databaseUrl(): string {
    return this.shared.databaseUrl;
  }

  /** A hub of this play: one that was left, as faulty as the play wants it, or a new one. */
  async take(env: Settings = {}): Promise<LiveHub> {
    const { left, databaseUrl, ...place } = this.shared;
    const settings = JSON.stringify(env);
    const found = left.get(settings);
    left.delete(settings);
    await found?.become(this.mutant);
    return found ?? LiveHub.start({ ...place, mutant: this.mutant }, { databaseUrl, env });
  }

  /** Leaves a hub that runs to the play that follows. */
  leave(hub: LiveHub, env: Settings = {}): void {
    this.shared.left.set(JSON.stringify(env), hub);
  }
}
