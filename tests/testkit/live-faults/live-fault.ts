import type { GraphqlClient } from "../hub/client.js";
import { type TestDatabase, testDatabase } from "../hub/index.js";
import { inSession } from "../postgres/sessions.js";
import type { MutantName } from "./mutants.js";

/** What every play of a fault is given. */
export interface Surroundings {
  /** An empty folder that every user may pass through. */
  folder: string;
  random(): number;
  /** Prints a line of figures. */
  say(figures: string): void;
  /** Ends what plays share that follow one another; without it each has all of its own. */
  lasting?: AsyncDisposableStack;
}

/** What one play of a fault is given. */
export interface Play<Sizes> extends Surroundings {
  sizes: Sizes;
  /** Ends what was started, the last first, however the play ends. */
  cleanup: AsyncDisposableStack;
  /** True where times are held against their bounds: not in the tests, whose machine does other work too. */
  isTimed: boolean;
  /** The fault that the hub is given on purpose. */
  mutant?: MutantName | undefined;
}

/** The declaration of a fault. */
interface Declared<Sizes> {
  name: string;
  /** What holds, as a sentence about the hub. */
  holds: string;
  full: Sizes;
  short: Sizes;
  /** The fault of the hub that must be found in the short form. */
  mutant: MutantName;
  /** What of the short form's sizes is enough to find it; without it, all of them. */
  found?: Partial<Sizes>;
  /** Causes the trouble; gives what is not as it should be. */
  play(play: Play<Sizes>): Promise<string[]>;
}

/** A fault of live delivery: in full as a script, in short in the tests. */
export interface LiveFault extends Pick<Declared<unknown>, "name" | "holds" | "mutant"> {
  full(surroundings: Surroundings): Promise<string[]>;
  short(surroundings: Surroundings): Promise<string[]>;
  /** The short form with the mutant, again where chance has spared it: gives what was found. */
  mutated(surroundings: Surroundings): Promise<string[]>;
}

/** How often a faulty hub is played with at most: what NATS loses, and when, is chance. */
const mostAttempts = 5;

/** Declares a fault of live delivery. */
export function liveFault<Sizes>({
  name,
  holds,
  mutant,
  play,
  found,
  ...sizes
}: Declared<Sizes>): LiveFault {
  const run = async (given: Omit<Play<Sizes>, "cleanup">) => {
    await using cleanup = new AsyncDisposableStack();
    return await play({ ...given, cleanup });
  };
  const short = { sizes: sizes.short, isTimed: false };
  return {
    ...{ name, holds, mutant },
    full: (surroundings) => run({ ...surroundings, sizes: sizes.full, isTimed: true }),
    short: (surroundings) => run({ ...surroundings, ...short }),
    mutated: async (surroundings) => {
      for (let attempt = 1; ; attempt += 1) {
        const given = { ...surroundings, ...short, sizes: { ...sizes.short, ...found }, mutant };
        const complaints = await run(given);
        if (complaints.length > 0 || attempt === mostAttempts) return complaints;
      }
    },
  };
}

/** The changes that everybody sees, after a position, in order. */
export const followedChanges =
  "subscription ($after: Position) { changes(after: $after) { position entityId } }";

/** All positions after one, as the ledger has them. */
export const positionsAfter = (databaseUrl: string, position: number): Promise<number[]> =>
  inSession(databaseUrl, async (client) => {
    const { rows } = await client.query<{ position: number }>(
      "select position::float8 as position from change where position > $1 order by position",
      [position],
    );
    return rows.map((row) => row.position);
  });

/** A database that has the regions and nothing else, until the play's end. */
export async function emptyDatabase({
  cleanup,
}: Pick<Play<unknown>, "cleanup">): Promise<TestDatabase> {
  const database = await testDatabase("regions");
  cleanup.defer(database.drop);
  return database;
}

/** The position of the ledger. */
export async function positionOf(client: GraphqlClient): Promise<number> {
  const { extensions } = await client.ask("{ viewer { kind } }");
  return extensions?.position ?? Number.NaN;
}

/** How long writers rest while nobody waits for what they write, in milliseconds: in the tests, which share a machine. */
export const restOf = ({ isTimed }: Pick<Play<unknown>, "isTimed">): number => (isTimed ? 0 : 100);

/** The complaint about a number of milliseconds above its bound, where times count. */
export const tooLate = (
  { isTimed }: { isTimed: boolean },
  what: string,
  ms: number,
  boundMs: number,
): string[] =>
  isTimed && ms > boundMs ? [`${what}: ${Math.round(ms)} ms, more than ${boundMs} ms`] : [];
