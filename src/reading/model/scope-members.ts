/** The members of a change's scope by which rows are bound. */
export const scopeMembers = ["plan", "deliberation", "area", "programme"] as const;
export type ScopeMember = (typeof scopeMembers)[number];
