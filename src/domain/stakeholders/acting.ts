import type { Work } from "../common/index.js";
import { Organisation } from "./organisation.js";
import { User } from "./user.js";

/** The person who acts; null for an API key, which belongs to no person. */
export const actingUser = ({ em, viewer: { userId } }: Work): User | null =>
  userId ? em.getReference(User, userId) : null;

/** The organisation on whose behalf the use case was authorised; null for the platform's operator. */
export const actingOrganisation = ({ em, organisation }: Work): Organisation | null =>
  organisation ? em.getReference(Organisation, organisation) : null;
