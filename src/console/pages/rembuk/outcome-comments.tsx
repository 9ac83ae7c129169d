import { RoomCommentsDocument, type RoomCommentsQuery } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { Comments } from "../../parts/comments.js";
import { Disclosure } from "../../parts/disclosure.js";
import { useMoreRows } from "../../parts/further-pages.js";
import type { Outcome } from "./room-model.js";

const texts = {
  comments: {
    id: "{count, plural, =0 {Tanggapi} other {# tanggapan}}",
    en: "{count, plural, =0 {Comment} one {# comment} other {# comments}}",
  },
};

type Page = NonNullable<RoomCommentsQuery["outcome"]>["comments"];

function All({ id, first }: { id: string; first: Page }) {
  const { rows, more } = useMoreRows(first, {
    ...{ document: RoomCommentsDocument, variables: { id } },
    listOf: ({ outcome }) => outcome?.comments,
  });
  return <Comments about={{ outcomeId: id }} comments={rows} more={more} />;
}

function Opened({ id }: { id: string }) {
  const answer = useAnswer(RoomCommentsDocument, { id });
  return (
    <Answered of={answer} subject={({ outcome }) => outcome?.comments}>
      {(first) => <All id={id} first={first} />}
    </Answered>
  );
}

/** The comments on an outcome, asked once a reader opens them. */
export function OutcomeComments({ outcome: { id, comments } }: { outcome: Outcome }) {
  const t = useText();
  return (
    <Disclosure label={t(texts.comments, { count: comments.totalCount })}>
      {() => <Opened id={id} />}
    </Disclosure>
  );
}
