import { useMemberships, withRole } from "../../session/use-memberships.js";

interface Named {
  id: string;
}

/** The organisations whose coordinators may change a plan. */
interface PlanOwners {
  lead: Named;
  programme: { owner: Named };
  participants: readonly { role: string; status: string; organisation: Named }[];
}

/** The ids of the organisations that the reader coordinates. */
export function useCoordinated(): string[] {
  const memberships = withRole(useMemberships() ?? [], "COORDINATOR", "ADMIN");
  return memberships.map(({ organisation }) => organisation.id);
}

/**
 * Whether the reader coordinates a plan: for its lead, an accountable organisation or the programme's owner.
 * The hub decides; this says what is offered.
 */
export function useCoordinates({ lead, programme, participants }: PlanOwners): boolean {
  const mine = useCoordinated();
  const accountable = participants
    .filter(({ role, status }) => role === "ACCOUNTABLE" && status === "ACCEPTED")
    .map(({ organisation }) => organisation.id);
  return [lead.id, programme.owner.id, ...accountable].some((id) => mine.includes(id));
}
