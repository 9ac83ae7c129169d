/** The form of a key: lower-case letters, digits and single hyphens, 2 to 80 characters. */
export const keyPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Maximum length of a key in characters. */
export const keyLength = 80;

/** Makes a key from a name: `Kawasan Kasepuhan (Lebak)` gives `kawasan-kasepuhan-lebak`. */
export function slugOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? ["x"];
  return words.join("-").slice(0, keyLength).replace(/-$/, "");
}
