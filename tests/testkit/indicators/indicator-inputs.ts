import { types, uploadFile } from "../files/transfers.js";
import { type Input, type Written, write } from "../mutations/documents.js";
import { type GoodMutation, MutationInputs } from "../mutations/mutation-inputs.js";
import type { IndicatorMutation } from "../mutations/mutation-names.js";
import { newId, type Party, type World } from "../world/world.js";

/** The parts in what is done with indicators and with groups of self-employed workers. */
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

/** A cast of organisations that were not there before. */
export async function indicatorCast(world: World): Promise<IndicatorCast> {
  const [owner, programmeOwner, lead, partner, other] = await Promise.all(
    Array.from({ length: 5 }, () => world.organisation()),
  );
  return { owner, programmeOwner, lead, partner, other } as IndicatorCast;
}

/** The mutations of indicators and of groups of self-employed workers. */
export class IndicatorInputs extends MutationInputs<IndicatorMutation> {
  private year = 1900;

  private constructor(
    world: World,
    readonly cast: IndicatorCast,
    /** The owner's, of the programme: people, which add up. */
    readonly indicator: Written,
    readonly programme: Written,
    /** Lebak, and the village of Cibarani in it. */
    readonly area: Written,
    readonly action: Written,
    readonly contribution: Written,
  ) {
    super(world);
  }

  /** `visibility` is that of the plan, and of the groups that are registered; `unit` the indicator's. */
  static async make(
    world: World,
    cast: IndicatorCast,
    { visibility = "PUBLIC", unit = "PEOPLE" }: { visibility?: string; unit?: string } = {},
  ): Promise<IndicatorInputs> {
    const programme = await world.programme(cast.programmeOwner);
    const place = { name: "Kawasan", regions: ["36.02"] };
    const area = await write(await world.operator, "createArea", place);
    const participants = [cast.partner, cast.other].map(({ id }) => ({
      organisationId: id,
      role: "IMPLEMENTING",
    }));
    const shared = { areaId: area.id, participants, visibility };
    const action = await world.action(
      cast.lead,
      await world.activePlan(programme, cast.lead, shared),
    );
    const contribution = await world.pledge(cast.partner, action);
    const indicator = await write(
      await world.joint(cast.owner.id, cast.programmeOwner.id),
      "createIndicator",
      {
        ...{ title: { english: world.unique("People at work") }, unit },
        ...{ direction: "INCREASE", aggregation: "SUM" },
        ...{ ownerId: cast.owner.id, programmeId: programme.id },
      },
    );
    const made = [indicator, programme, area, action, contribution] as const;
    return new IndicatorInputs(world, cast, ...made);
  }

  /** A period that nothing was said of yet. */
  period(): string {
    this.year += 1;
    return String(this.year);
  }

  /** An action of a plan among participants, in the area. */
  async hiddenAction(): Promise<Written> {
    const hidden = { visibility: "PARTICIPANTS", areaId: this.area.id };
    const plan = await this.world.activePlan(this.programme, this.cast.lead, hidden);
    return this.world.action(this.cast.lead, plan);
  }

  /** The id of a new area of these regions. */
  async areaOf(...regions: string[]): Promise<string> {
    return (await write(await this.world.operator, "createArea", { name: "Kawasan", regions })).id;
  }

  /** An indicator that waits for the yes of the programme's owner, as an input names it. */
  private async proposed(): Promise<Input> {
    const input = await this.of("createIndicator");
    const { id } = await write(await this.owner(), "createIndicator", input);
    return { id, expectedVersion: 1 };
  }

  /** Records a figure of a region, an area (by its id) or of the whole country; nobody has answered it yet. */
  async propose(
    of: Written,
    place: string,
    value: number,
    more: Input = {},
    by = this.cast.partner,
  ): Promise<Written> {
    const input = {
      ...(place.length > 13 ? { areaId: place } : { regionCode: place || null }),
      ...{ indicatorId: of.id, period: "2023", value, ...more },
    };
    return write(await this.world.member(by, "CONTRIBUTOR"), "recordMeasurement", input);
  }

  /** Records a figure that counts: the indicator's owner accepts that of others. */
  async measure(
    of: Written,
    place: string,
    value: number,
    more: Input = {},
    by = this.cast.owner,
  ): Promise<Written> {
    const recorded = await this.propose(of, place, value, more, by);
    return by.id === this.cast.owner.id ? recorded : this.accept(recorded);
  }

  /** The owner's yes to a figure. */
  async accept({ id, version }: Pick<Written, "id" | "version">): Promise<Written> {
    return write(await this.owner(), "acceptMeasurement", { id, expectedVersion: version });
  }

  /** A table of one figure that the partner sent. */
  private async imported(): Promise<{ id: string; expectedVersion: number }> {
    const { rows } = await this.world.hub.sql.query("select key from indicator where id = $1", [
      this.indicator.id,
    ]);
    const id = newId();
    const table = `indicator,period,value,region\n${rows[0].key},${this.period()},5,36.02\n`;
    const path = `/imports/${id}?kind=measurements&organisation=${this.cast.partner.id}`;
    const type = { "content-type": types.csv };
    const { status } = await uploadFile(await this.partner(), ["PUT", path], table, type);
    if (status !== 200) throw new Error(`The table was answered with ${status}`);
    return { id, expectedVersion: 1 };
  }

  private readonly owner = () => this.world.member(this.cast.owner, "COORDINATOR");
  private readonly both = () => this.world.joint(this.cast.owner.id, this.cast.programmeOwner.id);
  private readonly programmeOwner = () =>
    this.world.member(this.cast.programmeOwner, "COORDINATOR");
  private readonly partner = () => this.world.member(this.cast.partner, "COORDINATOR");

  protected readonly table: Record<IndicatorMutation, GoodMutation> = {
    createIndicator: {
      by: this.both,
      input: () => ({
        ...{
          title: { english: "Jobs", indonesian: "Pekerjaan" },
          unit: "PEOPLE",
          direction: "INCREASE",
        },
        ...{ aggregation: "SUM", ownerId: this.cast.owner.id, programmeId: this.programme.id },
      }),
      other: { direction: "DECREASE" },
    },
    updateIndicator: {
      by: this.owner,
      input: async () => ({
        ...(await this.fresh("createIndicator")),
        description: this.world.unique("uraian"),
      }),
    },
    acceptIndicator: { by: this.programmeOwner, input: () => this.proposed() },
    refuseIndicator: { by: this.programmeOwner, input: () => this.proposed() },
    setTarget: {
      by: this.owner,
      input: () => ({
        ...{ indicatorId: this.indicator.id, period: this.period(), value: 10, regionCode: "36" },
      }),
      other: { value: 7 },
    },
    updateTarget: {
      by: this.owner,
      input: async () => ({ ...(await this.fresh("setTarget")), value: 11 }),
    },
    removeTarget: { by: this.owner, input: () => this.fresh("setTarget") },
    recordMeasurement: {
      by: this.partner,
      input: () => ({
        ...{ indicatorId: this.indicator.id, period: this.period(), value: 12 },
        ...{ regionCode: "36.02", disaggregation: [{ by: "SEX", value: "women", count: 7 }] },
      }),
      other: { disaggregation: [{ by: "SEX", value: "women", count: 8 }] },
    },
    correctMeasurement: {
      by: this.partner,
      input: async () => ({ ...(await this.fresh("recordMeasurement")), value: 13 }),
    },
    acceptMeasurement: { by: this.owner, input: () => this.fresh("recordMeasurement") },
    acceptMeasurements: {
      by: this.owner,
      input: async () => ({
        measurements: [
          await this.fresh("recordMeasurement"),
          await this.fresh("recordMeasurement"),
        ],
      }),
      changes: 2,
    },
    refuseMeasurement: {
      by: this.owner,
      input: async () => ({ ...(await this.fresh("recordMeasurement")), reason: "Angka keliru." }),
    },
    retractMeasurement: {
      by: this.partner,
      input: async () => ({ ...(await this.fresh("recordMeasurement")), reason: "Salah catat." }),
    },
    undoImport: {
      by: this.partner,
      input: async () => ({ ...(await this.imported()), reason: "Berkas keliru." }),
      changes: 2,
    },
    startExport: {
      by: this.partner,
      input: () => ({ list: "regions", format: "CSV", columns: ["code"], where: null }),
      other: { format: "XLSX" },
    },
    cancelExport: {
      by: this.partner,
      input: async () => ({ id: (await this.fresh("startExport")).id }),
    },
    registerEnterpriseGroup: {
      by: this.partner,
      input: () => ({
        ...{ name: this.world.unique("Kelompok"), areaId: this.area.id, members: 16 },
        ...{ women: 10, men: 6, products: [{ name: "Kopi" }], villageCode: "36.02.27.2010" },
      }),
      other: { members: 9 },
    },
    updateEnterpriseGroup: {
      by: this.partner,
      input: async () => ({
        ...(await this.fresh("registerEnterpriseGroup")),
        note: this.world.unique("catatan"),
      }),
    },
    advanceEnterpriseGroup: {
      by: this.partner,
      input: async () => ({
        ...(await this.fresh("registerEnterpriseGroup")),
        journey: "TRAINED",
      }),
    },
    recordGroupMeasurement: {
      by: this.partner,
      input: async () => ({
        groupId: (await this.do("registerEnterpriseGroup")).id,
        ...{ period: "2024", revenue: "250000", jobs: 20 },
      }),
      other: { jobs: 9 },
    },
    correctGroupMeasurement: {
      by: this.partner,
      input: async () => ({ ...(await this.fresh("recordGroupMeasurement")), jobs: 21 }),
    },
    recordSupport: {
      by: this.partner,
      input: async () => ({
        groupId: (await this.do("registerEnterpriseGroup")).id,
        ...{ contributionId: this.contribution.id, receivedOn: "2024-03-01" },
      }),
      other: { receivedOn: "2024-05-05" },
    },
    returnEnterpriseGroup: {
      by: this.partner,
      input: async () => ({
        ...(await this.fresh("registerEnterpriseGroup", { journey: "INDEPENDENT" })),
        ...{ journey: "SELLING", reason: "Salah catat" },
      }),
    },
    removeEnterpriseGroup: {
      by: this.partner,
      input: () => this.fresh("registerEnterpriseGroup"),
    },
    removeGroupMeasurement: {
      by: this.partner,
      input: () => this.fresh("recordGroupMeasurement"),
    },
    correctSupport: {
      by: this.partner,
      input: async () => ({ ...(await this.fresh("recordSupport")), receivedOn: "2024-04-01" }),
    },
    removeSupport: { by: this.partner, input: () => this.fresh("recordSupport") },
  };
}
