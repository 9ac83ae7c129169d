import {
  type Clash,
  changing,
  creating,
  periodFields,
  refuseFaults,
  removing,
  sourcesOf,
  useCases,
} from "../common/index.js";
import { Indicator } from "./indicator.js";
import { indicatorFacts, indicatorManagers, maySetTargets } from "./indicator-policy.js";
import { checkTakesFigures, valueFaults } from "./measurement-rules.js";
import { placeOf } from "./places.js";
import { Target } from "./target.js";
import { SetTargetInput, UpdateTargetInput } from "./target-inputs.js";

const targetOnce: Clash = {
  constraint: "target_once",
  path: "input.period",
  en: "already has a target for this place: update that target",
  id: "sudah ada target untuk tempat ini: perbaruilah",
};

const ofTarget = {
  of: Target,
  may: maySetTargets,
  facts: ({ indicator }: Target) => indicatorFacts(indicator as Indicator),
  populate: ["indicator", "indicator.programme"],
};

/** The mutations on targets; there is one for a place and a period. */
export const targetMutations = useCases({
  setTarget: creating({
    of: Target,
    input: SetTargetInput,
    description: `Sets a target of an indicator. ${indicatorManagers}`,
    clashes: [targetOnce],
    async run(input, work, id) {
      const path = "input.indicatorId";
      const indicator = await work.find(Indicator, input.indicatorId, path, ["programme"]);
      work.authorise(maySetTargets, indicatorFacts(indicator));
      checkTakesFigures(indicator, path);
      const place = await placeOf(work, input);
      refuseFaults(valueFaults(indicator, input.value, "input.value"));
      const fields = { ...place, ...periodFields(input.period), value: input.value };
      work.create(Target, { id, indicator, ...fields, sources: sourcesOf(input.sources) });
    },
  }),

  updateTarget: changing({
    ...ofTarget,
    input: UpdateTargetInput,
    description: `Changes a target. ${indicatorManagers}`,
    clashes: [targetOnce],
    run(target, { period, value, sources }) {
      if (period) Object.assign(target, periodFields(period));
      if (value !== undefined) {
        refuseFaults(valueFaults(target.indicator as Indicator, value, "input.value"));
        target.value = value;
      }
      if (sources) target.sources = sourcesOf(sources);
    },
  }),

  removeTarget: removing({
    ...ofTarget,
    description: `Removes a target. ${indicatorManagers}`,
  }),
});
