/** One kind of trouble that a script makes. */
export interface Fault {
  name: string;
  /** True where it makes databases on the Postgres of a run of the tests. */
  needsServer?: boolean;
  /** Makes the trouble in a folder of its own and prints figures; gives what is not as it should be. */
  run(surroundings: Surroundings): Promise<string[]>;
}

/** What every script is given. */
export interface Surroundings {
  /** An empty folder that every user may pass through. */
  folder: string;
  random: () => number;
  /** Prints a line of figures. */
  say(figures: string): void;
}

/** The complaint about a figure above its bound; none where it holds. */
export const above = (name: string, figure: number, bound: number): string[] =>
  figure <= bound ? [] : [`${name}: ${Math.round(figure)} ms, more than ${bound} ms`];

/** The status of `/health/ready`. */
export async function readiness(url: string): Promise<number> {
  const answer = await fetch(new URL("/health/ready", url), { signal: AbortSignal.timeout(10_000) })
    .then(({ status }) => status)
    .catch(() => 0);
  return answer;
}
