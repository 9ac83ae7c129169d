import { allow, coordinating, grantIn, grantOperator } from "../../access/index.js";

// The policies of programmes and areas (domain, "Who may do what").

/** Registering a programme: a platform operator. */
export const mayCreateProgramme = allow<null>("programme.create", grantOperator);

/** Changing a programme: the coordinators of its owner, and the operator. */
export const mayUpdateProgramme = allow<{ owner: string }>(
  "programme.update",
  (viewer, { owner }) => grantIn(viewer, [owner], coordinating) ?? grantOperator(viewer),
);

/** The facts of an area's policies: the owner of the programme that it was chosen for. */
export interface AreaFacts {
  programmeOwner: string | undefined;
}

const coordinatesOrOperates = (viewer: Parameters<typeof grantOperator>[0], facts: AreaFacts) =>
  grantIn(viewer, [facts.programmeOwner], coordinating) ?? grantOperator(viewer);

// Creating and changing areas: the coordinators of the programme's owner, and the operator. For an
// area of no programme the operator alone.
export const mayCreateArea = allow<AreaFacts>("area.create", coordinatesOrOperates);
export const mayUpdateArea = allow<AreaFacts>("area.update", coordinatesOrOperates);
