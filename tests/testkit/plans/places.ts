/** The lengths of regions' codes by level. */
export const levels = { PROVINCE: 2, REGENCY: 5, DISTRICT: 8, VILLAGE: 13 } as const;

/** The one region of a level in which all regions of a list lie; none if they cross its border or are higher. */
export function placeAt(length: number, codes: readonly string[] | null): string | undefined {
  if (!codes) return undefined;
  const places = new Set(
    codes.map((code) => (code.length < length ? undefined : code.slice(0, length))),
  );
  return places.size === 1 ? [...places][0] : undefined;
}
