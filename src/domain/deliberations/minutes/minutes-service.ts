import type { Viewer } from "../../../access/index.js";
import { canonicalText, textHash } from "../../../ledger/index.js";
import { badField } from "../../../platform/errors.js";
import { newId } from "../../../platform/ids.js";
import { sql } from "../../../reading/index.js";
import { type Done, explainClash, UseCases, type Work } from "../../common/index.js";
import { actingUser, Organisation } from "../../stakeholders/index.js";
import { lockDeliberation } from "../conversation.js";
import { Deliberation } from "../deliberation.js";
import type { DeliberationStepInput } from "../deliberation-inputs.js";
import { mayAcknowledge, mayConduct } from "../deliberation-policy.js";
import {
  DecisionMethod,
  DeliberationStatus,
  deliberationLifecycle,
  OutcomeStatus,
} from "../enums.js";
import { decide } from "../outcomes/decision.js";
import { Outcome } from "../outcomes/outcome.js";
import { standingOf } from "../outcomes/outcome-rules.js";
import { Acknowledgement } from "./acknowledgement.js";
import { Minutes } from "./minutes.js";
import type { AcknowledgeMinutesInput } from "./minutes-inputs.js";
import { recordOf } from "./minutes-records.js";

const once = { en: "has acknowledged them already", id: "sudah mengesahkannya" };
explainClash("acknowledgement_once", "input.organisationId", once.en, once.id);

/** Minutes: how a deliberation is closed, and who acknowledges its record. */
export class MinutesService extends UseCases {
  /**
   * Closes a deliberation: what is undecided is deferred, and its record is frozen with its hash, all
   * in one transaction. Nothing of it changes any more.
   */
  async closeDeliberation(
    viewer: Viewer,
    input: DeliberationStepInput,
  ): Promise<Done & { minutes: string }> {
    const minutes = newId();
    const spec = {
      operation: "closeDeliberation",
      target: Deliberation,
      permission: mayConduct,
      lock: lockDeliberation,
      facts: ({ convener }: Deliberation) => ({ convener: convener.id }),
    };
    const done = await this.changing(viewer, spec, input, async (deliberation, work) => {
      const to = DeliberationStatus.CLOSED;
      deliberationLifecycle.check(deliberation.status, to, "input.id");
      await deferUndecided(deliberation, work);
      deliberation.minutes = await freeze(deliberation, work, minutes);
      deliberation.status = to;
    });
    return { ...done, minutes };
  }

  /** Acknowledges minutes on behalf of an organisation that attended, by the hash that it saw. */
  async acknowledgeMinutes(
    viewer: Viewer,
    input: AcknowledgeMinutesInput,
  ): Promise<Done & { minutes: string }> {
    const done = await this.creating(
      viewer,
      "acknowledgeMinutes",
      Acknowledgement,
      input,
      async (work, id) => {
        const minutes = await work.find(Minutes, input.minutesId, "input.minutesId", [
          "deliberation",
        ]);
        const path = "input.organisationId";
        const organisation = await work.find(Organisation, input.organisationId, path);
        work.authorise(mayAcknowledge, { organisation: organisation.id });
        await checkAttended(work, minutes, organisation.id, path);
        checkHash(minutes, input.sha256);
        const user = actingUser(work);
        const { deliberation } = minutes;
        work.create(Acknowledgement, {
          ...{ id, minutes, deliberation, organisation, user },
          sources: [],
        });
      },
    );
    return { ...done, minutes: input.minutesId.toLowerCase() };
  }
}

/** What was not decided is put off to a later deliberation, with the positions that it had. */
async function deferUndecided({ id }: Deliberation, { em }: Work): Promise<void> {
  const where = { deliberation: id, status: OutcomeStatus.PROPOSED };
  const undecided = await em.find(Outcome, where as never, {
    populate: ["deliberation"] as never,
    orderBy: { number: "asc" } as never,
  });
  for (const outcome of undecided) {
    const standing = await standingOf(em, outcome.id);
    decide(outcome, OutcomeStatus.DEFERRED, DecisionMethod.CONVENER, standing);
  }
  // Before the record is made of it, and before the deliberation is closed to every write.
  await em.flush();
}

async function freeze(deliberation: Deliberation, work: Work, id: string): Promise<Minutes> {
  const closedAt = new Date();
  const document = canonicalText(await recordOf(work.em, deliberation.id, closedAt));
  const sha256 = textHash(document);
  return work.create(Minutes, { id, deliberation, closedAt, sha256, document, sources: [] });
}

async function checkAttended(
  work: Work,
  { deliberation }: Minutes,
  organisation: string,
  path: string,
): Promise<void> {
  const attended = sql`select 1 from invitation where deliberation_id = ${deliberation.id}
    and organisation_id = ${organisation} and jsonb_array_length(attendance) > 0`;
  const { rows } = await attended.execute(work.em.getKysely());
  if (rows.length === 0) throw badField(path, "did not attend", "tidak hadir");
}

function checkHash({ sha256 }: Minutes, seen: string): void {
  if (seen.toLowerCase() === sha256) return;
  throw badField("input.sha256", "is not the hash of these minutes", "bukan hash berita acara ini");
}
