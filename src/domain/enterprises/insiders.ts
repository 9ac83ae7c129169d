import { sql } from "../../reading/index.js";
import type { Work } from "../common/index.js";
import { takingPart } from "../plans/index.js";
import type { EnterpriseGroup } from "./enterprise-group.js";

/** The requester's organisations that take part in a plan of the area. */
export const takingPartIn = (work: Work, area: string): Promise<string[]> =>
  takingPart(work, (plan) => sql`${plan.column("area_id")} = ${area}`);

/**
 * The insiders of a group: the organisation that registered it, and those that take part in its
 * area.
 */
export const insidersOf = async (work: Work, { organisation, area }: EnterpriseGroup) => ({
  organisation: organisation?.id,
  takingPart: await takingPartIn(work, area.id),
});
