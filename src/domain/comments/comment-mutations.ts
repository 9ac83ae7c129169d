import { badField, HubError } from "../../platform/errors.js";
import { sql } from "../../reading/index.js";
import { Assessment } from "../assessments/index.js";
import { changing, creating, refused, useCases, type Work } from "../common/index.js";
import { Outcome } from "../deliberations/index.js";
import { Action } from "../plans/index.js";
import { actingOrganisation, actingUser } from "../stakeholders/index.js";
import { View } from "../views/index.js";
import { Comment } from "./comment.js";
import { AddCommentInput, TakeBackCommentInput } from "./comment-inputs.js";
import { mayComment, mayTakeBack } from "./comment-policy.js";
import { mentionsOf } from "./mentions.js";

/** The most comments of one author in an hour. */
const mostInAnHour = 120;

/** The references of a subject that the ledger needs loaded. */
const ofSubject = {
  action: ["plan", "lead"],
  outcome: ["deliberation"],
  assessment: ["plan", "area", "programme", "university"],
  view: ["organisation", "plan", "plan.lead"],
} as const;

const ofComment = Object.entries(ofSubject).flatMap(([subject, references]) => [
  subject,
  ...references.map((reference) => `${subject}.${reference}`),
]);

/** The mutations on comments. */
export const commentMutations = useCases({
  addComment: creating({
    of: Comment,
    input: AddCommentInput,
    description:
      "Comments on an action, an outcome, an assessment or a view, or replies to a comment. For every member of an organisation who may read the subject; not for an API key that only reads.",
    async run(input, work, id) {
      const place = await placeOf(work, input);
      const onBehalfOf = input.organisationId?.toLowerCase();
      work.authorise(mayComment, { onBehalfOf });
      await checkRate(work);
      const subject = place.action ?? place.outcome ?? place.assessment ?? place.view;
      work.create(Comment, {
        id,
        ...place,
        body: input.body,
        organisation: actingOrganisation(work),
        user: actingUser(work),
        ...(await mentionsOf(work, input.mentions ?? [], subject)),
        sources: [],
      });
    },
  }),

  takeBackComment: changing({
    of: Comment,
    input: TakeBackCommentInput,
    may: mayTakeBack,
    facts: ({ organisation, user }) => ({ organisation: organisation.id, user: user?.id }),
    populate: ofComment,
    description:
      "Takes a comment back: its text and its mentions are gone, its place stays. For its author; for the CONTRIBUTOR, COORDINATOR and ADMIN of the organisation whose API key wrote it.",
    run(comment) {
      if (comment.takenBackAt) {
        const text = {
          en: "The comment has been taken back already.",
          id: "Tanggapan ini sudah ditarik.",
        };
        const state = "TAKEN_BACK";
        throw refused({ from: state, to: state, reason: state, text, path: "input.id" });
      }
      comment.body = null;
      comment.mentionedOrganisations = [];
      comment.mentionedPersons = [];
      comment.takenBackAt = new Date();
    },
  }),
});

/** The place of a comment: what it is about, and the comment that it replies to. */
type Place = { replyTo?: Comment } & (
  | { action: Action; outcome?: never; assessment?: never; view?: never }
  | { action?: never; outcome: Outcome; assessment?: never; view?: never }
  | { action?: never; outcome?: never; assessment: Assessment; view?: never }
  | { action?: never; outcome?: never; assessment?: never; view: View }
);

/** The place that an input names, if the requester can see it. */
async function placeOf(work: Work, input: AddCommentInput): Promise<Place> {
  const { actionId, outcomeId, assessmentId, viewId, replyToId } = input;
  if ([actionId, outcomeId, assessmentId, viewId, replyToId].filter(Boolean).length !== 1) {
    throw badField(
      "input.actionId",
      "give exactly one of actionId, outcomeId, assessmentId, viewId and replyToId",
      "berikan tepat satu dari actionId, outcomeId, assessmentId, viewId, dan replyToId",
    );
  }
  if (actionId) {
    return { action: await work.find(Action, actionId, "input.actionId", ofSubject.action) };
  }
  if (outcomeId) {
    return { outcome: await work.find(Outcome, outcomeId, "input.outcomeId", ofSubject.outcome) };
  }
  if (assessmentId) {
    const path = "input.assessmentId";
    return { assessment: await work.find(Assessment, assessmentId, path, ofSubject.assessment) };
  }
  if (viewId) return { view: await work.find(View, viewId, "input.viewId", ofSubject.view) };
  return placeOfReply(work, String(replyToId));
}

/** The place of a reply: that of the comment that it replies to, which is no reply itself. */
async function placeOfReply(work: Work, id: string): Promise<Place> {
  const replyTo = await work.find(Comment, id, "input.replyToId", ofComment);
  if (replyTo.replyTo) {
    throw badField(
      "input.replyToId",
      "is a reply itself: reply to the first comment",
      "adalah balasan: balaslah tanggapan yang pertama",
    );
  }
  const { action, outcome, assessment, view } = replyTo;
  if (action) return { replyTo, action: action as Action };
  if (outcome) return { replyTo, outcome: outcome as Outcome };
  if (assessment) return { replyTo, assessment: assessment as Assessment };
  return { replyTo, view: view as View };
}

/** Passes while the author has not written too many comments within an hour; else RATE_LIMITED. */
async function checkRate({ em, viewer: { userId }, organisation }: Work): Promise<void> {
  const own = userId
    ? sql`user_id = ${userId}`
    : sql`user_id is null and organisation_id = ${organisation}`;
  const recent = sql<{ count: number; wait: number }>`
    select count(*)::int as count,
      ceil(extract(epoch from min(created_at) + interval '1 hour' - now()))::int as wait
    from comment where ${own} and created_at > now() - interval '1 hour'
      and created_at < now() + interval '1 minute'`;
  const { rows } = await recent.execute(em.getKysely());
  const { count, wait } = rows[0] ?? { count: 0, wait: 0 };
  if (count < mostInAnHour) return;
  const text = {
    en: `You have written ${count} comments within an hour; ${mostInAnHour} are allowed. Try again in ${wait} s.`,
    id: `Anda telah menulis ${count} tanggapan dalam satu jam; batasnya ${mostInAnHour}. Coba lagi dalam ${wait} dtk.`,
  };
  throw new HubError("RATE_LIMITED", text, {
    limit: mostInAnHour,
    remaining: 0,
    retryAfter: wait,
  });
}
