import type {
  AssessmentRound,
  BeginAssessmentInput,
  ProgrammeFilter,
} from "../../../generated/graphql.js";
import type { MyOrganisation } from "../../../session/use-memberships.js";

/** As whom one begins: an assessor of universities, or a coordinator of owners of programmes. */
export type BeginAs =
  | { kind: "offer"; universities: readonly MyOrganisation[] }
  | { kind: "assign"; owners: readonly MyOrganisation[] };

/** What the form says so far; an empty text is nothing chosen. */
export interface BeginDraft {
  universityId: string;
  subject: "plan" | "area";
  planId: string;
  areaId: string;
  programmeId: string;
  instrumentId: string;
  round: AssessmentRound;
  dueOn: string;
}

/** The draft with which the form begins. */
export const emptyDraft = (as: BeginAs): BeginDraft => ({
  universityId: as.kind === "offer" ? (as.universities[0]?.id ?? "") : "",
  ...{ subject: "plan", planId: "", areaId: "", programmeId: "" },
  ...{ instrumentId: "", round: "BASELINE", dueOn: "" },
});

/** True once all that the hub needs is chosen. */
export const isChosen = ({ universityId, subject, planId, areaId, instrumentId }: BeginDraft) =>
  universityId !== "" && instrumentId !== "" && (subject === "plan" ? planId : areaId) !== "";

/** The input of the mutation, with the id that was made for the form. */
export function inputOf(id: string, draft: BeginDraft): BeginAssessmentInput {
  const { universityId, subject, planId, areaId, programmeId, instrumentId, round, dueOn } = draft;
  const area = programmeId === "" ? { areaId } : { areaId, programmeId };
  return {
    ...{ id, universityId, instrumentId, round },
    ...(subject === "plan" ? { planId } : area),
    ...(dueOn === "" ? {} : { dueOn }),
  };
}

/** The programmes that one can choose: a coordinator's own, any for an assessor. */
export const programmesOf = (as: BeginAs): ProgrammeFilter | null =>
  as.kind === "assign" ? { owner: { in: as.owners.map(({ key }) => key) } } : null;
