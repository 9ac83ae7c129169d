import type { Role } from "../../generated/graphql.js";
import { type Membership, useMemberships, withRole } from "../../session/use-memberships.js";
import type { Assessment, Rights } from "./at-work.js";

const none: Rights = { answers: false, reviews: false, coordinates: false, assesses: false };

/**
 * What the viewer may do, by docs/universities.md; nothing until the hub has said who the viewer is, or
 * where this browser has kept that.
 */
export function useRights(assessment: Assessment, kept?: readonly Membership[]): Rights {
  const memberships = useMemberships() ?? kept;
  if (!memberships) return none;
  const { university, reviewer, programme, status } = assessment;
  const has = (organisation: { id: string } | null, ...roles: Role[]): boolean =>
    withRole(memberships, ...roles).some((one) => one.organisation.id === organisation?.id);
  const assesses = has(university, "ASSESSOR");
  const isOpen = status === "DRAFT" || status === "RETURNED";
  return {
    assesses,
    answers: assesses && isOpen,
    reviews: status === "IN_REVIEW" && has(reviewer, "ASSESSOR", "COORDINATOR", "ADMIN"),
    coordinates: has(programme.owner, "COORDINATOR", "ADMIN"),
  };
}
