import { ActionFurtherCommentsDocument } from "../../generated/graphql.js";
import { useText } from "../../language/language.js";
import { Card } from "../../parts/card.js";
import { Comments } from "../../parts/comments.js";
import { useMoreRows } from "../../parts/further-pages.js";
import type { ActionDetail } from "./action-detail.js";

const texts = { comments: { id: "Tanggapan", en: "Comments" } };

/** The comments on an action. */
export function ActionComments({ action: { id, comments } }: { action: ActionDetail }) {
  const t = useText();
  const { rows, more } = useMoreRows(comments, {
    ...{ document: ActionFurtherCommentsDocument, variables: { id } },
    listOf: ({ action }) => action?.comments,
  });
  return (
    <Card title={t(texts.comments)}>
      <Comments about={{ actionId: id }} comments={rows} more={more} />
    </Card>
  );
}
