import type {
  AssessmentFilter,
  AssessmentStatus,
  OrganisationFilter,
} from "../../generated/graphql.js";
import { useMemberships, withRole } from "../../session/use-memberships.js";

type Memberships = NonNullable<ReturnType<typeof useMemberships>>;

/**
 * The assessments that wait for somebody with these memberships: to answer, to review, to bring a step
 * further; undefined for who does none of these.
 */
export function toDoFilter(memberships: Memberships): AssessmentFilter | undefined {
  const keys = (found: Memberships) => found.map(({ organisation }) => organisation.key);
  const assessing = keys(withRole(memberships, "ASSESSOR"));
  const coordinating = keys(withRole(memberships, "COORDINATOR", "ADMIN"));
  const waiting = (
    organisations: readonly string[],
    statuses: AssessmentStatus[],
    of: (organisation: OrganisationFilter) => AssessmentFilter,
  ): AssessmentFilter[] =>
    organisations.length === 0
      ? []
      : [{ ...of({ in: [...organisations] }), status: { in: statuses } }];
  const or = [
    ...waiting(assessing, ["DRAFT", "RETURNED"], (university) => ({ university })),
    ...waiting([...new Set([...assessing, ...coordinating])], ["IN_REVIEW"], (reviewer) => ({
      reviewer,
    })),
    ...waiting(coordinating, ["SUBMITTED", "IN_REVIEW", "ACCEPTED"], (owner) => ({
      programme: { owner },
    })),
  ];
  return or.length === 0 ? undefined : { or };
}
