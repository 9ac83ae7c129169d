/**
 * Sets the fields that a changing input gives: an absent one stays, null empties. The input decides
 * which may be null; the names are listed here, so that no field is opened by accident.
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
