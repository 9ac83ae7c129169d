import type { Work } from "../common/index.js";
import { User } from "./user.js";

/** The person who acts; null for an API key, which belongs to no person. */
export const actingUser = ({ em, viewer: { userId } }: Work): User | null =>
  userId ? em.getReference(User, userId) : null;
