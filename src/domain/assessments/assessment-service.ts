import type { Permission, Viewer } from "../../access/index.js";
import { badField, badUserInput, type Fault } from "../../platform/errors.js";
import { sql } from "../../reading/index.js";
import { type Done, explainClash, sourcesOf, UseCases, type Work } from "../common/index.js";
import { ActionPlan } from "../plans/index.js";
import { Area, Programme } from "../programmes/index.js";
import { Organisation, Sector } from "../stakeholders/index.js";
import { standingOf } from "./answers/scoring.js";
import { keptStanding } from "./answers/standing.js";
import { Assessment } from "./assessment.js";
import type {
  AssessmentReasonInput,
  AssessmentStepInput,
  BeginAssessmentInput,
  DeclareInterestsInput,
} from "./assessment-inputs.js";
import {
  type AssessmentFacts,
  mayAnswer,
  mayAssign,
  mayOffer,
  maySubmit,
  mayWithdraw,
} from "./assessment-policy.js";
import { checkOpen, factsOf, loaded, lockAssessment, subjectOf } from "./at-work.js";
import { AssessmentStatus, assessmentLifecycle, InstrumentStatus } from "./enums.js";
import { checkIndependent } from "./independence.js";
import { Instrument } from "./instruments/instrument.js";

explainClash(
  "assessment_once",
  "input.universityId",
  "has an assessment with this instrument, subject and round already",
  "sudah mempunyai asesmen dengan instrumen, subjek, dan putaran ini",
);

/** Assessments, from their beginning to being handed in. */
export class AssessmentService extends UseCases {
  /** Gives a university an assessment to make. */
  assignAssessment(viewer: Viewer, input: BeginAssessmentInput): Promise<Done> {
    return this.begin(viewer, "assignAssessment", input, mayAssign, true);
  }

  /** Begins an assessment of the university's own accord. */
  offerAssessment(viewer: Viewer, input: BeginAssessmentInput): Promise<Done> {
    return this.begin(viewer, "offerAssessment", input, mayOffer, false);
  }

  /** States the university's interests (rule 4). */
  declareInterests(viewer: Viewer, input: DeclareInterestsInput): Promise<Done> {
    return this.changing(viewer, spec("declareInterests", mayAnswer), input, (assessment) => {
      checkOpen(assessment, "input.id");
      assessment.interests = input.interests;
    });
  }

  /** Hands an assessment in: complete, with its declaration, by a university that is independent. */
  submitAssessment(viewer: Viewer, input: AssessmentStepInput): Promise<Done> {
    const given = spec("submitAssessment", maySubmit);
    return this.changing(viewer, given, input, async (assessment, work) => {
      assessmentLifecycle.check(assessment.status, AssessmentStatus.SUBMITTED, "input.id");
      checkComplete(assessment);
      await checkIndependent(work, assessment.university.id, subjectOf(assessment), "input.id");
      assessment.status = AssessmentStatus.SUBMITTED;
      assessment.submissions += 1;
      assessment.submittedAt = new Date();
    });
  }

  /** Takes back an assessment that was not handed in, or was returned. */
  withdrawAssessment(viewer: Viewer, input: AssessmentReasonInput): Promise<Done> {
    return this.changing(viewer, spec("withdrawAssessment", mayWithdraw), input, (assessment) => {
      assessmentLifecycle.check(assessment.status, AssessmentStatus.WITHDRAWN, "input.id");
      assessment.status = AssessmentStatus.WITHDRAWN;
      assessment.reason = input.reason;
    });
  }

  private begin(
    viewer: Viewer,
    operation: string,
    input: BeginAssessmentInput,
    permission: Permission<AssessmentFacts>,
    assigned: boolean,
  ): Promise<Done> {
    return this.creating(viewer, operation, Assessment, input, async (work, id) => {
      await beginAssessment(work, id, input, { permission, assigned, recorded: false });
    });
  }
}

interface Beginning {
  permission: Permission<AssessmentFacts>;
  assigned: boolean;
  recorded: boolean;
}

/** A new assessment, if the requester may begin it, its parts fit and the university is independent. */
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
    throw badField("input.universityId", "is no university", "bukan perguruan tinggi");
  }
  const subject = { area: area?.id, plan: plan?.id };
  await checkIndependent(work, university.id, subject, "input.universityId");
  return work.create(Assessment, {
    id,
    ...{ instrument, area, plan, programme, university, ...how },
    round: input.round,
    status: AssessmentStatus.DRAFT,
    dueOn: input.dueOn ?? null,
    ...keptStanding(standingOf(instrument, new Map())),
    submissions: 0,
    sources: sourcesOf(input.sources),
  });
}

/** How a step of an assessment is found, held and allowed. */
export const spec = (operation: string, permission: Permission<AssessmentFacts>) => ({
  operation,
  target: Assessment,
  permission,
  facts: factsOf,
  populate: loaded,
  lock: lockAssessment,
});

interface Named {
  area: Area | null;
  plan: ActionPlan | null;
  programme: Programme;
}

/** The area or plan that an input names, with the programme that answers for its assessment. */
async function subjectNamed(work: Work, input: BeginAssessmentInput): Promise<Named> {
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
  throw badField("input.areaId", "give an area or a plan", "berikan kawasan atau rencana");
}

/** The area's programme; where several share the area, the one that the input names. */
async function programmeFor(
  work: Work,
  area: Area,
  named: string | null | undefined,
): Promise<Programme> {
  const own = area.programme?.id;
  const id = named?.toLowerCase() ?? own;
  if (!id) throw badField("input.programmeId", "is needed here", "diperlukan di sini");
  const programme = await work.find(Programme, id, "input.programmeId");
  const plans = sql`select 1 from action_plan where area_id = ${area.id} and programme_id = ${id}`;
  const works = own === undefined || own === id;
  checkProgramme(works || (await plans.execute(work.em.getKysely())).rows.length > 0);
  return programme;
}

function checkProgramme(holds: boolean): void {
  if (holds) return;
  throw badField("input.programmeId", "has no plan there", "tidak mempunyai rencana di sana");
}

/** What must be there before it is handed in; every gap is named at once. */
function checkComplete({ missing, interests }: Assessment): void {
  const faults: Fault[] = missing.map(({ question }) => ({
    path: `answers.${question}`,
    message: { en: "is needed", id: "diperlukan" },
  }));
  if (!interests) {
    const message = {
      en: "declare the university's interests first (declareInterests)",
      id: "nyatakan dahulu kepentingan perguruan tinggi (declareInterests)",
    };
    faults.push({ path: "interests", message });
  }
  if (faults.length > 0) throw badUserInput(faults);
}
