import type { OrganisationPageMembersQuery, Role } from "../../generated/graphql.js";

export type Membership = NonNullable<
  OrganisationPageMembersQuery["organisation"]
>["memberships"]["nodes"][number];

/** A person with all their roles in one organisation. */
export interface Member {
  id: string;
  name: string | null;
  email: string;
  memberships: Membership[];
}

/** The memberships of an organisation by person. */
export function membersIn(memberships: readonly Membership[]): Member[] {
  const members = new Map<string, Member>();
  for (const membership of memberships) {
    const { id, name, email } = membership.user;
    const member = members.get(id) ?? { id, name, email, memberships: [] };
    member.memberships.push(membership);
    members.set(id, member);
  }
  return [...members.values()];
}

/** How a person is called: by name, else by address. */
export const calledOf = ({ name, email }: Member): string => name ?? email;

/** What is to be done so that a person has the chosen roles and no others. */
export function stepsTo(
  { memberships }: Member,
  chosen: readonly Role[],
): { added: Role[]; removed: Membership[] } {
  const added = chosen.filter((role) => !memberships.some((one) => one.role === role));
  const gone = memberships.filter(({ role }) => !chosen.includes(role));
  // Administrators who take away their own roles lose the right to do so last.
  const isAdmin = ({ role }: Membership) => role === "ADMIN";
  return { added, removed: [...gone.filter((one) => !isAdmin(one)), ...gone.filter(isAdmin)] };
}
