import { isDeepStrictEqual } from "node:util";
import { badField, badUserInput } from "../../../platform/errors.js";
import { newId } from "../../../platform/ids.js";
import { sql } from "../../../reading/index.js";
import {
  changing,
  creating,
  givenText,
  type StoredText,
  sourcesOf,
  useCases,
  type Work,
} from "../../common/index.js";
import { actingUser, Organisation } from "../../stakeholders/index.js";
import {
  attendanceOf,
  checkAttends,
  checkHeldHere,
  checkInSession,
  conversation,
  lockDeliberationOf,
  tooMany,
} from "../conversation.js";
import type { Deliberation } from "../deliberation.js";
import {
  conveners,
  mayAmend,
  mayPropose,
  mayRecordOutcome,
  speakers,
} from "../deliberation-policy.js";
import { DecisionMethod, DeliberationStatus, OutcomeStatus } from "../enums.js";
import { decisionOf } from "./decision.js";
import { Outcome } from "./outcome.js";
import { AmendOutcomeInput, ProposeOutcomeInput, RecordOutcomeInput } from "./outcome-inputs.js";
import { checkNoVoteOpen, checkProposed, checkStands, lockOutcome } from "./outcome-rules.js";
import { OutcomeVersion } from "./outcome-version.js";

// The limits of outcomes in a meeting, and of texts of an outcome. One statement gathers a meeting's record
// while its other use cases wait, and people must be able to read the record.
const mostOutcomes = 500;
const mostTexts = 100;

/** The mutations on outcomes and their texts. */
export const outcomeMutations = useCases({
  proposeOutcome: creating({
    of: Outcome,
    input: ProposeOutcomeInput,
    description: `Proposes an outcome on behalf of an organisation that attends, or of the convener. ${speakers}`,
    async run(input, work, id) {
      const deliberation = await conversation(work, input.deliberationId);
      const { organisationId } = input;
      const organisation = await work.find(Organisation, organisationId, "input.organisationId");
      work.authorise(mayPropose, { organisation: organisation.id });
      checkInSession(deliberation, "PROPOSED", "input.deliberationId");
      checkHeldHere(deliberation, "input.deliberationId");
      if (organisation.id !== deliberation.convener.id) {
        await checkAttends(work, deliberation, organisation.id, "input.organisationId");
      }
      const initial = {
        proposedBy: organisation,
        status: OutcomeStatus.PROPOSED,
        decision: null,
      };
      const outcome = await addOutcome(work, deliberation, { ...input, id }, initial);
      addText(work, outcome, organisation, null);
    },
  }),

  recordOutcome: creating({
    of: Outcome,
    input: RecordOutcomeInput,
    description: `Records an outcome that was agreed in a meeting held without the hub, as its sources report it. ${conveners}`,
    async run(input, work, id) {
      const deliberation = await conversation(work, input.deliberationId);
      work.authorise(mayRecordOutcome, { convener: deliberation.convener.id });
      checkInSession(deliberation, "RECORDED", "input.deliberationId");
      if (!deliberation.recorded) {
        throw badField(
          "input.deliberationId",
          "is held in the hub; propose its outcomes with proposeOutcome",
          "diselenggarakan di hub; usulkan hasilnya dengan proposeOutcome",
        );
      }
      const decision = decisionOf(DecisionMethod.RECORDED);
      const initial = { proposedBy: null, status: OutcomeStatus.AGREED, decision };
      const outcome = await addOutcome(work, deliberation, { ...input, id }, initial);
      addText(work, outcome, deliberation.convener, null);
    },
  }),

  amendOutcome: changing({
    of: Outcome,
    input: AmendOutcomeInput,
    may: mayAmend,
    lock: lockDeliberationOf("outcome"),
    populate: ["deliberation"],
    facts: async (outcome, { em }, { organisationId }) => ({
      convener: outcome.deliberation.convener.id,
      proposer: await presentProposer(outcome, em),
      onBehalfOf: organisationId?.toLowerCase(),
    }),
    description:
      "Amends an outcome's text. The earlier text stays on record with its positions; the new text has none yet. What says the same changes nothing. For the COORDINATOR and ADMIN of the convener, and of the proposing organisation while it attends.",
    async run(outcome, input, work) {
      const deliberation = outcome.deliberation as Deliberation;
      checkInSession(deliberation, "AMENDED", "input.id");
      // An outcome of a recorded meeting is agreed from the start, and can be corrected until the close.
      if (!deliberation.recorded) checkProposed(outcome, "AMENDED");
      checkNoVoteOpen(outcome, "AMENDED");
      const amended = await amendedText(work, outcome, input);
      // What says the same is no new text: it clears no positions.
      if (isDeepStrictEqual(said(amended), said(textOf(outcome)))) return;
      if (outcome.textVersion >= mostTexts) throw tooMany("input.id", mostTexts);
      Object.assign(outcome, amended, { textVersion: outcome.textVersion + 1 });
      // A string: `mayAmend` always grants on behalf of an organisation.
      const organisation = work.em.getReference(Organisation, work.organisation as string);
      addText(work, outcome, organisation, input.reason);
    },
  }),
});

/** What a position is on: the words, who is responsible, and when it is due. */
type OutcomeText = Pick<Outcome, "statement" | "responsible"> & { dueOn: string | null };

const textOf = ({ statement, responsible, dueOn }: Outcome): OutcomeText => ({
  statement,
  responsible: [...responsible],
  dueOn: dueOn ?? null,
});

/** The words of a text, without what nobody sees. */
const plainWords = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();

/** What a text says: its words without invisible characters, and the responsible organisations in any order. */
const said = ({ statement, responsible, dueOn }: OutcomeText): OutcomeText => ({
  statement: Object.fromEntries(
    Object.entries(statement).map(([language, text]) => [language, plainWords(text)]),
  ),
  responsible: responsible.toSorted(),
  dueOn,
});

/** The outcome's text with an amendment. */
async function amendedText(
  work: Work,
  outcome: Outcome,
  input: AmendOutcomeInput,
): Promise<OutcomeText> {
  const { text, statement, responsibleIds, dueOn } = input;
  const words = text ?? statement;
  if (words === undefined && responsibleIds === undefined && dueOn === undefined) {
    throw nothingAmended();
  }
  const present = textOf(outcome);
  const responsible = responsibleIds && (await responsibleOf(work, responsibleIds));
  return {
    statement: words === undefined ? present.statement : givenStatement(input),
    responsible: responsible ?? present.responsible,
    dueOn: dueOn === undefined ? present.dueOn : dueOn,
  };
}

/** The text that an input gives, whole. */
const givenStatement = ({
  text,
  statement,
}: Pick<AmendOutcomeInput, "text" | "statement">): StoredText =>
  givenText({ names: ["text", "statement"], plain: text, byLanguage: statement });

async function presentProposer({ deliberation, proposedBy }: Outcome, em: Work["em"]) {
  if (!proposedBy) return undefined;
  const attendance = await attendanceOf(em, deliberation.id, proposedBy.id);
  return attendance === "present" ? proposedBy.id : undefined;
}

/** Creates an outcome with the next number. The deliberation is locked, so each number is used once. */
async function addOutcome(
  work: Work,
  deliberation: Deliberation,
  input: ProposeOutcomeInput | RecordOutcomeInput,
  initial: Pick<Outcome, "proposedBy" | "status" | "decision">,
): Promise<Outcome> {
  const { id, responsibleIds, dueOn, supersedesId, takesUpId, sources } = input;
  const supersedes = supersedesId
    ? await outcomeToSupersede(work, supersedesId, deliberation)
    : null;
  const takesUp = takesUpId ? await outcomeToTakeUp(work, takesUpId, deliberation) : null;
  return work.create(Outcome, {
    id,
    deliberation,
    programme: deliberation.programme ?? null,
    number: await nextNumber(work, deliberation.id),
    statement: givenStatement(input),
    textVersion: 1,
    ...initial,
    responsible: await responsibleOf(work, responsibleIds ?? []),
    dueOn: dueOn ?? null,
    votingSince: null,
    vote: null,
    countedOrganisations: [],
    decidedAt: null,
    reason: null,
    supersedes,
    takesUp,
    sources: sourcesOf(sources),
  });
}

async function nextNumber(work: Work, deliberation: string): Promise<number> {
  const last = sql<{ last: number }>`
    select coalesce(max(number), 0) as last from outcome where deliberation_id = ${deliberation}`;
  const { rows } = await last.execute(work.em.getKysely());
  const next = (rows[0]?.last ?? 0) + 1;
  if (next > mostOutcomes) throw tooMany("input.deliberationId", mostOutcomes);
  return next;
}

/** The responsible organisations, each once. */
async function responsibleOf(work: Work, ids: readonly string[]): Promise<string[]> {
  const found = await work.findAll(Organisation, ids, "input.responsibleIds");
  return [...new Set(found.map(({ id }) => id))];
}

/** The outcome that a new one is to supersede: agreed, and of an earlier, closed deliberation. */
async function outcomeToSupersede(work: Work, id: string, later: Deliberation): Promise<Outcome> {
  const path = "input.supersedesId";
  await lockOutcome(work.em, id.toLowerCase());
  const outcome = await outcomeBefore(work, id, later, path);
  await checkStands(work.em, outcome, path);
  return outcome;
}

/** The outcome that a new one is to take up again: deferred, and of an earlier, closed deliberation. */
async function outcomeToTakeUp(work: Work, id: string, later: Deliberation): Promise<Outcome> {
  const path = "input.takesUpId";
  const outcome = await outcomeBefore(work, id, later, path);
  if (outcome.status !== OutcomeStatus.DEFERRED) {
    throw badField(path, "was not deferred", "tidak ditunda");
  }
  return outcome;
}

/** The outcome with this id, of a deliberation that was closed before `later`, and not held after it. */
async function outcomeBefore(
  work: Work,
  id: string,
  later: Deliberation,
  path: string,
): Promise<Outcome> {
  const outcome = await work.find(Outcome, id, path, ["deliberation"]);
  const { status, heldFrom } = outcome.deliberation as Deliberation;
  if (status !== DeliberationStatus.CLOSED || heldFrom > later.heldFrom) {
    throw badField(
      path,
      "is not of an earlier, closed deliberation",
      "bukan dari rembuk sebelumnya yang sudah ditutup",
    );
  }
  return outcome;
}

/** Stores the outcome's current text as a version, with its author and the reason. */
function addText(
  work: Work,
  outcome: Outcome,
  organisation: Pick<Organisation, "id">,
  reason: string | null,
): void {
  const { deliberation, textVersion, statement, responsible, dueOn } = outcome;
  work.create(OutcomeVersion, {
    id: newId(),
    outcome,
    deliberation,
    number: textVersion,
    statement,
    reason,
    organisation,
    user: actingUser(work),
    responsible: [...responsible],
    dueOn: dueOn ?? null,
    sources: [],
  });
}

const nothingAmended = () =>
  badUserInput(
    ["text", "statement", "responsibleIds", "dueOn"].map((name) => ({
      path: `input.${name}`,
      message: { en: "give at least one of these", id: "berikan sedikitnya satu" },
    })),
  );
