import { useState } from "react";
import { ActionHistoryDocument } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { Answered } from "../../parts/answered.js";
import { ChangeList } from "../../parts/change-list.js";

/** What happened to an action, the newest first. */
export function ActionHistory({ id, after = null }: { id: string; after?: string | null }) {
  const [isOpen, setOpen] = useState(false);
  const answer = useAnswer(ActionHistoryDocument, { id, after });
  return (
    <Answered of={answer} subject={({ action }) => action?.history}>
      {({ nodes, pageInfo: { hasNextPage, endCursor } }) => (
        <>
          <ChangeList
            changes={nodes}
            more={hasNextPage && !isOpen ? () => setOpen(true) : undefined}
          />
          {isOpen ? <ActionHistory id={id} after={endCursor} /> : null}
        </>
      )}
    </Answered>
  );
}
