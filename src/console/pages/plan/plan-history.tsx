import { useState } from "react";
import { PlanHistoryDocument } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { Answered } from "../../parts/answered.js";
import { ChangeList } from "../../parts/change-list.js";

function Page({ id, after }: { id: string; after: string | null }) {
  const [isOpen, setOpen] = useState(false);
  const answer = useAnswer(PlanHistoryDocument, { id, after });
  return (
    <Answered of={answer} subject={({ changes }) => changes}>
      {({ nodes, pageInfo: { hasNextPage, endCursor } }) => (
        <>
          <ChangeList
            changes={nodes}
            more={hasNextPage && !isOpen ? () => setOpen(true) : undefined}
          />
          {isOpen ? <Page id={id} after={endCursor} /> : null}
        </>
      )}
    </Answered>
  );
}

/** What happened in a plan and in everything that belongs to it, the newest first. */
export function PlanHistory({ id }: { id: string }) {
  return <Page id={id} after={null} />;
}
