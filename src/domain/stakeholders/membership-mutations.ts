import { Role } from "../../access/index.js";
import { newId } from "../../platform/ids.js";
import { type Clash, creating, removing, useCases } from "../common/index.js";
import { Membership } from "./membership.js";
import { Organisation } from "./organisation.js";
import { AddMemberInput } from "./stakeholder-inputs.js";
import { mayManageMembers } from "./stakeholder-policy.js";
import { checkUniversity } from "./universities.js";
import { User } from "./user.js";

const membershipOnce: Clash = {
  constraint: "membership_once",
  path: "input.role",
  en: "is already held by this person",
  id: "sudah dipegang orang ini",
};

/** The mutations on the members of organisations. */
export const membershipMutations = useCases({
  addMember: creating({
    of: Membership,
    input: AddMemberInput,
    description:
      "Gives a person a role in an organisation. Adds the person if the hub does not know them yet. For the organisation's ADMIN and a platform operator.",
    clashes: [membershipOnce],
    async run({ organisationId, role, name, ...input }, work, id) {
      const organisation = await work.find(Organisation, organisationId, "input.organisationId");
      work.authorise(mayManageMembers, organisation.id);
      if (role === Role.ASSESSOR) checkUniversity(organisation, "input.role");
      const email = input.email.toLowerCase();
      const known = await work.em.findOne(User, { email });
      const user =
        known ?? work.create(User, { id: newId(), email, name: name ?? null, sources: [] });
      work.create(Membership, { id, organisation, user, role, sources: [] });
    },
  }),

  removeMember: removing({
    of: Membership,
    may: mayManageMembers,
    facts: ({ organisation }) => organisation.id,
    description:
      "Removes a role from a person; streams that depend on it end. For the organisation's ADMIN and a platform operator.",
  }),
});
