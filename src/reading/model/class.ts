/** A class that is both entity and GraphQL type. */
// biome-ignore lint/suspicious/noExplicitAny: a class may take any arguments; only its identity matters here
export type Class<T extends object = object> = abstract new (...args: any[]) => T;
