import { useState } from "react";
import { ActionAddCommentDocument } from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { Card } from "../../parts/card.js";
import { Empty } from "../../parts/empty.js";
import { FaultNote } from "../../parts/fault-note.js";
import { TextField } from "../../parts/fields.js";
import { Moment } from "../../parts/moment.js";
import { newId } from "../../parts/new-id.js";
import { useForm } from "../../parts/use-form.js";
import { useMyOrganisations } from "../../session/use-memberships.js";
import { useSessionState } from "../../session/use-session.js";
import styles from "./action.module.css";
import type { ActionDetail } from "./action-detail.js";
import { OrganisationChoice } from "./organisation-choice.js";

const texts = {
  comments: { id: "Tanggapan", en: "Comments" },
  empty: { id: "Belum ada tanggapan.", en: "No comments yet." },
  body: { id: "Tulis tanggapan", en: "Write a comment" },
  send: { id: "Kirim", en: "Send" },
  reply: { id: "Balas", en: "Reply" },
  takenBack: { id: "Tanggapan ini ditarik kembali.", en: "This comment was taken back." },
};

type Comment = ActionDetail["comments"]["nodes"][number];

function CommentForm({
  actionId,
  replyTo,
  done,
}: {
  actionId: string;
  replyTo?: string;
  done?: () => void;
}) {
  const t = useText();
  const mine = useMyOrganisations();
  const [id, setId] = useState(newId);
  const [add, isRunning] = useChange(ActionAddCommentDocument);
  const labels = { body: t(texts.body), organisationId: "" };
  const { values, setValues, fault, field, onSubmit } = useForm(
    { body: "", organisationId: "" },
    labels,
  );
  const send = async () => {
    const organisationId = values.organisationId || mine[0]?.id || null;
    const about = replyTo ? { replyToId: replyTo } : { actionId };
    const outcome = await add({ input: { id, body: values.body, organisationId, ...about } });
    if (outcome.fault) return outcome.fault;
    setId(newId());
    setValues({ ...values, body: "" });
    done?.();
    return undefined;
  };
  return (
    <form className={styles.narrow} onSubmit={onSubmit(send)}>
      <FaultNote fault={fault} />
      <OrganisationChoice {...field("organisationId")} />
      <TextField {...field("body")} rows={3} required />
      <div>
        <button type="submit" className="button main" disabled={isRunning}>
          {t(texts.send)}
        </button>
      </div>
    </form>
  );
}

function CommentItem({ comment, actionId }: { comment: Comment; actionId: string }) {
  const t = useText();
  const { email } = useSessionState();
  const [isOpen, setOpen] = useState(false);
  const { id, body, createdAt, takenBackAt, author, replyTo } = comment;
  return (
    <li className={`${styles.item} ${replyTo ? styles.reply : ""}`}>
      <p className="soft small">
        {[author.user?.name, author.organisation.name].filter(Boolean).join(", ")} ·{" "}
        <Moment at={createdAt} />
      </p>
      {takenBackAt ? <p className="soft">{t(texts.takenBack)}</p> : <p>{body}</p>}
      {email === null || replyTo ? null : (
        <div>
          <button
            type="button"
            className="button quiet"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {t(texts.reply)}
          </button>
        </div>
      )}
      {isOpen ? <CommentForm actionId={actionId} replyTo={id} done={() => setOpen(false)} /> : null}
    </li>
  );
}

/** Each comment, followed by its replies. */
const threaded = (comments: readonly Comment[]): Comment[] =>
  comments
    .filter(({ replyTo }) => replyTo === null)
    .flatMap((first) => [first, ...comments.filter(({ replyTo }) => replyTo?.id === first.id)]);

/** The comments on an action with their replies, and the form for one. */
export function ActionComments({ action: { id, comments } }: { action: ActionDetail }) {
  const t = useText();
  const { email } = useSessionState();
  return (
    <Card title={t(texts.comments)}>
      {comments.nodes.length === 0 ? <Empty>{t(texts.empty)}</Empty> : null}
      <ul className={`plain ${styles.items}`}>
        {threaded(comments.nodes).map((comment) => (
          <CommentItem key={comment.id} comment={comment} actionId={id} />
        ))}
      </ul>
      {email === null ? null : <CommentForm actionId={id} />}
    </Card>
  );
}
