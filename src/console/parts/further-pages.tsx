import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { TypedDocumentString } from "../generated/graphql.js";
import { useAnswer } from "../graph/hooks.js";
import { useText } from "../language/language.js";

const texts = {
  more: {
    id: "Tampilkan berikutnya ({count} belum ditampilkan)",
    en: "Show more ({count} are not shown)",
  },
};

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
  /** How many pages are asked for; all without. */
  most?: number;
}

/** Asks for the pages of a list one after the other, and reports their rows; it shows nothing itself. */
export function FurtherPages<Data, Variables extends object, Row>(
  props: PagesProps<Data, Variables, Row>,
) {
  const { document, variables, listOf, after, report, most = Number.POSITIVE_INFINITY } = props;
  const { data } = useAnswer(document, { ...variables, after } as never);
  const list = data === undefined ? undefined : listOf(data as Data);
  const nodes = list?.nodes;
  useEffect(() => {
    if (nodes) report(after, nodes);
  }, [nodes, after, report]);
  if (!list?.pageInfo.hasNextPage || most <= 1) return null;
  return <FurtherPages {...props} after={list.pageInfo.endCursor} most={most - 1} />;
}

/** The key of a row that has an id. */
export const idOf = ({ id }: { id: string }): string => id;

/** The rows of a first page and of those that `FurtherPages` reports, each once by its key. */
export function useAllRows<Row>(first: readonly Row[], keyOf: (row: Row) => string) {
  const [pages, setPages] = useState<ReadonlyMap<string | null, Row[]>>(new Map());
  const [report] = useState(() => (after: string | null, rows: Row[]) => {
    setPages((before) => new Map(before).set(after, rows));
  });
  const rows = useMemo(() => {
    const byKey = new Map<string, Row>();
    for (const row of [...first, ...[...pages.values()].flat()]) {
      if (!byKey.has(keyOf(row))) byKey.set(keyOf(row), row);
    }
    return [...byKey.values()];
  }, [first, pages, keyOf]);
  return { rows, report };
}

/** The rows of a list of which the first page is known, and the button to its next page. */
export function useMoreRows<Data, Variables extends object, Row extends { id: string }>(
  first: ListPage<Row> & { totalCount: number },
  ask: Pick<PagesProps<Data, Variables, Row>, "document" | "variables" | "listOf">,
): { rows: Row[]; more: ReactNode } {
  const t = useText();
  const [most, setMost] = useState(0);
  const { rows, report } = useAllRows<Row>(first.nodes, idOf);
  const { hasNextPage, endCursor } = first.pageInfo;
  const count = first.totalCount - rows.length;
  const more = hasNextPage ? (
    <>
      {most > 0 ? <FurtherPages {...ask} after={endCursor} report={report} most={most} /> : null}
      {count > 0 ? (
        <button type="button" className="button" onClick={() => setMost(most + 1)}>
          {t(texts.more, { count })}
        </button>
      ) : null}
    </>
  ) : null;
  return { rows, more };
}
