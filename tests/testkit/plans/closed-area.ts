import { downloadFile, types, uploadFile } from "../files/transfers.js";
import type { CheckedClient } from "../hub/checked-client.js";
import { IndicatorInputs, indicatorCast } from "../indicators/indicator-inputs.js";
import { documentOf, type Input, type Written, write } from "../mutations/documents.js";
import { newId, type Party, World } from "../world/world.js";

/** What somebody got at in an area: the ways by which they found what is hidden, and what they wrote. */
export interface Reached {
  found: string[];
  written: string[];
}

/** Nothing at all. */
export const nothing: Reached = { found: [], written: [] };

/**
 * An area of a programme, with a plan that its owner took up, a hidden group of it, a public group with small
 * counts, and an indicator of the programme.
 */
export class ClosedArea {
  private constructor(
    readonly world: World,
    readonly inputs: IndicatorInputs,
    readonly area: Written,
    readonly key: string,
    /** The plan of the area. */
    readonly plan: Written,
    readonly hidden: Written,
    readonly open: Written,
  ) {}

  static async make(): Promise<ClosedArea> {
    const world = await World.start();
    const inputs = await IndicatorInputs.make(world, await indicatorCast(world));
    const key = world.unique("kawasan");
    const place = { key, name: "Kawasan", regions: ["36.02"], programmeId: inputs.programme.id };
    const area = await write(await world.operator, "createArea", place);
    const participants = [{ organisationId: inputs.cast.partner.id, role: "IMPLEMENTING" }];
    const within = { areaId: area.id, participants };
    const plan = await world.activePlan(inputs.programme, inputs.cast.lead, within);
    const group = { areaId: area.id, women: 3, men: 13 };
    const hidden = await inputs.do("registerEnterpriseGroup", {
      ...group,
      visibility: "PARTICIPANTS",
    });
    const open = await inputs.do("registerEnterpriseGroup", group);
    return new ClosedArea(world, inputs, area, key, plan, hidden, open);
  }

  /** The programme that the area belongs to. */
  get programme(): Written {
    return this.inputs.programme;
  }

  /** What somebody reaches here as things are. */
  async reach(client: CheckedClient): Promise<Reached> {
    return { found: await this.found(client), written: await this.written(client) };
  }

  /** The ways by which somebody finds the hidden group, or a raw count of the public one. */
  async found(client: CheckedClient): Promise<string[]> {
    const id = this.hidden.id;
    const data = await client.data<Record<string, unknown>>(
      `query ($id: ID!, $ids: [ID!]!, $area: ID!, $open: ID!) {
        id: enterpriseGroup(id: $id) { id } node(id: $id) { id } nodes(ids: $ids) { id }
        list: enterpriseGroups(where: { eq: $id }) { nodes { id } }
        total: enterpriseGroups(where: { eq: $id }) { totalCount }
        filter: enterpriseGroups(where: { area: { id: { eq: $area } }, visibility: { eq: PARTICIPANTS } }) { edges { node { id } } }
        edge: area(id: $area) { enterpriseGroups { nodes { id } } }
        oracle: areas(where: { id: { eq: $area }, enterpriseGroup: { visibility: { eq: PARTICIPANTS } } }) { totalCount }
        history: changes(where: { entityId: { eq: $id } }) { totalCount }
        raw: enterpriseGroup(id: $open) { membersBySex { count } }
      }`,
      { id, ids: [id], area: this.area.id, open: this.open.id } as never,
    );
    const shows: Record<string, RegExp> = {
      total: /[1-9]/,
      oracle: /[1-9]/,
      history: /[1-9]/,
      raw: /"count":3\b/,
    };
    const found = Object.entries(data)
      .filter(([way, value]) => (shows[way] ?? new RegExp(id)).test(JSON.stringify(value)))
      .map(([way]) => way);
    const { content } = await downloadFile(
      client,
      `/tables/enterprise-groups.csv?area=${this.key}`,
    );
    const text = content.toString();
    return [
      ...found,
      ...(text.includes(id) ? ["export"] : []),
      ...(text.includes(",3,13,") ? ["raw export"] : []),
    ];
  }

  /** The writes that somebody could make here: each in the area, or on the programme's indicator. */
  async written(client: CheckedClient): Promise<string[]> {
    const figures = { groupId: this.open.id, period: this.inputs.period(), jobs: 2 };
    const measurement = { indicatorId: this.inputs.indicator.id, period: this.inputs.period() };
    const attempts: [name: string, mutation: string, input: Input][] = [
      [
        "group",
        "registerEnterpriseGroup",
        { areaId: this.area.id, name: this.world.unique("K"), members: 9 },
      ],
      ["results", "recordGroupMeasurement", figures],
      ["measurement", "recordMeasurement", { ...measurement, regionCode: "36", value: 1 }],
      ["target", "setTarget", { ...measurement, regionCode: "36", value: 1 }],
    ];
    const written: string[] = [];
    for (const [name, mutation, input] of attempts) {
      const { errors } = await client.ask(documentOf(mutation), { input } as never);
      if (!errors) written.push(name);
    }
    const rows = `name,area,members\n${this.world.unique("K")},${this.key},9\n`;
    const path = `/imports/${newId()}?kind=ENTERPRISE_GROUPS`;
    const headers = { "content-type": types.csv };
    const { body } = await uploadFile<{ taken?: number }>(client, ["PUT", path], rows, headers);
    return body.taken ? [...written, "import"] : written;
  }

  /** A plan in this area that another organisation makes, in the area's programme unless named otherwise. */
  ownPlan(client: CheckedClient, lead: Party, more: Input = {}): Promise<Written> {
    return write(client, "createActionPlan", {
      title: this.world.unique("Rencana"),
      programmeId: this.programme.id,
      areaId: this.area.id,
      leadId: lead.id,
      startsOn: "2024-01-01",
      visibility: "PUBLIC",
      ...more,
    });
  }
}
