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
import { Programme } from "../programmes/index.js";
import { Organisation } from "../stakeholders/index.js";
import { Indicator } from "./indicator.js";
import { CreateIndicatorInput, UpdateIndicatorInput } from "./indicator-inputs.js";
import {
  indicatorFacts,
  indicatorManagers,
  mayCreateIndicator,
  mayUpdateIndicator,
} from "./indicator-policy.js";

/** The mutations on indicators. */
export const indicatorMutations = useCases({
  createIndicator: creating({
    of: Indicator,
    input: CreateIndicatorInput,
    description: `Creates an indicator. ${indicatorManagers}`,
    async run(input, work, id) {
      const { ownerId, programmeId, description, unit, direction, aggregation } = input;
      const owner = ownerId ? await work.find(Organisation, ownerId, "input.ownerId") : null;
      const programme = programmeId
        ? await work.find(Programme, programmeId, "input.programmeId")
        : null;
      work.authorise(mayCreateIndicator, indicatorFacts({ owner, programme }));
      const titleText = storedText(input.title, "input.title");
      const title = listedText(titleText);
      work.create(Indicator, {
        id,
        key: await keyFor(work.em, Indicator, input.key, title, id),
        title,
        titleText,
        description: description ?? null,
        unit,
        direction,
        aggregation,
        owner,
        programme,
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
    description: `Changes an indicator's title, description, direction or sources. ${indicatorManagers}`,
    run(indicator, input) {
      assignGiven(indicator, input, ["description", "direction"]);
      if (input.title) {
        indicator.titleText = storedText(input.title, "input.title");
        indicator.title = listedText(indicator.titleText);
      }
      if (input.sources) indicator.sources = sourcesOf(input.sources);
    },
  }),
});
