import type { CheckedClient } from "../hub/checked-client.js";
import {
  newId,
  type Party,
  type RoleName,
  type World,
  type Written,
  write,
} from "../world/world.js";

type Input = Record<string, unknown>;

/** Who plays a part in what is done with indicators and with groups of self-employed workers. */
export interface IndicatorCast {
  /** Owns the indicator. */
  owner: Party;
  /** Owns the programme of the indicator and of the plan. */
  programmeOwner: Party;
  /** Leads the plan of the area. */
  lead: Party;
  /** Takes part in the plan, records, registers groups, and gave the contribution. */
  partner: Party;
  /** Takes part in the plan, and no more. */
  other: Party;
}

const managed = ["createIndicator", "updateIndicator", "setTarget", "updateTarget", "removeTarget"];
const recorded = [
  ...["recordMeasurement", "correctMeasurement", "registerEnterpriseGroup"],
  ...["updateEnterpriseGroup", "advanceEnterpriseGroup", "recordGroupMeasurement"],
  ...["correctGroupMeasurement", "recordSupport", "removeSupport"],
];

/** The mutations of indicators and of groups. */
export const indicatorMutations: readonly string[] = [...managed, ...recorded];

/** What else a creating mutation of them would make. */
export const otherResults: Record<string, Input> = {
  createIndicator: { direction: "DECREASE" },
  setTarget: { value: 7 },
  recordMeasurement: { disaggregation: [{ by: "SEX", value: "women", count: 8 }] },
  registerEnterpriseGroup: { members: 9 },
  recordGroupMeasurement: { jobs: 9 },
  recordSupport: { receivedOn: "2024-05-05" },
};

/** A cast of organisations that were not there before. */
export async function indicatorCast(world: World): Promise<IndicatorCast> {
  const [owner, programmeOwner, lead, partner, other] = await Promise.all(
    Array.from({ length: 5 }, () => world.organisation()),
  );
  return { owner, programmeOwner, lead, partner, other } as IndicatorCast;
}

/**
 * For each mutation of indicators and groups inputs that the hub takes. Each call gives one on a
 * subject of its own, or of a period of its own, where it could not be done twice.
 */
export class IndicatorInputs {
  private year = 1900;

  private constructor(
    readonly world: World,
    readonly cast: IndicatorCast,
    /** The owner's, of the programme: people, which add up. */
    readonly indicator: Written,
    readonly programme: Written,
    /** Lebak, and the village of Cibarani in it. */
    readonly area: Written,
    readonly action: Written,
    readonly contribution: Written,
  ) {}

  /** `visibility` is that of the plan, and of the groups that are registered. */
  static async make(
    world: World,
    cast: IndicatorCast,
    { visibility = "PUBLIC" }: { visibility?: string } = {},
  ): Promise<IndicatorInputs> {
    const programme = await world.programme(cast.programmeOwner);
    const place = { name: "Kawasan", regions: ["36.02"] };
    const area = await write(await world.operator, "createArea", place);
    const participants = [cast.partner, cast.other].map(({ id }) => ({
      organisationId: id,
      role: "IMPLEMENTING",
    }));
    const shared = { areaId: area.id, participants, visibility };
    const action = await world.action(cast.lead, await world.plan(programme, cast.lead, shared));
    const contribution = await world.pledge(cast.partner, action);
    const indicator = await write(
      await world.member(cast.owner, "COORDINATOR"),
      "createIndicator",
      {
        ...{ title: { en: world.unique("People at work") }, unit: "PEOPLE" },
        ...{ direction: "INCREASE", aggregation: "SUM" },
        ...{ ownerId: cast.owner.id, programmeId: programme.id },
      },
    );
    const made = [indicator, programme, area, action, contribution] as const;
    return new IndicatorInputs(world, cast, ...made);
  }

  /** Somebody who may do it. */
  clientFor(mutation: string, role: RoleName = "COORDINATOR"): Promise<CheckedClient> {
    const { owner, partner } = this.cast;
    return this.world.member(managed.includes(mutation) ? owner : partner, role);
  }

  /** An input of a mutation that is good in all but perhaps the requester; `more` are further fields. */
  async of(mutation: string, more: Input = {}): Promise<Input> {
    const make = this.inputs[mutation];
    if (!make) throw new Error(`No input of ${mutation}`);
    return { ...(await make()), ...more };
  }

  /** Does it, as somebody who may. */
  async do(mutation: string, more: Input = {}): Promise<Written> {
    const client = await this.clientFor(mutation);
    return write(client, mutation, { id: newId(), ...(await this.of(mutation, more)) });
  }

  /** A period that nothing was said of yet. */
  period(): string {
    this.year += 1;
    return String(this.year);
  }

  private readonly inputs: Record<string, () => Promise<Input>> = {
    createIndicator: async () => ({
      ...{ title: { en: "Jobs", id: "Pekerjaan" }, unit: "PEOPLE", direction: "INCREASE" },
      ...{ aggregation: "SUM", ownerId: this.cast.owner.id, programmeId: this.programme.id },
    }),
    updateIndicator: async () => ({
      ...(await this.fresh("createIndicator")),
      description: this.world.unique("uraian"),
    }),
    setTarget: async () => ({
      ...{ indicatorId: this.indicator.id, period: this.period(), value: 10, regionCode: "36" },
    }),
    updateTarget: async () => ({ ...(await this.fresh("setTarget")), value: 11 }),
    removeTarget: () => this.fresh("setTarget"),
    recordMeasurement: async () => ({
      ...{ indicatorId: this.indicator.id, period: this.period(), value: 12, regionCode: "36.02" },
      disaggregation: [{ by: "SEX", value: "women", count: 7 }],
    }),
    correctMeasurement: async () => ({ ...(await this.fresh("recordMeasurement")), value: 13 }),
    registerEnterpriseGroup: async () => ({
      ...{ name: this.world.unique("Kelompok"), areaId: this.area.id, members: 16 },
      ...{ women: 10, men: 6, products: [{ name: "Kopi" }], villageCode: "36.02.27.2010" },
    }),
    updateEnterpriseGroup: async () => ({
      ...(await this.fresh("registerEnterpriseGroup")),
      note: this.world.unique("catatan"),
    }),
    advanceEnterpriseGroup: async () => ({
      ...(await this.fresh("registerEnterpriseGroup")),
      journey: "TRAINED",
    }),
    recordGroupMeasurement: async () => ({
      groupId: (await this.do("registerEnterpriseGroup")).id,
      ...{ period: "2024", revenue: "250000", jobs: 20 },
    }),
    correctGroupMeasurement: async () => ({
      ...(await this.fresh("recordGroupMeasurement")),
      jobs: 21,
    }),
    recordSupport: async () => ({
      groupId: (await this.do("registerEnterpriseGroup")).id,
      ...{ contributionId: this.contribution.id, receivedOn: "2024-03-01" },
    }),
    removeSupport: () => this.fresh("recordSupport"),
  };

  private async fresh(mutation: string): Promise<Input> {
    const { id } = await this.do(mutation);
    return { id, expectedVersion: 1 };
  }
}
