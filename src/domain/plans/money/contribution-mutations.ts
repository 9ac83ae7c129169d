import { badField } from "../../../platform/errors.js";
import { newId } from "../../../platform/ids.js";
import {
  assignGiven,
  changing,
  creating,
  sourcesOf,
  useCases,
  Visibility,
  type Work,
} from "../../common/index.js";
import { actingOrganisation } from "../../stakeholders/index.js";
import { Action } from "../action.js";
import { checkActionTakes, holdAction } from "../closed.js";
import { ContributionStatus, contributionLifecycle } from "../enums.js";
import { actionFacts, mayChangeContribution, mayPledge } from "../plan-policy.js";
import { Contribution } from "./contribution.js";
import {
  ContributionStepInput,
  CorrectContributionInput,
  PledgeContributionInput,
} from "./contribution-inputs.js";
import {
  lockContribution,
  lockContributions,
  paidFor,
  refuseOnCancelled,
} from "./contribution-rows.js";
import { correct } from "./correction.js";
import { refusePaid, refuseUnpaid } from "./delivery.js";
import { refusePassedOn } from "./funding-rules.js";
import { checkOnce, link } from "./link.js";
import { checkMeasure } from "./measure.js";

const givers = "For the CONTRIBUTOR, COORDINATOR and ADMIN of the organisation that gives it.";

const ofGiver = {
  of: Contribution,
  may: mayChangeContribution,
  facts: ({ organisation }: Contribution) => ({ organisation: organisation.id }),
  populate: ["action", "action.plan", "plan"],
  lock: lockContribution,
};

/** A use case that moves a contribution to its next status, unless a rule refuses. */
const step = (
  to: ContributionStatus,
  description: string,
  check: (contribution: Contribution, work: Work) => Promise<void>,
) =>
  changing({
    ...ofGiver,
    input: ContributionStepInput,
    description: `${description} ${givers}`,
    async run(contribution, _, work) {
      contributionLifecycle.check(contribution.status, to, "input.id");
      await check(contribution, work);
      contribution.status = to;
    },
  });

/** The mutations on contributions. */
export const contributionMutations = useCases({
  pledgeContribution: creating({
    of: Contribution,
    input: PledgeContributionInput,
    description:
      "Pledges a contribution to an action, also what it passes on of other contributions (rule 12). For the CONTRIBUTOR, COORDINATOR and ADMIN of organisations that take part in its plan.",
    async run(input, work, id) {
      const links = linksOf(input);
      await lockContributions(
        work,
        links.map(({ sourceId }) => sourceId),
      );
      await holdAction(work, input.actionId);
      const action = await work.find(Action, input.actionId, "input.actionId", ["plan"]);
      const onBehalfOf = input.organisationId?.toLowerCase();
      const plan = await actionFacts(action, work.em);
      work.authorise(mayPledge, { plan, onBehalfOf });
      checkActionTakes(action, "CONTRIBUTION", "input.actionId");
      checkMeasure(input);
      const { kind, amount, quantity, unit, note, visibility, sources } = input;
      const contribution = work.create(Contribution, {
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
        correctionReason: null,
        visibility: visibility ?? Visibility.PUBLIC,
        sources: sourcesOf(sources),
      });
      // The links' rules look for it in the database.
      await work.em.flush();
      for (const made of links) await link(work, contribution, { id: newId(), ...made });
    },
  }),

  commitContribution: step(
    ContributionStatus.COMMITTED,
    "Commits a pledge: it is now binding.",
    (contribution, work) =>
      refuseOnCancelled(work, contribution, { to: ContributionStatus.COMMITTED, path: "input.id" }),
  ),

  deliverContribution: step(
    ContributionStatus.DELIVERED,
    "Records the delivery of a commitment that has no amount in rupiah; one in rupiah is delivered by its payments (`recordPayment`).",
    async (contribution, work) => {
      refuseUnpaid(contribution, await paidFor(work, contribution));
      const to = ContributionStatus.DELIVERED;
      await refuseOnCancelled(work, contribution, { to, path: "input.id" });
    },
  ),

  withdrawContribution: step(
    ContributionStatus.WITHDRAWN,
    "Withdraws a pledge or commitment of which nothing is paid and which no other contribution passes on; it stays on record and counts in no total.",
    async (contribution, work) => {
      await refusePassedOn(work, contribution);
      refusePaid(contribution, await paidFor(work, contribution));
    },
  ),

  correctContribution: changing({
    ...ofGiver,
    input: CorrectContributionInput,
    description: `Corrects what was recorded in error, with a reason, in every status: a delivered amount too. On a cancelled action or in a cancelled plan it is not raised. ${givers}`,
    async run(contribution, input, work) {
      const { amount, quantity } = contribution;
      const before = { amount, quantity, paid: await paidFor(work, contribution) };
      assignGiven(contribution, input, ["kind", "amount", "quantity", "unit", "note"]);
      contribution.correctionReason = input.reason;
      checkMeasure(contribution);
      await correct(work, contribution, before);
    },
  }),
});

/** The links that a pledge asks for: `funding`, or the whole amount for the deprecated `fundedById`. */
function linksOf({ funding, fundedById, amount }: PledgeContributionInput) {
  const path = "input.fundedById";
  if (!fundedById) {
    const given = funding ?? [];
    checkOnce(
      given.map(({ contributionId }) => contributionId),
      (at) => `input.funding.${at}.contributionId`,
    );
    return given.map(({ contributionId, amount: passed }, at) => ({
      sourceId: contributionId,
      amount: passed,
      paths: { source: `input.funding.${at}.contributionId`, amount: `input.funding.${at}.amount` },
    }));
  }
  if (funding)
    throw badField(
      path,
      "is given with `funding`: give one",
      "diberikan bersama `funding`: berikan satu",
    );
  return [{ sourceId: fundedById, amount: amount ?? "0", paths: { source: path, amount: path } }];
}
