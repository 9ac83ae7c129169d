import type { Viewer } from "../../access/index.js";
import { badField } from "../../platform/errors.js";
import { sql } from "../../reading/index.js";
import {
  assignGiven,
  type Done,
  refuseFaults,
  sourcesOf,
  UseCases,
  Visibility,
  type Work,
} from "../common/index.js";
import { takingPart } from "../plans/index.js";
import { Area } from "../programmes/index.js";
import { Region, RegionLevel, withinRegion } from "../regions/index.js";
import { Organisation } from "../stakeholders/index.js";
import { EnterpriseGroup } from "./enterprise-group.js";
import type {
  AdvanceEnterpriseGroupInput,
  EnterpriseProductInput,
  RegisterEnterpriseGroupInput,
  UpdateEnterpriseGroupInput,
} from "./enterprise-inputs.js";
import { mayRegisterGroup, mayUpdateGroup } from "./enterprise-policy.js";
import { memberFaults } from "./enterprise-rules.js";
import { EnterpriseJourney, journeyLifecycle } from "./enums.js";

/** Those of the requester's organisations that take part in a plan of the area. */
export const takingPartIn = (work: Work, area: string): Promise<string[]> =>
  takingPart(work, (plan) => sql`${plan.column("area_id")} = ${area}`);

/** The organisation that acts; none for the platform's operator. */
export const actingOrganisation = ({ em, organisation }: Work): Organisation | null =>
  organisation ? em.getReference(Organisation, organisation as never) : null;

/** Groups of self-employed workers. */
export class EnterpriseService extends UseCases {
  /** Registers a group at the step at which it is. */
  registerEnterpriseGroup(viewer: Viewer, input: RegisterEnterpriseGroupInput): Promise<Done> {
    const operation = "registerEnterpriseGroup";
    return this.creating(viewer, operation, EnterpriseGroup, input, (work, id) =>
      newEnterpriseGroup(work, id, input),
    );
  }

  /** Changes what is said of a group, not how far it has come. */
  updateEnterpriseGroup(viewer: Viewer, input: UpdateEnterpriseGroupInput): Promise<Done> {
    const spec = { ...this.group, operation: "updateEnterpriseGroup" };
    return this.changing(viewer, spec, input, async (group, work) => {
      assignGiven(group, input, [
        "name",
        "formedOn",
        "members",
        "women",
        "men",
        "note",
        "visibility",
      ]);
      refuseFaults(memberFaults(group, "input"));
      const { villageCode, products, classification, sources } = input;
      if (villageCode !== undefined) {
        group.village = await villageOf(work, villageCode, group.area.id);
      }
      if (products) group.products = productsOf(products);
      if (classification !== undefined) {
        group.classification = classification ? { ...classification } : null;
      }
      if (sources) group.sources = sourcesOf(sources);
    });
  }

  /** Takes a group to the next step of its journey, or dissolves it. */
  advanceEnterpriseGroup(viewer: Viewer, input: AdvanceEnterpriseGroupInput): Promise<Done> {
    const spec = { ...this.group, operation: "advanceEnterpriseGroup" };
    return this.changing(viewer, spec, input, (group) => {
      journeyLifecycle.check(group.journey, input.journey, "input.journey");
      group.journey = input.journey;
    });
  }

  private readonly group = {
    target: EnterpriseGroup,
    permission: mayUpdateGroup,
    facts: ({ organisation }: EnterpriseGroup) => ({ organisation: organisation?.id }),
  };
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

/** The village of this code, which must be one and lie in the area; else a fault at its path. */
async function villageOf(
  work: Work,
  code: string | null | undefined,
  area: string,
): Promise<Region | null> {
  if (!code) return null;
  const path = "input.villageCode";
  const village = await work.find(Region, code, path);
  if (village.level !== RegionLevel.VILLAGE) {
    throw badField(path, "is no village's code", "bukan kode desa atau kelurahan");
  }
  const inside = sql`select 1 from area a cross join lateral unnest(a.region_ids) as part(code)
    where a.id = ${area} and ${withinRegion(sql`${code}`, sql`part.code`)}`;
  const { rows } = await inside.execute(work.em.getKysely());
  if (rows.length > 0) return village;
  throw badField(path, "does not lie in the area", "tidak terletak di kawasan itu");
}
