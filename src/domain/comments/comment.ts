import type { Rel } from "@mikro-orm/core";
import type { ChangeScope } from "../../ledger/index.js";
import {
  Column,
  Connection,
  DerivedObject,
  IndexOn,
  Reference,
  References,
  type RowRef,
  type Sql,
  sql,
} from "../../reading/index.js";
import { Assessment } from "../assessments/index.js";
import { Versioned, VersionedNoun } from "../common/index.js";
import { Outcome } from "../deliberations/index.js";
import { Action, Reporter } from "../plans/index.js";
import { Organisation, User } from "../stakeholders/index.js";
import { View } from "../views/index.js";
import { visibleComment, visibleCommentBelow } from "./comment-visibility.js";

/** The text of a comment: also as of a time before it was taken back it is no more. */
function standingText(comment: RowRef): Sql {
  const body = comment.column("body");
  if (!comment.statement.past) return body;
  const now = comment.statement.present.row("comment");
  return sql`(select ${body} from ${now.source}
    where ${now.column("id")} = ${comment.column("id")} and ${now.column("taken_back_at")} is null)`;
}

/** A remark on an action, an outcome, an assessment or a view. */
@Versioned({
  description:
    "A remark on an action, an outcome, an assessment or a view, with replies. It is visible with its subject. Nobody edits it; its author can take it back, and then its place and its author stay. Tanggapan.",
  queries: { one: "comment", many: "comments" },
  defaultOrder: { field: "createdAt", descending: false },
  visible: visibleComment,
  visibleBelow: visibleCommentBelow,
  hiddenInChanges: ["body"],
})
@IndexOn("action", "createdAt")
@IndexOn("outcome", "createdAt")
@IndexOn("assessment", "createdAt")
@IndexOn("view", "createdAt")
@IndexOn("user", "createdAt")
export class Comment extends VersionedNoun {
  @Reference(() => Action, {
    nullable: true,
    index: false,
    description: "The action that it is about; null if it is about something else.",
  })
  action?: Rel<Action> | null;

  @Reference(() => Outcome, {
    nullable: true,
    index: false,
    description: "The outcome that it is about; null if it is about something else.",
  })
  outcome?: Rel<Outcome> | null;

  @Reference(() => Assessment, {
    nullable: true,
    index: false,
    description: "The assessment that it is about; null if it is about something else.",
  })
  assessment?: Rel<Assessment> | null;

  @Reference(() => View, {
    nullable: true,
    index: false,
    description: "The view that it is about; null if it is about something else.",
  })
  view?: Rel<View> | null;

  @Reference(() => Comment, {
    nullable: true,
    mayBeHidden: true,
    description:
      "The comment that it replies to, which is no reply itself; null for a first comment, and when hidden.",
  })
  replyTo?: Rel<Comment> | null;

  // No index: a text of this length is searched for by `contains`, which reads within a subject.
  @Column("text", {
    length: 5000,
    nullable: true,
    filter: false,
    shown: { value: standingText, columns: ["id", "body"] },
    description: "The text; null once it is taken back.",
  })
  body?: string | null;

  @Reference(() => Organisation, { description: "The organisation of the author." })
  organisation!: Rel<Organisation>;

  @Reference(() => User, {
    nullable: true,
    index: false,
    mayBeHidden: true,
    description: "The person who wrote it; hidden from most viewers, and null for an API key.",
  })
  user?: Rel<User> | null;

  @DerivedObject(
    () => Reporter,
    "The author: the organisation, and the person if visible.",
    (row) => ({
      organisation: row.column("organisation_id"),
      user: row.column("user_id"),
    }),
  )
  author!: never;

  @References(() => Organisation, {
    singular: "mentionedOrganisation",
    description: "The organisations that it mentions; none once it is taken back.",
  })
  mentionedOrganisations!: string[];

  @References(() => User, {
    singular: "mentionedPerson",
    mayBeHidden: true,
    description:
      "The persons that it mentions and that the viewer may see; none once it is taken back.",
  })
  mentionedPersons!: string[];

  @Column("instant", {
    nullable: true,
    index: false,
    description: "The instant at which its author took it back; null while it stands.",
  })
  takenBackAt?: Date | null;

  @Connection(() => Comment, {
    by: "replyTo",
    singular: "reply",
    description: "The replies to it, the earliest first.",
  })
  replies!: never;

  override changeScope(): ChangeScope {
    const subject = this.action ?? this.outcome ?? this.assessment ?? this.view;
    return { ...subject?.changeScope(), owner: this.organisation.id };
  }
}
