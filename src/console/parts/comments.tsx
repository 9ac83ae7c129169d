import { type ReactNode, useState } from "react";
import {
  CommentAddDocument,
  type CommentItemFragment,
  CommentTakeBackDocument,
} from "../generated/graphql.js";
import { useChange } from "../graph/hooks.js";
import { useText } from "../language/language.js";
import {
  useMemberships,
  useMyOrganisations,
  useMyUser,
  withRole,
} from "../session/use-memberships.js";
import { useSessionState } from "../session/use-session.js";
import styles from "./comments.module.css";
import { Disclosure } from "./disclosure.js";
import { Empty } from "./empty.js";
import { FaultNote } from "./fault-note.js";
import { TextField } from "./fields.js";
import { Moment } from "./moment.js";
import { newId } from "./new-id.js";
import { OrganisationChoice } from "./organisation-choice.js";
import { StepDialog } from "./step.js";
import { useForm } from "./use-form.js";

const texts = {
  empty: { id: "Belum ada tanggapan.", en: "No comments yet." },
  body: { id: "Tulis tanggapan", en: "Write a comment" },
  send: { id: "Kirim", en: "Send" },
  reply: { id: "Balas", en: "Reply" },
  takenBack: { id: "Tanggapan ini ditarik kembali.", en: "This comment was taken back." },
  takeBack: { id: "Tarik kembali", en: "Take back" },
  takeBackOf: { id: "Tarik kembali tanggapan “{body}”", en: "Take back the comment “{body}”" },
  aboutTakingBack: {
    id: "Isi tanggapan dihapus dan tidak dapat dikembalikan; tempatnya dan balasannya tetap ada.",
    en: "The comment's text is removed and cannot be brought back; its place and its replies stay.",
  },
  comment: { id: "Tanggapan", en: "Comment" },
};

/** What comments are about. */
export type CommentSubject = { actionId: string } | { outcomeId: string };

function CommentForm({
  about,
  done,
}: {
  about: CommentSubject | { replyToId: string };
  done?: () => void;
}) {
  const t = useText();
  const mine = useMyOrganisations();
  const [id, setId] = useState(newId);
  const [add, isRunning] = useChange(CommentAddDocument);
  const labels = { body: t(texts.body), organisationId: "" };
  const form = useForm({ body: "", organisationId: "" }, labels);
  const { values, setValues, fault, field, onSubmit } = form;
  const send = async () => {
    const organisationId = values.organisationId || mine[0]?.id || null;
    const outcome = await add({ input: { id, body: values.body, organisationId, ...about } });
    if (outcome.fault) return outcome.fault;
    setId(newId());
    setValues({ ...values, body: "" });
    done?.();
    return undefined;
  };
  return (
    <form className={styles.form} onSubmit={onSubmit(send)}>
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

/** Whether the reader may take a comment back: its author, or who contributes for its author's organisation. */
function useMayTakeBack({ author, takenBackAt }: CommentItemFragment): boolean {
  const me = useMyUser();
  const contributing = withRole(useMemberships() ?? [], "CONTRIBUTOR", "COORDINATOR", "ADMIN");
  if (takenBackAt !== null || me === undefined) return false;
  if (author.user) return author.user.id === me;
  return contributing.some(({ organisation }) => organisation.id === author.organisation.id);
}

function TakeBack({ comment: { id, version, body } }: { comment: CommentItemFragment }) {
  const t = useText();
  const [takeBack] = useChange(CommentTakeBackDocument);
  return (
    <StepDialog
      {...{ id, version, title: t(texts.comment), look: "button quiet" }}
      label={t(texts.takeBack)}
      name={t(texts.takeBackOf, { body: (body ?? "").slice(0, 60) })}
      about={t(texts.aboutTakingBack)}
      rows={({ takenBackAt }) => [
        {
          ...{ name: t(texts.comment), mine: t(texts.takeBack) },
          theirs: takenBackAt ? t(texts.takenBack) : (body ?? ""),
        },
      ]}
      run={(expectedVersion) => takeBack({ input: { id, expectedVersion } })}
    />
  );
}

function CommentItem({ comment }: { comment: CommentItemFragment }) {
  const t = useText();
  const { email } = useSessionState();
  const mayTakeBack = useMayTakeBack(comment);
  const { id, body, createdAt, takenBackAt, author, replyTo } = comment;
  return (
    <li className={`${styles.item} ${replyTo ? styles.reply : ""}`}>
      <p className="soft small">
        {[author.user?.name, author.organisation.name].filter(Boolean).join(", ")} ·{" "}
        <Moment at={createdAt} />
      </p>
      {takenBackAt ? <p className="soft">{t(texts.takenBack)}</p> : <p>{body}</p>}
      <div className="row">
        {email === null || replyTo ? null : (
          <Disclosure label={t(texts.reply)}>
            {(close) => <CommentForm about={{ replyToId: id }} done={close} />}
          </Disclosure>
        )}
        {mayTakeBack ? <TakeBack comment={comment} /> : null}
      </div>
    </li>
  );
}

/** Each comment, followed by its replies. */
const threaded = (comments: readonly CommentItemFragment[]): CommentItemFragment[] =>
  comments
    .filter(({ replyTo }) => replyTo === null)
    .flatMap((first) => [first, ...comments.filter(({ replyTo }) => replyTo?.id === first.id)]);

/** The comments on something with their replies, and the form for one. */
export function Comments({
  about,
  comments,
  more,
}: {
  about: CommentSubject;
  comments: readonly CommentItemFragment[];
  /** The way to those that are not shown. */
  more?: ReactNode;
}) {
  const t = useText();
  const { email } = useSessionState();
  return (
    <div className="stack">
      {comments.length === 0 ? <Empty>{t(texts.empty)}</Empty> : null}
      <ul className={`plain ${styles.items}`}>
        {threaded(comments).map((comment) => (
          <CommentItem key={comment.id} comment={comment} />
        ))}
      </ul>
      {more}
      {email === null ? null : <CommentForm about={about} />}
    </div>
  );
}
