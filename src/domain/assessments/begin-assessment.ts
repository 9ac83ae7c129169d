import { type Permission, scopeOf } from "../../access/index.js";
import { badField } from "../../platform/errors.js";
import { rowOf, sql } from "../../reading/index.js";
import { type Clash, sourcesOf, type Work } from "../common/index.js";
import { ActionPlan, visiblePlan } from "../plans/index.js";
import { Area, isAccepted, Programme } from "../programmes/index.js";
import { Organisation, Sector } from "../stakeholders/index.js";
import { standingOf } from "./answers/scoring.js";
import { storedStanding } from "./answers/standing.js";
import { Assessment } from "./assessment.js";
import type { BeginAssessmentInput } from "./assessment-inputs.js";
import type { AssessmentFacts } from "./assessment-policy.js";
import { AssessmentStatus, InstrumentStatus } from "./enums.js";
import { checkIndependent } from "./independence.js";
import { Instrument } from "./instruments/instrument.js";

/** The error for a second assessment of the same university, instrument, subject and round. */
export const assessmentOnce: Clash = {
  constraint: "assessment_once",
  path: "input.universityId",
  en: "already has an assessment with this instrument, subject and round",
  id: "sudah mempunyai asesmen dengan instrumen, subjek, dan putaran ini",
};

interface Beginning {
  permission: Permission<AssessmentFacts>;
  assigned: boolean;
  recorded: boolean;
}

/** Creates an assessment after the checks: permission, instrument, sector and independence. */
export async function beginAssessment(
  work: Work,
  id: string,
  input: BeginAssessmentInput,
  { permission, ...how }: Beginning,
): Promise<Assessment> {
  const instrument = await work.find(Instrument, input.instrumentId, "input.instrumentId");
  const university = await work.find(Organisation, input.universityId, "input.universityId");
  const { area, plan, programme } = await subjectNamed(work, input);
  const programmeOwner = programme.owner.id;
  work.authorise(permission, { university: university.id, programmeOwner, reviewer: undefined });
  if (instrument.status !== InstrumentStatus.PUBLISHED) {
    throw badField("input.instrumentId", "is not published", "belum atau tidak lagi terbit");
  }
  if (university.sector !== Sector.UNIVERSITY) {
    throw badField("input.universityId", "is not a university", "bukan perguruan tinggi");
  }
  const subject = { area: area?.id, plan: plan?.id, programme: programme.id };
  await checkIndependent(work, university.id, subject, "input.universityId");
  return work.create(Assessment, {
    id,
    ...{ instrument, area, plan, programme, university, ...how },
    round: input.round,
    status: AssessmentStatus.DRAFT,
    dueOn: input.dueOn ?? null,
    ...storedStanding(standingOf(instrument, new Map())),
    submissions: 0,
    sources: sourcesOf(input.sources),
  });
}

interface SubjectRows {
  area: Area | null;
  plan: ActionPlan | null;
  programme: Programme;
}

/** The area or plan that an input names, with the programme whose owner is responsible. */
async function subjectNamed(work: Work, input: BeginAssessmentInput): Promise<SubjectRows> {
  const { areaId, planId } = input;
  if (planId && !areaId) {
    const plan = await work.find(ActionPlan, planId, "input.planId", ["programme"]);
    const programme = plan.programme as Programme;
    checkProgramme(!input.programmeId || input.programmeId.toLowerCase() === programme.id);
    return { area: null, plan, programme };
  }
  if (areaId && !planId) {
    const area = await work.find(Area, areaId, "input.areaId");
    return { area, plan: null, programme: await programmeFor(work, area, input.programmeId) };
  }
  throw badField(
    "input.areaId",
    "give either an area or a plan",
    "berikan salah satu: kawasan atau rencana",
  );
}

/**
 * The programme that the input names, if it works in the area by a plan that the requester can see; by
 * default the area's own.
 */
async function programmeFor(
  work: Work,
  area: Area,
  named: string | null | undefined,
): Promise<Programme> {
  const own = area.programme?.id;
  const id = named?.toLowerCase() ?? own;
  if (!id)
    throw badField(
      "input.programmeId",
      "is required for this area",
      "wajib diisi untuk kawasan ini",
    );
  const programme = await work.find(Programme, id, "input.programmeId");
  const plan = rowOf(ActionPlan);
  const plans = sql`select 1 from ${plan.source} where ${plan.column("area_id")} = ${area.id}
    and ${plan.column("programme_id")} = ${id} and ${plan.column("status")} <> 'CANCELLED'
    and ${isAccepted(plan)} and ${visiblePlan(scopeOf(work.viewer), plan)}`;
  const isOwn = own === undefined || own === id;
  checkProgramme(isOwn || (await plans.execute(work.em.getKysely())).rows.length > 0);
  return programme;
}

function checkProgramme(holds: boolean): void {
  if (holds) return;
  throw badField(
    "input.programmeId",
    "has no plan for this subject",
    "tidak mempunyai rencana untuk subjek ini",
  );
}
