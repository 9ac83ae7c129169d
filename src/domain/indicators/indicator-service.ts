import type { Viewer } from "../../access/index.js";
import {
  assignGiven,
  type Done,
  explainClash,
  keyFor,
  listedText,
  periodFields,
  type RemovalInput,
  refuseFaults,
  sourcesOf,
  storedText,
  UseCases,
  type Work,
} from "../common/index.js";
import { Area, Programme } from "../programmes/index.js";
import { Region } from "../regions/index.js";
import { Organisation } from "../stakeholders/index.js";
import { Indicator } from "./indicator.js";
import type { CreateIndicatorInput, UpdateIndicatorInput } from "./indicator-inputs.js";
import {
  type IndicatorFacts,
  mayCreateIndicator,
  maySetTargets,
  mayUpdateIndicator,
} from "./indicator-policy.js";
import { placeFaults, valueFaults } from "./measurement-rules.js";
import { Target } from "./target.js";
import type { SetTargetInput, UpdateTargetInput } from "./target-inputs.js";

explainClash("indicator_key_unique", "input.key", "is taken", "sudah dipakai");
explainClash(
  "target_once",
  "input.period",
  "has a target for this place already: update it",
  "sudah ada target untuk tempat ini: perbaruilah",
);

/** The region or the area that an input names, or neither, which is nationwide. */
export async function placeOf(
  work: Work,
  { regionCode, areaId }: { regionCode?: string | null; areaId?: string | null },
) {
  refuseFaults(placeFaults(regionCode, areaId, "input"));
  return {
    region: regionCode ? await work.find(Region, regionCode, "input.regionCode") : null,
    area: areaId ? await work.find(Area, areaId, "input.areaId") : null,
  };
}

/** Whose an indicator is; its programme must be loaded. */
export const indicatorFacts = ({
  owner,
  programme,
}: Pick<Indicator, "owner" | "programme">): IndicatorFacts => ({
  owner: owner?.id,
  programmeOwner: programme?.owner.id,
});

/** Indicators and their targets. */
export class IndicatorService extends UseCases {
  /** Defines an indicator. */
  createIndicator(viewer: Viewer, input: CreateIndicatorInput): Promise<Done> {
    return this.creating(viewer, "createIndicator", Indicator, input, async (work, id) => {
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
    });
  }

  /** Changes what is said of an indicator; its unit and aggregation stay. */
  updateIndicator(viewer: Viewer, input: UpdateIndicatorInput): Promise<Done> {
    const spec = {
      operation: "updateIndicator",
      target: Indicator,
      permission: mayUpdateIndicator,
      facts: (indicator: Indicator) => indicatorFacts(indicator),
      populate: ["programme"],
    };
    return this.changing(viewer, spec, input, (indicator) => {
      assignGiven(indicator, input, ["description", "direction"]);
      if (input.title) {
        indicator.titleText = storedText(input.title, "input.title");
        indicator.title = listedText(indicator.titleText);
      }
      if (input.sources) indicator.sources = sourcesOf(input.sources);
    });
  }

  /** Sets what an indicator is to reach, once for a place and a period. */
  setTarget(viewer: Viewer, input: SetTargetInput): Promise<Done> {
    return this.creating(viewer, "setTarget", Target, input, async (work, id) => {
      const path = "input.indicatorId";
      const indicator = await work.find(Indicator, input.indicatorId, path, ["programme"]);
      work.authorise(maySetTargets, indicatorFacts(indicator));
      const place = await placeOf(work, input);
      refuseFaults(valueFaults(indicator, input.value, "input.value"));
      const fields = { ...place, ...periodFields(input.period), value: input.value };
      work.create(Target, { id, indicator, ...fields, sources: sourcesOf(input.sources) });
    });
  }

  /** Changes a target. */
  updateTarget(viewer: Viewer, input: UpdateTargetInput): Promise<Done> {
    const spec = { ...this.target, operation: "updateTarget" };
    return this.changing(viewer, spec, input, (target) => {
      const { period, value, sources } = input;
      if (period) Object.assign(target, periodFields(period));
      if (value !== undefined) {
        refuseFaults(valueFaults(target.indicator as Indicator, value, "input.value"));
        target.value = value;
      }
      if (sources) target.sources = sourcesOf(sources);
    });
  }

  /** Takes a target back. */
  removeTarget(viewer: Viewer, input: RemovalInput): Promise<Done> {
    const spec = { ...this.target, operation: "removeTarget" };
    return this.changing(viewer, spec, input, (target, work) => work.remove(target));
  }

  private readonly target = {
    target: Target,
    permission: maySetTargets,
    facts: ({ indicator }: Target) => indicatorFacts(indicator as Indicator),
    populate: ["indicator", "indicator.programme"],
  };
}
