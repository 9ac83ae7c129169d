import "./added-fields.js";

// Classes.

export { Area } from "./area.js";
export { Programme } from "./programme.js";

// Enumerations and lifecycles.

export { AreaCharacter } from "./area.js";
export { PovertyStrategy } from "./programme.js";

// Use cases.

export { areaMutations } from "./area-mutations.js";
export { allProgrammeMutations } from "./mutations.js";
export { programmeMutations } from "./programme-mutations.js";

// Policies, filters and rules.

export {
  Acceptance,
  acceptProposal,
  answersProposal,
  isAccepted,
  type Proposed,
  proposalOwners,
  proposalTo,
  refuseProposal,
  seenOnceAccepted,
} from "./acceptance.js";
export { AreaRegions } from "./area-dimensions.js";
export { coordinatesProgramme } from "./programme-visibility.js";
