/**
 * What loaders have in common: each is given what is asked of all rows of a level, reads it with one
 * statement, and gives the answers back in the places of who asked. Keys are named by the columns that
 * hold them.
 */
export function batching(rowsOf) {
  /** The rows of the keys in each parent row, in their order; `column` is the key column of the rows. */
  const held = (statement, keysOf, column) => async (queries) => {
    const asked = queries.map(({ obj }) => keysOf(obj));
    const distinct = [...new Set(asked.flat())];
    const rows = distinct.length > 0 ? await rowsOf(statement, distinct) : [];
    const found = new Map(rows.map((row) => [row[column], row]));
    return asked.map((keys) => keys.flatMap((key) => found.get(key) ?? []));
  };

  /** The row of a key, or null. */
  const toOne = (statement, key, column = "id") => {
    const rows = held(statement, (row) => (row[key] === null ? [] : [row[key]]), column);
    return async (queries) => (await rows(queries)).map(([row]) => row ?? null);
  };

  /** The rows of each parent. */
  const toMany = (statement, key) => async (queries) => {
    const keys = queries.map(({ obj }) => obj[key]);
    const owned = Map.groupBy(await rowsOf(statement, [...new Set(keys)]), ({ owner }) => owner);
    return keys.map((owner) => owned.get(owner) ?? []);
  };

  /** The number of rows of each parent. */
  const count = (statement, key) => {
    const counted = toMany(statement, key);
    return async (queries) => (await counted(queries)).map(([row]) => row?.total ?? 0);
  };

  /** The first rows of each parent, as many as its query asks for; `valuesOf` gives the values of the parameters. */
  const pages = (statement, valuesOf) => async (queries) => {
    const lists = queries.map(() => []);
    for (const row of await rowsOf(statement, ...columns(queries.map(valuesOf)))) {
      lists[row.at - 1].push(row);
    }
    return lists;
  };

  /** A total for each parent. */
  const totals = (statement, valuesOf) => async (queries) =>
    (await rowsOf(statement, ...columns(queries.map(valuesOf)))).map(({ total }) => total);

  return { held, toOne, toMany, count, pages, totals };
}

/** Rows of values as one array per parameter. */
const columns = (rows) => rows[0].map((_, at) => rows.map((row) => row[at]));

/** Chooses the loader by the kind of a parent, for fields that are read in several ways. */
export const byKind = (kind, loaders) => async (queries) => {
  const kinds = [...Map.groupBy(queries, ({ obj }) => obj[kind])];
  const answered = kinds.map(async ([name, alike]) => {
    const found = await loaders[name](alike);
    return alike.map((query, at) => [query, found[at]]);
  });
  const answers = new Map((await Promise.all(answered)).flat());
  return queries.map((query) => answers.get(query));
};

/** Lists as connections with nothing but rows. */
export const connections = (loader) => async (queries) =>
  (await loader(queries)).map((nodes) => ({ nodes }));
