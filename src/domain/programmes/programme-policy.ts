import { allow, coordinating, grantIn, grantOperator } from "../../access/index.js";

// Who may do what with programmes and areas (domain, "Who may do what").

/** A platform operator manages programmes. */
export const mayCreateProgramme = allow<null>("programme.create", grantOperator);

/** A programme's owner coordinates it; the operator manages it. */
export const mayUpdateProgramme = allow<{ owner: string }>(
  "programme.update",
  (viewer, { owner }) => grantIn(viewer, [owner], coordinating) ?? grantOperator(viewer),
);

/** The facts of an area's policies: who owns the programme that it was chosen for. */
export interface AreaFacts {
  programmeOwner: string | undefined;
}

const coordinatesOrOperates = (viewer: Parameters<typeof grantOperator>[0], facts: AreaFacts) =>
  grantIn(viewer, [facts.programmeOwner], coordinating) ?? grantOperator(viewer);

// Areas are for the coordinators of the programme's owner; those of no programme for the operator.
export const mayCreateArea = allow<AreaFacts>("area.create", coordinatesOrOperates);
export const mayUpdateArea = allow<AreaFacts>("area.update", coordinatesOrOperates);
