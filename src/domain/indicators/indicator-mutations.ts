import {
  assignGiven,
  changing,
  creating,
  keyFor,
  listedText,
  sourcesOf,
  storedText,
  useCases,
} from "../common/index.js";
import {
  Acceptance,
  acceptProposal,
  Programme,
  proposalOwners,
  proposalTo,
  refuseProposal,
} from "../programmes/index.js";
import { Organisation } from "../stakeholders/index.js";
import { IndicatorPeriods, IndicatorReporters } from "./enums.js";
import { Indicator } from "./indicator.js";
import {
  AnswerIndicatorInput,
  CreateIndicatorInput,
  UpdateIndicatorInput,
} from "./indicator-inputs.js";
import {
  indicatorFacts,
  indicatorManagers,
  mayAnswerIndicator,
  mayCreateIndicator,
  mayUpdateIndicator,
} from "./indicator-policy.js";

const answer = {
  of: Indicator,
  input: AnswerIndicatorInput,
  may: mayAnswerIndicator,
  facts: (indicator: Indicator) => indicator,
  populate: ["programme"],
};

/** How figures add up over reporters and periods, where the input does not say it. */
const addingUp = ({
  reporters = IndicatorReporters.OFFICIAL,
  periods = IndicatorPeriods.LAST,
}: Pick<CreateIndicatorInput, "reporters" | "periods">) => ({ reporters, periods });

/** The mutations on indicators. */
export const indicatorMutations = useCases({
  createIndicator: creating({
    of: Indicator,
    input: CreateIndicatorInput,
    description:
      "Creates an indicator. In another's programme it is hidden, and takes no figures, until the programme's owner accepts it (`acceptIndicator`). For the COORDINATOR and ADMIN of its owner; for those of its programme's owner, and a platform operator, if it has no owner.",
    async run(input, work, id) {
      const { ownerId, programmeId, description, unit, direction, aggregation } = input;
      const owner = ownerId ? await work.find(Organisation, ownerId, "input.ownerId") : null;
      const programme = programmeId
        ? await work.find(Programme, programmeId, "input.programmeId")
        : null;
      work.authorise(mayCreateIndicator, indicatorFacts({ owner, programme }));
      const titleText = storedText(input.title, "input.title");
      const name = listedText(titleText);
      const proposal = proposalTo(work, owner ? [programme?.owner.id] : []);
      const isOpen = proposal.acceptance === Acceptance.ACCEPTED;
      work.create(Indicator, {
        id,
        key: await keyFor(work, Indicator, { given: input.key, name, id, isOpen }),
        titleText,
        description: description ?? null,
        ...{ unit, direction, aggregation },
        ...addingUp(input),
        owner,
        programme,
        ...proposal,
        sources: sourcesOf(input.sources),
      });
    },
  }),

  updateIndicator: changing({
    of: Indicator,
    input: UpdateIndicatorInput,
    may: mayUpdateIndicator,
    facts: indicatorFacts,
    populate: ["programme"],
    description: `Changes an indicator's title, description, direction, sources, or the way in which figures of several reporters and periods add up. ${indicatorManagers}`,
    run(indicator, input) {
      assignGiven(indicator, input, ["description", "direction", "reporters", "periods"]);
      if (input.title) {
        indicator.titleText = storedText(input.title, "input.title", indicator.titleText);
      }
      if (input.sources) indicator.sources = sourcesOf(input.sources);
    },
  }),

  acceptIndicator: changing({
    ...answer,
    description: `Accepts an indicator that others made in the owner's programme: everybody sees it. ${proposalOwners}`,
    run(indicator, _, work) {
      acceptProposal(indicator, "Indicator", work);
    },
  }),

  refuseIndicator: changing({
    ...answer,
    description: `Refuses an indicator that others made in the owner's programme; it stays hidden. ${proposalOwners}`,
    run(indicator) {
      refuseProposal(indicator, "Indicator");
    },
  }),
});
