import type { Ledger } from "../../ledger/index.js";
import type { Class } from "../../reading/index.js";
import { mutations, RemovalInput } from "../common/index.js";
import { ApiKey } from "./api-key.js";
import { Membership } from "./membership.js";
import { Organisation } from "./organisation.js";
import {
  AddMemberInput,
  CreateOrganisationInput,
  IssueApiKeyInput,
  UpdateOrganisationInput,
} from "./stakeholder-inputs.js";
import { StakeholderService } from "./stakeholder-service.js";

/** The mutations on organisations, members and keys. */
export const stakeholderMutations = (ledger: Ledger): Class =>
  mutations(new StakeholderService(ledger), {
    createOrganisation: {
      input: CreateOrganisationInput,
      noun: ["organisation", () => Organisation],
      description: "Registers a stakeholder. For a platform operator.",
    },
    updateOrganisation: {
      input: UpdateOrganisationInput,
      noun: ["organisation", () => Organisation],
      description: "Changes an organisation's profile. For its ADMIN and a platform operator.",
    },
    addMember: {
      input: AddMemberInput,
      noun: ["membership", () => Membership],
      description:
        "Gives a person a role in an organisation. For its ADMIN and a platform operator.",
    },
    removeMember: {
      input: RemovalInput,
      description:
        "Takes a role away; streams that rest on it end. For the organisation's ADMIN and a platform operator.",
    },
    issueApiKey: {
      input: IssueApiKeyInput,
      noun: ["apiKey", () => ApiKey],
      texts: { secret: "The key itself, shown this once; null when the same call is repeated." },
      description: "Issues a key for an organisation's own systems. For its ADMIN.",
    },
    revokeApiKey: {
      input: RemovalInput,
      noun: ["apiKey", () => ApiKey],
      description: "Stops a key at once. For the organisation's ADMIN.",
    },
  });
