import { badField, conflict } from "../../../platform/errors.js";
import { answerLanguage } from "../../../platform/request-scope.js";
import { changing, creating, textIn, useCases, type Work } from "../../common/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { checkAttends, checkInSession, lockDeliberationOf } from "../conversation.js";
import type { Deliberation } from "../deliberation.js";
import { mayTakePosition, speakers } from "../deliberation-policy.js";
import { Stance } from "../enums.js";
import { checkSpeaksForOne } from "./one-person.js";
import { Outcome } from "./outcome.js";
import { OutcomePosition } from "./outcome-position.js";
import { checkProposed } from "./outcome-rules.js";
import { ChangePositionInput, TakePositionInput } from "./position-inputs.js";

/** The mutations on positions; while a vote is open they are the votes. */
export const positionMutations = useCases({
  takePosition: creating({
    of: OutcomePosition,
    input: TakePositionInput,
    also: { of: Outcome, id: ({ outcomeId }) => outcomeId },
    description: `Takes a position on an outcome's current text. Each organisation takes one, and each person speaks for one organisation in a meeting. ${speakers}`,
    async run(input, work, id) {
      const outcomeId = input.outcomeId.toLowerCase();
      await lockDeliberationOf("outcome")(work, outcomeId);
      const outcome = await work.find(Outcome, outcomeId, "input.outcomeId", ["deliberation"]);
      const { organisationId } = input;
      const organisation = await work.find(Organisation, organisationId, "input.organisationId");
      work.authorise(mayTakePosition, { organisation: organisation.id });
      const deliberation = outcome.deliberation as Deliberation;
      checkInSession(deliberation, "POSITION", "input.outcomeId");
      checkProposed(outcome, "POSITION", "input.outcomeId");
      checkCurrent(outcome, input.textVersion, "input.textVersion");
      await checkAttends(work, deliberation, organisation.id, "input.organisationId");
      await checkSpeaksForOne(work, deliberation.id, organisation.id, "input.organisationId");
      await checkNotTaken(work, outcome, organisation.id);
      work.create(OutcomePosition, {
        id,
        outcome,
        deliberation,
        textVersion: outcome.textVersion,
        organisation,
        stance: input.stance,
        reason: reasonOf(input),
        takenAt: new Date(),
        sources: [],
      });
    },
  }),

  changePosition: changing({
    of: OutcomePosition,
    input: ChangePositionInput,
    also: { of: Outcome, id: ({ outcome }) => outcome.id },
    may: mayTakePosition,
    lock: lockDeliberationOf("outcome_position"),
    populate: ["outcome", "deliberation"],
    facts: ({ organisation }) => ({ organisation: organisation.id }),
    description: `Changes the stance on the same text, for example when an objection is withdrawn. ${speakers}`,
    async run(position, input, work) {
      const deliberation = position.deliberation as Deliberation;
      const outcome = position.outcome as Outcome;
      checkInSession(deliberation, "POSITION", "input.id");
      checkProposed(outcome, "POSITION");
      checkCurrent(outcome, position.textVersion, "input.id");
      await checkAttends(work, deliberation, position.organisation.id, "input.id");
      await checkSpeaksForOne(work, deliberation.id, position.organisation.id, "input.id");
      position.stance = input.stance;
      position.reason = reasonOf(input);
      position.takenAt = new Date();
    },
  }),
});

/** Passes for the number of the current text; else CONFLICT with the current text. */
function checkCurrent({ textVersion, statement, version }: Outcome, seen: number, path: string) {
  if (seen === textVersion) return;
  const text = textIn(statement, answerLanguage());
  const message = {
    en: `The text was amended; its number is now ${textVersion}. Read it and take a new position.`,
    id: `Rumusan telah diubah; kini nomor ${textVersion}. Baca dan nyatakan sikap kembali.`,
  };
  throw conflict(message, { current: { textVersion, text, version } }, path);
}

async function checkNotTaken(work: Work, outcome: Outcome, organisation: string): Promise<void> {
  const { id: outcomeId, textVersion } = outcome;
  const where = { outcome: outcomeId, textVersion, organisation };
  const existing = await work.em.findOne(OutcomePosition, where);
  if (!existing) return;
  const { id, version, stance, reason = null } = existing;
  const message = {
    en: "This organisation already has a position on this text. Change it with changePosition.",
    id: "Lembaga ini sudah menyatakan sikap atas rumusan ini. Ubahlah dengan changePosition.",
  };
  throw conflict(message, { current: { id, version, stance, reason } }, "input.organisationId");
}

/** The stances that require a reason. */
const reasoned: readonly Stance[] = [Stance.AGREE_WITH_RESERVATION, Stance.OBJECT];

/** The reason for a stance; BAD_USER_INPUT for a reservation or objection without one. */
function reasonOf({ stance, reason }: { stance: Stance; reason?: string | null }): string | null {
  if (reason || !reasoned.includes(stance)) return reason ?? null;
  throw badField("input.reason", `is required for ${stance}`, `wajib diisi untuk ${stance}`);
}
