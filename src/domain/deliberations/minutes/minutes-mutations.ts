import { canonicalText, textHash } from "../../../ledger/index.js";
import { badField } from "../../../platform/errors.js";
import { newId } from "../../../platform/ids.js";
import { sql } from "../../../reading/index.js";
import { type Clash, changing, creating, useCases, type Work } from "../../common/index.js";
import { actingUser, Organisation } from "../../stakeholders/index.js";
import { lockDeliberation } from "../conversation.js";
import { Deliberation } from "../deliberation.js";
import { DeliberationStepInput } from "../deliberation-inputs.js";
import { conveners, mayAcknowledge, mayConduct, speakers } from "../deliberation-policy.js";
import {
  DecisionMethod,
  DeliberationStatus,
  deliberationLifecycle,
  OutcomeStatus,
} from "../enums.js";
import { decide, type Standing } from "../outcomes/decision.js";
import { Outcome } from "../outcomes/outcome.js";
import { checkNoVoteOpenIn, standingsOf } from "../outcomes/outcome-rules.js";
import { refuseReason } from "../step-reason.js";
import { Acknowledgement } from "./acknowledgement.js";
import { Minutes } from "./minutes.js";
import { AcknowledgeMinutesInput } from "./minutes-inputs.js";
import { recordOf } from "./minutes-records.js";

const acknowledgementOnce: Clash = {
  constraint: "acknowledgement_once",
  path: "input.organisationId",
  en: "has already acknowledged these minutes",
  id: "sudah mengesahkan berita acara ini",
};

/** The mutations on minutes: the close of a deliberation, and acknowledgements of its record. */
export const minutesMutations = useCases({
  // Decisions, minutes and status change in one transaction; afterwards the deliberation never changes.
  closeDeliberation: changing({
    of: Deliberation,
    input: DeliberationStepInput,
    also: { of: Minutes, id: ({ minutes }) => minutes?.id },
    may: mayConduct,
    lock: lockDeliberation,
    facts: ({ convener }) => ({ convener: convener.id }),
    description: `Closes a deliberation and creates its minutes. Undecided outcomes are deferred. Refused while a vote is open. ${conveners}`,
    async run(deliberation, { reason }, work) {
      const to = DeliberationStatus.CLOSED;
      deliberationLifecycle.check(deliberation.status, to, "input.id");
      refuseReason(reason);
      await deferUndecided(deliberation, work);
      deliberation.minutes = await createMinutes(deliberation, work);
      deliberation.status = to;
    },
  }),

  acknowledgeMinutes: creating({
    of: Acknowledgement,
    input: AcknowledgeMinutesInput,
    also: { of: Minutes, id: ({ minutesId }) => minutesId },
    description: `Acknowledges minutes for an organisation that attended, by the hash of the text that it read. ${speakers}`,
    clashes: [acknowledgementOnce],
    async run({ minutesId, organisationId, sha256 }, work, id) {
      const minutes = await work.find(Minutes, minutesId, "input.minutesId", ["deliberation"]);
      const path = "input.organisationId";
      const organisation = await work.find(Organisation, organisationId, path);
      work.authorise(mayAcknowledge, { organisation: organisation.id });
      await checkAttended(work, minutes, organisation.id, path);
      checkHash(minutes, sha256);
      const { deliberation } = minutes;
      const fields = { minutes, deliberation, organisation, user: actingUser(work) };
      work.create(Acknowledgement, { id, ...fields, sources: [] });
    },
  }),
});

/**
 * Defers the undecided outcomes to a later deliberation, with their present positions; refused while a vote
 * on one is open.
 */
async function deferUndecided({ id }: Deliberation, { em }: Work): Promise<void> {
  const where = { deliberation: id, status: OutcomeStatus.PROPOSED };
  const undecided = await em.find(Outcome, where, {
    populate: ["deliberation"],
    orderBy: { number: "asc" },
  });
  checkNoVoteOpenIn(undecided);
  const standings = await standingsOf(
    em,
    undecided.map(({ id }) => id),
  );
  for (const outcome of undecided) {
    const standing = standings.get(outcome.id) as Standing;
    decide(outcome, OutcomeStatus.DEFERRED, DecisionMethod.CONVENER, standing);
  }
  // The record is read by SQL, and a closed deliberation refuses every write: so write them now.
  await em.flush();
}

/** Creates the minutes: the deliberation's record with its hash. */
async function createMinutes(deliberation: Deliberation, work: Work): Promise<Minutes> {
  const closedAt = new Date();
  const document = canonicalText(await recordOf(work.em, deliberation.id, closedAt));
  const sha256 = textHash(document);
  const fields = { deliberation, closedAt, sha256, document };
  return work.create(Minutes, { id: newId(), ...fields, sources: [] });
}

async function checkAttended(
  work: Work,
  { deliberation }: Minutes,
  organisation: string,
  path: string,
): Promise<void> {
  const attended = sql`select 1 from invitation where deliberation_id = ${deliberation.id}
    and organisation_id = ${organisation}
    and (jsonb_array_length(attendance) > 0 or attended_by_source)`;
  const { rows } = await attended.execute(work.em.getKysely());
  if (rows.length === 0) throw badField(path, "did not attend", "tidak hadir");
}

function checkHash({ sha256 }: Minutes, seen: string): void {
  if (seen.toLowerCase() === sha256) return;
  throw badField(
    "input.sha256",
    "is not the hash of these minutes; read them again",
    "bukan hash berita acara ini; baca kembali",
  );
}
