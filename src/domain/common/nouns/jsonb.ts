const byJsonb = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);

/**
 * The same value with its objects' keys in the order of jsonb, shorter keys first. The ORM compares
 * texts, and would otherwise see a change where there is none.
 */
export function inJsonbOrder<T>(value: T): T {
  if (Array.isArray(value)) return value.map(inJsonbOrder) as T;
  if (value === null || typeof value !== "object") return value;
  const keys = Object.keys(value).sort(byJsonb);
  const ordered = keys.map((key) => [key, inJsonbOrder((value as Record<string, unknown>)[key])]);
  return Object.fromEntries(ordered) as T;
}
