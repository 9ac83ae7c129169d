import type { Viewer } from "../../access/index.js";
import { badUserInput, type Fault } from "../../platform/errors.js";
import { type Done, sourcesOf, UseCases, Visibility, type Work } from "../common/index.js";
import { Organisation } from "../stakeholders/index.js";
import { Action } from "./action.js";
import { actionFacts } from "./action-service.js";
import { Contribution } from "./contribution.js";
import type { ContributionStepInput, PledgeContributionInput } from "./contribution-inputs.js";
import { ContributionKind, ContributionStatus, contributionLifecycle } from "./enums.js";
import { mayChangeContribution, mayPledge } from "./plan-policy.js";

const moneyKinds: readonly ContributionKind[] = [
  ContributionKind.FUNDS,
  ContributionKind.CAPITAL_INCENTIVE,
];

/** Contributions: what organisations give to actions. */
export class ContributionService extends UseCases {
  /** Promises something to an action, on behalf of an organisation that takes part in its plan. */
  pledgeContribution(viewer: Viewer, input: PledgeContributionInput): Promise<Done> {
    return this.creating(viewer, "pledgeContribution", Contribution, input, async (work, id) => {
      const action = await work.find(Action, input.actionId, "input.actionId", ["plan"]);
      const onBehalfOf = input.organisationId?.toLowerCase();
      const plan = await actionFacts(action, work.em);
      const organisation = work.authorise(mayPledge, { plan, onBehalfOf });
      checkMeasure(input);
      const { kind, amount, quantity, unit, note, visibility, sources } = input;
      work.create(Contribution, {
        id,
        action,
        plan: action.plan,
        organisation: work.em.getReference(Organisation, organisation as never),
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
    });
  }

  /** Binds a pledge. */
  commitContribution(viewer: Viewer, input: ContributionStepInput): Promise<Done> {
    return this.step(viewer, "commitContribution", input, ContributionStatus.COMMITTED);
  }

  /** Says that a commitment was given. */
  deliverContribution(viewer: Viewer, input: ContributionStepInput): Promise<Done> {
    return this.step(viewer, "deliverContribution", input, ContributionStatus.DELIVERED);
  }

  /** Takes a pledge or commitment back; it stays on record and counts in no total. */
  withdrawContribution(viewer: Viewer, input: ContributionStepInput): Promise<Done> {
    return this.step(viewer, "withdrawContribution", input, ContributionStatus.WITHDRAWN);
  }

  private step(
    viewer: Viewer,
    operation: string,
    input: ContributionStepInput,
    to: ContributionStatus,
  ) {
    const spec = {
      operation,
      target: Contribution,
      permission: mayChangeContribution,
      facts: ({ organisation }: Contribution) => ({ organisation: organisation.id }),
      populate: ["action", "action.plan"],
    };
    return this.changing(viewer, spec, input, (contribution) => {
      contributionLifecycle.check(contribution.status, to, "input.id");
      contribution.status = to;
    });
  }
}

/** A contribution is measured: money by its amount, other things by quantity and unit, or both. */
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

/** The funder and all that funded it, the first source first. */
async function fundingOf(work: Work, fundedById: string | null | undefined) {
  if (!fundedById) return { fundedBy: null, fundingChain: [] };
  const fundedBy = await work.find(Contribution, fundedById, "input.fundedById");
  return { fundedBy, fundingChain: [...fundedBy.fundingChain, fundedBy.id] };
}
