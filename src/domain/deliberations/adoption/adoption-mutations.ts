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
  en: "came of it already",
  id: "sudah menjadi tindak lanjutnya",
};
const actionUsed: Clash = {
  constraint: "action_pkey",
  path: "input.action.id",
  en: "was used before",
  id: "sudah pernah dipakai",
};

/** The mutations on what agreed outcomes become: the way from a deliberation to the plans. */
export const adoptionMutations = useCases({
  adoptOutcome: creating({
    of: Adoption,
    input: AdoptOutcomeInput,
    also: { of: Outcome, id: ({ outcomeId }) => outcomeId },
    description:
      "Makes an action of a plan from an agreed outcome, or links one. For who may add actions to that plan, or change that action.",
    clashes: [adoptionOnce, actionUsed],
    async run(input, work, id) {
      const { em } = work;
      const outcomeId = input.outcomeId.toLowerCase();
      // Shared: several plans may adopt it at once, while none may see it superseded meanwhile.
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
      "Takes back such a link that was made in error; the action stays. For who may change that action.",
  }),
});

/** The action that is named, or the one that is to be made; exactly one of the two. */
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
  const message = { en: "give this or the other", id: "berikan salah satu saja" };
  throw badUserInput(["actionId", "action"].map((name) => ({ path: `input.${name}`, message })));
}

async function newAction(work: Work, adoption: string, action: AddActionInput): Promise<Action> {
  const id = action.id?.toLowerCase() ?? newId();
  // No two things have one id, these two neither.
  if (id === adoption || (action.id && (await work.isUsed(id)))) {
    const text = { en: "This id was used before.", id: "Id ini sudah pernah dipakai." };
    throw conflict(text, {}, "input.action.id");
  }
  return addActionTo(work, id, action, "input.action");
}
