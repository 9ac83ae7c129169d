import { type Clash, changing, creating, refused, removing, useCases } from "../../common/index.js";
import { ContributionStatus } from "../enums.js";
import { mayChangeContribution } from "../plan-policy.js";
import { Contribution } from "./contribution.js";
import { lockContributions, lockEnds, refuseOnCancelled } from "./contribution-rows.js";
import { FundingStatus, fundingLifecycle } from "./enums.js";
import { Funding } from "./funding.js";
import {
  AddFundingInput,
  ConfirmFundingInput,
  CorrectFundingInput,
  RefuseFundingInput,
} from "./funding-inputs.js";
import { checkLink, checkNoCircle } from "./funding-rules.js";
import { firstAnswer, link } from "./link.js";
import { mayAnswerFunding } from "./money-policy.js";

const twice: Clash = {
  constraint: "funding_once",
  path: "input.sourceId",
  en: "is already passed on by this contribution: correct that link",
  id: "sudah diteruskan kontribusi ini: koreksi penerusan itu",
};

const givers =
  "For the CONTRIBUTOR, COORDINATOR and ADMIN of the organisation that gives the contribution.";
const funders = "For the COORDINATOR and ADMIN of the organisation that gave the source.";

const populate = ["contribution", "contribution.action", "contribution.action.plan", "source"];

const ofGiver = {
  ...{ of: Funding, may: mayChangeContribution, populate, lock: lockEnds },
  facts: ({ contribution }: Funding) => ({ organisation: contribution.organisation.id }),
};

const ofFunder = {
  ...{ of: Funding, may: mayAnswerFunding, populate, lock: lockEnds },
  facts: ({ source }: Funding) => ({ funder: source.organisation.id }),
};

/** The mutations on the links of the funding chain. */
export const fundingMutations = useCases({
  addFunding: creating({
    of: Funding,
    input: AddFundingInput,
    description: `Says that a contribution passes on rupiah of another one (rule 12). The other organisation is asked; between contributions of one organisation it is confirmed at once. ${givers}`,
    clashes: [twice],
    async run({ contributionId, sourceId, amount, sources }, work, id) {
      await lockContributions(work, [contributionId, sourceId]);
      const path = "input.contributionId";
      const contribution = await work.find(Contribution, contributionId, path, [
        "action",
        "plan",
        "action.plan",
      ]);
      work.authorise(mayChangeContribution, { organisation: contribution.organisation.id });
      refuseWithdrawn(contribution, path);
      await refuseOnCancelled(work, contribution, { to: "PASSED_ON", path });
      const source = await work.find(Contribution, sourceId, "input.sourceId");
      await checkNoCircle(
        work,
        { contribution: contribution.id, source: source.id },
        "input.sourceId",
      );
      const paths = { source: "input.sourceId", amount: "input.amount" };
      await link(work, contribution, { id, sourceId, amount, paths, sources });
    },
  }),

  correctFunding: changing({
    ...ofGiver,
    input: CorrectFundingInput,
    description: `Corrects the amount of a link; the funder is asked again. It is not raised where either contribution is on a cancelled action or in a cancelled plan. ${givers}`,
    async run(funding, { amount, reason }, work) {
      const { contribution, source } = funding;
      refuseWithdrawn(contribution, "input.id");
      const paths = { source: "input.id", amount: "input.amount" };
      if (BigInt(amount) > BigInt(funding.amount)) {
        const raised = { to: "RAISED", path: paths.amount };
        for (const end of [contribution, source]) await refuseOnCancelled(work, end, raised);
      }
      await checkLink(work, { contribution, source, amount }, paths, funding.id);
      Object.assign(funding, { amount, claimed: null, reason: reason ?? null });
      funding.status = firstAnswer(contribution, source);
    },
  }),

  removeFunding: removing({
    ...ofGiver,
    description: `Removes a link: the contribution is its organisation's own money again. ${givers}`,
  }),

  confirmFunding: changing({
    ...ofFunder,
    input: ConfirmFundingInput,
    description: `Confirms that a contribution passes on money of one's own. ${funders}`,
    async run(funding, _, work) {
      fundingLifecycle.check(funding.status, FundingStatus.CONFIRMED, "input.id");
      // A link that was refused counts again, if there is room for it.
      if (funding.status === FundingStatus.REFUSED) {
        const paths = { source: "input.id", amount: "input.id" };
        await checkLink(work, funding, paths, funding.id);
      }
      Object.assign(funding, { status: FundingStatus.CONFIRMED, reason: null });
    },
  }),

  refuseFunding: changing({
    ...ofFunder,
    input: RefuseFundingInput,
    description: `Refuses to be named as the funder of a contribution: the link stays on record and counts nowhere. ${funders}`,
    run(funding, { reason }) {
      fundingLifecycle.check(funding.status, FundingStatus.REFUSED, "input.id");
      Object.assign(funding, { status: FundingStatus.REFUSED, reason: reason ?? null });
    },
  }),
});

function refuseWithdrawn({ status }: Contribution, path: string): void {
  if (status !== ContributionStatus.WITHDRAWN) return;
  const text = {
    en: "The contribution is WITHDRAWN: it passes nothing on.",
    id: "Kontribusi ini WITHDRAWN: tidak meneruskan apa pun.",
  };
  throw refused({ from: status, to: "PASSED_ON", reason: status, text, path });
}
