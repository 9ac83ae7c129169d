import type { GraphqlClient } from "../hub/index.js";

/** A page of a list. */
interface Page<T> {
  nodes: T[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Reads something that pages from end to end: `ask` gives the page after a cursor. */
export async function allPages<T>(ask: (after: string | null) => Promise<Page<T>>): Promise<T[]> {
  const rows: T[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page = await ask(after);
    rows.push(...page.nodes);
    more = page.pageInfo.hasNextPage;
    after = page.pageInfo.endCursor;
  }
  return rows;
}

/** Reads a list from end to end, as a portal does; `where` is its filter, whose input type is `filter`. */
export async function listed<T>(
  viewer: GraphqlClient,
  list: string,
  node: string,
  { where, filter }: { where: object; filter: string } = { where: {}, filter: "" },
): Promise<T[]> {
  const [given, passed] = filter ? [`, $where: ${filter}`, ", where: $where"] : ["", ""];
  const document = `query ($after: String${given}) { list: ${list}(first: 200, after: $after${passed}) {
    nodes { ${node} } pageInfo { hasNextPage endCursor } } }`;
  return allPages(async (after) => {
    const variables = { after, ...(filter ? { where } : {}) };
    const { list: page } = await viewer.data<{ list: Page<T> }>(document, variables as never);
    return page;
  });
}
