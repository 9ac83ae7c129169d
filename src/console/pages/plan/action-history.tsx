import type { ReactNode } from "react";
import { ActionHistoryDocument } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { Answered } from "../../parts/answered.js";
import { ChangeList } from "../../parts/change-list.js";
import { type PageEnd, Pages } from "../../parts/pages.js";

function HistoryAfter({
  id,
  after,
  next,
}: {
  id: string;
  after: string | null;
  next: (end: PageEnd) => ReactNode;
}) {
  const answer = useAnswer(ActionHistoryDocument, { id, after });
  return (
    <Answered of={answer} subject={({ action }) => action?.history}>
      {({ nodes, pageInfo }) => <ChangeList changes={nodes} more={next(pageInfo)} />}
    </Answered>
  );
}

/** What happened to an action, the newest first. */
export function ActionHistory({ id }: { id: string }) {
  return <Pages>{(after, next) => <HistoryAfter id={id} after={after} next={next} />}</Pages>;
}
