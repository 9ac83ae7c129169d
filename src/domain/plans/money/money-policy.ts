import { allow, coordinating, grantIn } from "../../../access/index.js";

/** Answering a link of the funding chain: the coordinators of the organisation that gave the source. */
export const mayAnswerFunding = allow<{ funder: string }>("funding.answer", (viewer, { funder }) =>
  grantIn(viewer, [funder], coordinating),
);
