import type { Viewer } from "../../../access/index.js";
import { badUserInput, conflict } from "../../../platform/errors.js";
import { newId } from "../../../platform/ids.js";
import { sql } from "../../../reading/index.js";
import {
  type Done,
  explainClash,
  type RemovalInput,
  UseCases,
  type Work,
} from "../../common/index.js";
import { Action, type AddActionInput, actionFacts, addActionTo } from "../../plans/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { mayAdopt } from "../deliberation-policy.js";
import { Outcome } from "../outcomes/outcome.js";
import { checkStands } from "../outcomes/outcome-rules.js";
import { Adoption } from "./adoption.js";
import type { AdoptOutcomeInput } from "./adoption-inputs.js";

const twice = { en: "came of it already", id: "sudah menjadi tindak lanjutnya" };
explainClash("adoption_once", "input.actionId", twice.en, twice.id);
const used = { en: "was used before", id: "sudah pernah dipakai" };
explainClash("action_pkey", "input.action.id", used.en, used.id);

/** What agreed outcomes become: the way from a deliberation to the plans. */
export class AdoptionService extends UseCases {
  /** Makes an action of a plan from an agreed outcome, or links one that is there. */
  async adoptOutcome(
    viewer: Viewer,
    input: AdoptOutcomeInput,
  ): Promise<Done & { outcome: string }> {
    const done = await this.creating(viewer, "adoptOutcome", Adoption, input, (work, id) =>
      this.adopt(work, id, input),
    );
    return { ...done, outcome: input.outcomeId.toLowerCase() };
  }

  /** Takes a link back that was made in error; the action stays. */
  removeAdoption(viewer: Viewer, input: RemovalInput): Promise<Done> {
    const spec = {
      operation: "removeAdoption",
      target: Adoption,
      permission: mayAdopt,
      facts: ({ action }: Adoption, em: Work["em"]) => actionFacts(action as Action, em),
      populate: ["action", "plan"],
    };
    return this.changing(viewer, spec, input, (adoption, work) => work.remove(adoption));
  }

  private async adopt(work: Work, id: string, input: AdoptOutcomeInput): Promise<void> {
    const outcomeId = input.outcomeId.toLowerCase();
    // Shared: several plans may adopt it at once, while none may see it superseded meanwhile.
    await sql`select 1 from outcome where id = ${outcomeId} for share`.execute(work.em.getKysely());
    const outcome = await work.find(Outcome, outcomeId, "input.outcomeId");
    const action = await this.actionOf(work, id, input);
    await checkStands(work.em, outcome, "input.outcomeId");
    work.create(Adoption, {
      id,
      outcome,
      deliberation: outcome.deliberation,
      action,
      plan: action.plan,
      organisation: work.organisation
        ? work.em.getReference(Organisation, work.organisation as never)
        : null,
      sources: [],
    });
  }

  /** The action that is named, or the one that is to be made; exactly one of the two. */
  private async actionOf(
    work: Work,
    adoption: string,
    { actionId, action }: AdoptOutcomeInput,
  ): Promise<Action> {
    if (actionId && !action) {
      const found = await work.find(Action, actionId, "input.actionId", ["plan"]);
      work.authorise(mayAdopt, await actionFacts(found, work.em));
      return found;
    }
    if (action && !actionId) return this.newAction(work, adoption, action);
    const message = { en: "give this or the other", id: "berikan salah satu saja" };
    throw badUserInput(["actionId", "action"].map((name) => ({ path: `input.${name}`, message })));
  }

  private async newAction(work: Work, adoption: string, action: AddActionInput): Promise<Action> {
    const id = action.id?.toLowerCase() ?? newId();
    // No two things have one id, these two neither.
    if (id === adoption || (action.id && (await this.ledger.creationOf(work.em, id)))) {
      const text = { en: "This id was used before.", id: "Id ini sudah pernah dipakai." };
      throw conflict(text, {}, "input.action.id");
    }
    return addActionTo(work, id, action, "input.action");
  }
}
