import { useEffect, useMemo, useState } from "react";
import type { TypedDocumentString } from "../generated/graphql.js";
import { useAnswer } from "../graph/hooks.js";

/** A page of a list, as an answer holds it. */
export interface ListPage<Row> {
  nodes: Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface PagesProps<Data, Variables, Row> {
  document: TypedDocumentString<Data, Variables & { after?: string | null }>;
  variables: Variables;
  listOf: (data: Data) => ListPage<Row> | null | undefined;
  after: string | null;
  report: (after: string | null, rows: Row[]) => void;
}

/** Asks for the pages of a list one after the other, and reports their rows; it shows nothing itself. */
export function FurtherPages<Data, Variables extends object, Row>(
  props: PagesProps<Data, Variables, Row>,
) {
  const { document, variables, listOf, after, report } = props;
  const { data } = useAnswer(document, { ...variables, after } as never);
  const list = data === undefined ? undefined : listOf(data as Data);
  const nodes = list?.nodes;
  useEffect(() => {
    if (nodes) report(after, nodes);
  }, [nodes, after, report]);
  if (!list?.pageInfo.hasNextPage) return null;
  return <FurtherPages {...props} after={list.pageInfo.endCursor} />;
}

/** The rows of a first page and of those that `FurtherPages` reports, each once. */
export function useAllRows<Row extends { id: string }>(first: readonly Row[]) {
  const [pages, setPages] = useState<ReadonlyMap<string | null, Row[]>>(new Map());
  const [report] = useState(() => (after: string | null, rows: Row[]) => {
    setPages((before) => new Map(before).set(after, rows));
  });
  const rows = useMemo(() => {
    const byId = new Map<string, Row>();
    for (const row of [...first, ...[...pages.values()].flat()]) {
      if (!byId.has(row.id)) byId.set(row.id, row);
    }
    return [...byId.values()];
  }, [first, pages]);
  return { rows, report };
}
