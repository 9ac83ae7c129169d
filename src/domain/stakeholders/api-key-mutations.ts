import { makeApiKey } from "../../access/api-key.js";
import { badField, invalidTransition } from "../../platform/errors.js";
import { changing, creating, RemovalInput, useCases } from "../common/index.js";
import { ApiKey, ApiKeyScope } from "./api-key.js";
import { Organisation } from "./organisation.js";
import { IssueApiKeyInput } from "./stakeholder-inputs.js";
import { mayManageKeys } from "./stakeholder-policy.js";
import { checkUniversity } from "./universities.js";

/** The longest life of an API key, in days. */
const keyLifeDays = 731;

/** The mutations on API keys. */
export const apiKeyMutations = useCases({
  issueApiKey: creating({
    of: ApiKey,
    input: IssueApiKeyInput,
    texts: { secret: "The key itself, shown only this once; null when the same call is repeated." },
    description: "Issues a key for an organisation's own systems. For the organisation's ADMIN.",
    async run({ organisationId, name, ...input }, work, id) {
      const organisation = await work.find(Organisation, organisationId, "input.organisationId");
      work.authorise(mayManageKeys, organisation.id);
      const scopes = [...new Set(input.scopes)];
      if (scopes.includes(ApiKeyScope.ASSESS)) checkUniversity(organisation, "input.scopes");
      const expiresAt = checkExpiry(input.expiresAt);
      const { secret, prefix, hash } = makeApiKey();
      const fields = { name, prefix, hash, scopes, expiresAt };
      work.create(ApiKey, { id, organisation, ...fields, sources: [] });
      return { secret };
    },
  }),

  revokeApiKey: changing({
    of: ApiKey,
    input: RemovalInput,
    may: mayManageKeys,
    facts: ({ organisation }) => organisation.id,
    description: "Stops a key at once. For the organisation's ADMIN.",
    run(key) {
      if (key.revokedAt) throw invalidTransition("ApiKey", "REVOKED", "REVOKED", [], "input.id");
      key.revokedAt = new Date();
    },
  }),
});

function checkExpiry(text: string): Date {
  const expiresAt = new Date(text);
  const life = expiresAt.getTime() - Date.now();
  if (life > 0 && life <= keyLifeDays * 86_400_000) return expiresAt;
  throw badField(
    "input.expiresAt",
    "must be in the future, within two years",
    "harus di masa depan, paling lama dua tahun",
  );
}
