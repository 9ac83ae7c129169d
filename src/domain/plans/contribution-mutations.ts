import { badUserInput, type Fault } from "../../platform/errors.js";
import { changing, creating, sourcesOf, useCases, Visibility, type Work } from "../common/index.js";
import { actingOrganisation } from "../stakeholders/index.js";
import { Action } from "./action.js";
import { checkActionTakes, holdAction } from "./closed.js";
import { Contribution } from "./contribution.js";
import { ContributionStepInput, PledgeContributionInput } from "./contribution-inputs.js";
import { ContributionKind, ContributionStatus, contributionLifecycle } from "./enums.js";
import { actionFacts, mayChangeContribution, mayPledge } from "./plan-policy.js";

const moneyKinds: readonly ContributionKind[] = [
  ContributionKind.FUNDS,
  ContributionKind.CAPITAL_INCENTIVE,
];

/** A use case that moves a contribution to its next status. */
const step = (to: ContributionStatus, description: string) =>
  changing({
    of: Contribution,
    input: ContributionStepInput,
    may: mayChangeContribution,
    facts: ({ organisation }) => ({ organisation: organisation.id }),
    populate: ["action", "action.plan"],
    description: `${description} For the CONTRIBUTOR, COORDINATOR and ADMIN of the organisation that gives it.`,
    run(contribution) {
      contributionLifecycle.check(contribution.status, to, "input.id");
      contribution.status = to;
    },
  });

/** The mutations on contributions. */
export const contributionMutations = useCases({
  pledgeContribution: creating({
    of: Contribution,
    input: PledgeContributionInput,
    description:
      "Pledges a contribution to an action. For the CONTRIBUTOR, COORDINATOR and ADMIN of organisations that take part in its plan.",
    async run(input, work, id) {
      await holdAction(work, input.actionId);
      const action = await work.find(Action, input.actionId, "input.actionId", ["plan"]);
      const onBehalfOf = input.organisationId?.toLowerCase();
      const plan = await actionFacts(action, work.em);
      work.authorise(mayPledge, { plan, onBehalfOf });
      checkActionTakes(action, "CONTRIBUTION", "input.actionId");
      checkMeasure(input);
      const { kind, amount, quantity, unit, note, visibility, sources } = input;
      work.create(Contribution, {
        id,
        action,
        plan: action.plan,
        organisation: actingOrganisation(work),
        kind,
        status: ContributionStatus.PLEDGED,
        amount: amount ?? null,
        quantity: quantity ?? null,
        unit: unit ?? null,
        note: note ?? null,
        visibility: visibility ?? Visibility.PUBLIC,
        sources: sourcesOf(sources),
        ...(await fundingOf(work, input.fundedById)),
      });
    },
  }),

  commitContribution: step(ContributionStatus.COMMITTED, "Commits a pledge: it is now binding."),
  deliverContribution: step(ContributionStatus.DELIVERED, "Records the delivery of a commitment."),
  withdrawContribution: step(
    ContributionStatus.WITHDRAWN,
    "Withdraws a pledge or commitment; it stays on record and counts in no total.",
  ),
});

/**
 * Checks the measure of a contribution: an amount for money, a quantity with its unit for other
 * things, or both.
 */
function checkMeasure({ kind, amount, quantity, unit }: PledgeContributionInput): void {
  const faults: Fault[] = [];
  const fault = (path: string, en: string, id: string) =>
    faults.push({ path: `input.${path}`, message: { en, id } });
  if (amount === "0") fault("amount", "must be more than 0", "harus lebih dari 0");
  const hasAmount = typeof amount === "string";
  const hasQuantity = typeof quantity === "number";
  if (moneyKinds.includes(kind) && !hasAmount) {
    fault("amount", `is needed for ${kind}`, `diperlukan untuk ${kind}`);
  } else if (!hasAmount && !hasQuantity) {
    fault("quantity", "give an amount or a quantity", "berikan jumlah uang atau kuantitas");
  }
  if (hasQuantity && !unit)
    fault("unit", "is needed with a quantity", "diperlukan bersama kuantitas");
  if (!hasQuantity && unit) fault("quantity", "is needed with a unit", "diperlukan bersama satuan");
  if (faults.length > 0) throw badUserInput(faults);
}

/**
 * The contribution that funds this one, and the ids of its whole funding chain, the first source
 * first.
 */
async function fundingOf(work: Work, fundedById: string | null | undefined) {
  if (!fundedById) return { fundedBy: null, fundingChain: [] };
  const fundedBy = await work.find(Contribution, fundedById, "input.fundedById");
  return { fundedBy, fundingChain: [...fundedBy.fundingChain, fundedBy.id] };
}
