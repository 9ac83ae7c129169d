/** A new id for something that one creates: sent twice, it is created once. */
export const newId = (): string => crypto.randomUUID();
