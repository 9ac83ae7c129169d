import { badField, invalidTransition } from "../../platform/errors.js";
import { sql } from "../../reading/index.js";
import {
  assignGiven,
  changing,
  creating,
  refuseFaults,
  removing,
  sourcesOf,
  useCases,
  Visibility,
  type Work,
} from "../common/index.js";
import { Area } from "../programmes/index.js";
import { Region, RegionLevel, regionCodeOf, withinRegion } from "../regions/index.js";
import { actingOrganisation } from "../stakeholders/index.js";
import { EnterpriseGroup } from "./enterprise-group.js";
import {
  AdvanceEnterpriseGroupInput,
  type EnterpriseProductInput,
  RegisterEnterpriseGroupInput,
  ReturnEnterpriseGroupInput,
  UpdateEnterpriseGroupInput,
} from "./enterprise-inputs.js";
import { groupMaintainers, mayRegisterGroup, mayUpdateGroup } from "./enterprise-policy.js";
import { memberFaults } from "./enterprise-rules.js";
import { EnterpriseJourney, earlierSteps, journeyLifecycle } from "./enums.js";
import { takingPartIn } from "./insiders.js";

const ofGroup = {
  of: EnterpriseGroup,
  may: mayUpdateGroup,
  facts: ({ organisation }: EnterpriseGroup) => ({ organisation: organisation?.id }),
};

/** The mutations on groups of self-employed workers. */
export const enterpriseGroupMutations = useCases({
  registerEnterpriseGroup: creating({
    of: EnterpriseGroup,
    input: RegisterEnterpriseGroupInput,
    description:
      "Registers a group of self-employed workers. For the CONTRIBUTOR, COORDINATOR and ADMIN of organisations that take part in a taken-up plan of the area, and a platform operator.",
    run: (input, work, id) => newEnterpriseGroup(work, id, input),
  }),

  updateEnterpriseGroup: changing({
    ...ofGroup,
    input: UpdateEnterpriseGroupInput,
    description: `Changes a group, but not its step on the journey. ${groupMaintainers}`,
    run: updateGroup,
  }),

  advanceEnterpriseGroup: changing({
    ...ofGroup,
    input: AdvanceEnterpriseGroupInput,
    description: `Moves a group to the next step of its journey, or dissolves it. ${groupMaintainers}`,
    run: (group, input) => moveGroup(group, input),
  }),

  returnEnterpriseGroup: changing({
    ...ofGroup,
    input: ReturnEnterpriseGroupInput,
    description: `Moves a group back to an earlier step of its journey, with the reason; a dissolved group to any step. ${groupMaintainers}`,
    run(group, { journey, reason }) {
      const allowed = earlierSteps(group.journey);
      if (!allowed.includes(journey)) {
        const path = "input.journey";
        throw invalidTransition("EnterpriseGroup", group.journey, journey, allowed, path);
      }
      group.journey = journey;
      group.journeyReason = reason;
    },
  }),

  removeEnterpriseGroup: removing({
    ...ofGroup,
    description: `Removes a group that was recorded in error. Its results and supports are removed first. ${groupMaintainers}`,
  }),
});

/** Changes a group within a running use case. */
export async function updateGroup(
  group: EnterpriseGroup,
  input: Partial<UpdateEnterpriseGroupInput>,
  work: Work,
): Promise<void> {
  const columns = ["name", "formedOn", "members", "women", "men", "note", "visibility"] as const;
  assignGiven(group, input, columns);
  refuseFaults(memberFaults(group, "input"));
  const { villageCode, products, classification, sources } = input;
  if (villageCode !== undefined) group.village = await villageOf(work, villageCode, group.area.id);
  if (products) group.products = productsOf(products);
  if (classification !== undefined) {
    group.classification = classification ? { ...classification } : null;
  }
  if (sources) group.sources = sourcesOf(sources);
}

/** Moves a group on its journey. */
export function moveGroup(
  group: EnterpriseGroup,
  { journey }: Pick<AdvanceEnterpriseGroupInput, "journey">,
): void {
  journeyLifecycle.check(group.journey, journey, "input.journey");
  group.journey = journey;
  group.journeyReason = null;
}

/** Registers a group within a running use case. */
export async function newEnterpriseGroup(
  work: Work,
  id: string,
  input: RegisterEnterpriseGroupInput,
): Promise<void> {
  const area = await work.find(Area, input.areaId, "input.areaId");
  const onBehalfOf = input.organisationId?.toLowerCase();
  work.authorise(mayRegisterGroup, {
    takingPart: await takingPartIn(work, area.id),
    onBehalfOf,
  });
  const { name, members, women = null, men = null, formedOn, classification, note } = input;
  refuseFaults(memberFaults({ members, women, men }, "input"));
  work.create(EnterpriseGroup, {
    id,
    name,
    area,
    village: await villageOf(work, input.villageCode, area.id),
    journey: input.journey ?? EnterpriseJourney.FORMED,
    formedOn: formedOn ?? null,
    ...{ members, women, men },
    products: productsOf(input.products ?? []),
    classification: classification ? { ...classification } : null,
    note: note ?? null,
    organisation: actingOrganisation(work),
    visibility: input.visibility ?? Visibility.PUBLIC,
    sources: sourcesOf(input.sources),
  });
}

const productsOf = (inputs: readonly EnterpriseProductInput[]) =>
  inputs.map(({ name }) => ({ name }));

/** The village with this code, which must be a village in the area; else a fault at its path. */
async function villageOf(
  work: Work,
  given: string | null | undefined,
  area: string,
): Promise<Region | null> {
  if (!given) return null;
  const code = regionCodeOf(given);
  const path = "input.villageCode";
  const village = await work.find(Region, code, path);
  if (village.level !== RegionLevel.VILLAGE) {
    throw badField(path, "is not a village code", "bukan kode desa atau kelurahan");
  }
  const inside = sql`select 1 from area a cross join lateral unnest(a.region_ids) as part(code)
    where a.id = ${area} and ${withinRegion(sql`${code}`, sql`part.code`)}`;
  const { rows } = await inside.execute(work.em.getKysely());
  if (rows.length > 0) return village;
  throw badField(path, "is not in the area", "tidak terletak di kawasan itu");
}
