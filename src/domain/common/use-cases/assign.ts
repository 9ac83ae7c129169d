/**
 * Sets the fields that the input of a change gives: an absent field stays, null empties it. The
 * input decides which fields may be null. The names are listed here, so that no field becomes
 * changeable by accident.
 */
export function assignGiven<T extends object, I extends object>(
  noun: T,
  input: I,
  names: readonly (keyof T & keyof I)[],
): void {
  for (const name of names) {
    if (input[name] !== undefined) Object.assign(noun, { [name]: input[name] });
  }
}
