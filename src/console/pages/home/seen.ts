/** The ledger's position up to which a person has seen the home page. */
export interface Seen {
  position: number;
  /** When that was. */
  at: string;
}

const keyOf = (email: string): string => `rembuk.seen.${email}`;

function read(storage: Storage, key: string): Seen | undefined {
  try {
    const { position, at } = JSON.parse(storage.getItem(key) ?? "{}") as Partial<Seen>;
    return typeof position === "number" && typeof at === "string" ? { position, at } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What a person saw when they were here last. For the rest of a tab's life it stays the same, so that what is
 * new does not vanish when the page is opened again.
 */
export function lastSeen(email: string): Seen | undefined {
  const known = read(sessionStorage, keyOf(email));
  if (known) return known;
  const seen = read(localStorage, keyOf(email));
  if (seen) sessionStorage.setItem(keyOf(email), JSON.stringify(seen));
  return seen;
}

/** Remembers that a person has seen all up to a position. */
export function remember(email: string, position: number): void {
  localStorage.setItem(
    keyOf(email),
    JSON.stringify({ position, at: new Date().toISOString() } satisfies Seen),
  );
}

/** Takes all that is shown as seen, at once. */
export function takeAsSeen(email: string): void {
  const seen = localStorage.getItem(keyOf(email));
  if (seen) sessionStorage.setItem(keyOf(email), seen);
}
