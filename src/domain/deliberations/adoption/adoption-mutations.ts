import { badUserInput, conflict } from "../../../platform/errors.js";
import { newId } from "../../../platform/ids.js";
import { sql } from "../../../reading/index.js";
import { type Clash, creating, removing, useCases, type Work } from "../../common/index.js";
import { Action, type AddActionInput, actionFacts, addActionTo } from "../../plans/index.js";
import { actingOrganisation } from "../../stakeholders/index.js";
import { mayAdopt } from "../deliberation-policy.js";
import { Outcome } from "../outcomes/outcome.js";
import { checkStands } from "../outcomes/outcome-rules.js";
import { Adoption } from "./adoption.js";
import { AdoptOutcomeInput } from "./adoption-inputs.js";

const adoptionOnce: Clash = {
  constraint: "adoption_once",
  path: "input.actionId",
  en: "is already linked to this outcome",
  id: "sudah menjadi tindak lanjut hasil ini",
};
const actionUsed: Clash = {
  constraint: "action_pkey",
  path: "input.action.id",
  en: "was used before",
  id: "sudah pernah dipakai",
};

/** The mutations on adoptions, the links from agreed outcomes to actions of plans. */
export const adoptionMutations = useCases({
  adoptOutcome: creating({
    of: Adoption,
    input: AdoptOutcomeInput,
    also: { of: Outcome, id: ({ outcomeId }) => outcomeId },
    description:
      "Creates an action of a plan from an agreed outcome, or links an existing one. For members who may add actions to that plan, or change that action.",
    clashes: [adoptionOnce, actionUsed],
    async run(input, work, id) {
      const { em } = work;
      const outcomeId = input.outcomeId.toLowerCase();
      // A shared lock: several plans may adopt the outcome at once, but it cannot be superseded meanwhile.
      await sql`select 1 from outcome where id = ${outcomeId} for share`.execute(em.getKysely());
      const outcome = await work.find(Outcome, outcomeId, "input.outcomeId");
      const action = await actionOf(work, id, input);
      await checkStands(em, outcome, "input.outcomeId");
      work.create(Adoption, {
        id,
        outcome,
        deliberation: outcome.deliberation,
        action,
        plan: action.plan,
        organisation: actingOrganisation(work),
        sources: [],
      });
    },
  }),

  removeAdoption: removing({
    of: Adoption,
    may: mayAdopt,
    facts: ({ action }, { em }) => actionFacts(action as Action, em),
    populate: ["action", "plan"],
    description:
      "Removes a link that was made by mistake. The action stays. For members who may change that action.",
  }),
});

/** The existing action or the new one; the input must give exactly one of them. */
async function actionOf(
  work: Work,
  adoption: string,
  { actionId, action }: AdoptOutcomeInput,
): Promise<Action> {
  if (actionId && !action) {
    const found = await work.find(Action, actionId, "input.actionId", ["plan"]);
    work.authorise(mayAdopt, await actionFacts(found, work.em));
    return found;
  }
  if (action && !actionId) return newAction(work, adoption, action);
  const message = { en: "give exactly one of these", id: "berikan salah satu saja" };
  throw badUserInput(["actionId", "action"].map((name) => ({ path: `input.${name}`, message })));
}

async function newAction(work: Work, adoption: string, action: AddActionInput): Promise<Action> {
  const id = action.id?.toLowerCase() ?? newId();
  // An id must be new, and differ from the id of the adoption.
  if (id === adoption || (action.id && (await work.isUsed(id)))) {
    const text = { en: "This id was used before.", id: "Id ini sudah pernah dipakai." };
    throw conflict(text, {}, "input.action.id");
  }
  return addActionTo(work, id, action, "input.action");
}
