import "./added-fields.js";
import "./added-measures.js";

// Classes
export { Adoption } from "./adoption/adoption.js";
// Use cases
export { adoptionMutations } from "./adoption/adoption-mutations.js";
export { Deliberation } from "./deliberation.js";
export { deliberationMutations } from "./deliberation-mutations.js";
// Enumerations
export { DeliberationKind, Stance } from "./enums.js";
export { Invitation } from "./invitations/invitation.js";
export { invitationMutations, linesOfMoves } from "./invitations/invitation-mutations.js";
export { Acknowledgement } from "./minutes/acknowledgement.js";
export { Minutes } from "./minutes/minutes.js";
// Minutes: their shape, their page, and the check of their hashes
export type { MinutesDocument, MinutesQuorum } from "./minutes/minutes-document.js";
export { minutesMutations } from "./minutes/minutes-mutations.js";
export { minutesPage } from "./minutes/minutes-page.js";
export { linesOfMinutes, verifyMinutes } from "./minutes/minutes-verify.js";
export { allDeliberationMutations } from "./mutations.js";
export { linesOfVoices } from "./outcomes/one-person.js";
export { Outcome } from "./outcomes/outcome.js";
export { outcomeMutations } from "./outcomes/outcome-mutations.js";
export { OutcomePosition } from "./outcomes/outcome-position.js";
export { OutcomeVersion } from "./outcomes/outcome-version.js";
