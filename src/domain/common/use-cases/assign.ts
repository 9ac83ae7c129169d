/**
 * Sets the fields that a changing input gives: an absent one stays, null empties. Which fields may
 * be null is the input's business; which exist here is listed, so that none is opened by accident.
 */
export function assignGiven<T extends object, I extends object>(
  noun: T,
  input: I,
  names: readonly (keyof T & keyof I)[],
): void {
  for (const name of names) {
    if (input[name] !== undefined) noun[name] = input[name] as never;
  }
}
