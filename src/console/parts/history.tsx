import type { ReactNode } from "react";
import type { TypedDocumentString } from "../generated/graphql.js";
import { useAnswer } from "../graph/hooks.js";
import { Answered } from "./answered.js";
import { ChangeList, type ListedChange } from "./change-list.js";
import { type PageEnd, Pages } from "./pages.js";

interface HistoryOf<Data> {
  /** A page of changes of the thing with an id. */
  document: TypedDocumentString<Data, { id: string; after?: string | null }>;
  id: string;
  /** The changes in an answer; absent where the thing is. */
  changes: (data: Data) => { nodes: readonly ListedChange[]; pageInfo: PageEnd } | null | undefined;
}

function HistoryAfter<Data>({
  document,
  id,
  changes,
  after,
  next,
}: HistoryOf<Data> & { after: string | null; next: (end: PageEnd) => ReactNode }) {
  const answer = useAnswer(document, { id, after });
  return (
    <Answered of={answer} subject={changes}>
      {({ nodes, pageInfo }) => <ChangeList changes={nodes} more={next(pageInfo)} />}
    </Answered>
  );
}

/** What happened to something, the newest first, page by page. */
export function History<Data>(of: HistoryOf<Data>) {
  return <Pages>{(after, next) => <HistoryAfter {...of} after={after} next={next} />}</Pages>;
}
