/** A set of fields, in which those of the same name are one. */
type Fields = Map<string, Fields>;

/**
 * The text of a selection set from paths of fields; paths with the same beginning share it. The last name
 * of a path may have a selection of its own. Rows that are reached have their `id`, so that normalised
 * caches know them.
 */
export function selectionText(paths: readonly (readonly string[])[]): string {
  const root: Fields = new Map();
  for (const path of paths) {
    let at = root;
    for (const name of path) {
      const below: Fields = at.get(name) ?? new Map();
      at.set(name, below);
      at = below;
    }
  }
  return textOf(root);
}

const textOf = (fields: Fields): string =>
  `{ ${[...fields].map(([name, below]) => (below.size > 0 ? `${name} ${textOf(below)}` : name)).join(" ")} }`;
