import type { CheckedClient } from "../../testkit/hub/checked-client.js";
import type { TestHub } from "../../testkit/hub/index.js";
import { write } from "../../testkit/mutations/documents.js";
import { World } from "../../testkit/world/world.js";

/** Two viewers of whom one sees what the other does not, in rows that both see. */
export interface HiddenScene {
  insider: CheckedClient;
  outsider: CheckedClient;
}

/**
 * Makes small groups, a small figure below the regency, and a report that only those see who take part in a
 * plan: an organisation that is only invited sees the plan without it.
 */
export async function makeHiddenScene(hub: TestHub): Promise<HiddenScene> {
  const world = new World(hub);
  const lead = await world.organisation("NGO");
  const invited = await world.organisation("UNIVERSITY");
  const programme = await world.programme(lead);
  const member = await world.member(lead, "COORDINATOR");
  const regions = ["36.02.27", "36.02.01"];
  const area = await write(await world.operator, "createArea", {
    key: "kawasan-groups",
    name: "Kawasan",
    regions,
  });
  const shared = { visibility: "PARTICIPANTS", areaId: area.id };
  const plan = await world.activePlan(programme, lead, shared);
  const part = { planId: plan.id, organisationId: invited.id, role: "IMPLEMENTING" };
  await write(member, "addParticipant", part);
  const action = await world.action(lead, plan);
  await world.report(lead, action, { progress: 60, visibility: "PARTICIPANTS" });
  for (const [women, men] of [
    [2, 1],
    [3, 20],
    [12, 8],
  ] as const) {
    const members = { members: women + men, women, men };
    const group = { name: `Kelompok ${women} ${men}`, areaId: area.id, organisationId: lead.id };
    await write(member, "registerEnterpriseGroup", { ...group, ...members });
  }
  const indicator = await write(member, "createIndicator", {
    ...{ title: { english: "People at work" }, unit: "PEOPLE", direction: "INCREASE" },
    ...{ aggregation: "SUM", ownerId: lead.id, programmeId: programme.id },
  });
  for (const [regionCode, value] of [
    ["36.02.27.2010", 3],
    ["36.02.27.2009", 40],
  ]) {
    const figure = { indicatorId: indicator.id, period: "2024", regionCode, value };
    await write(member, "recordMeasurement", figure);
  }
  return { insider: member, outsider: await world.member(invited, "VIEWER") };
}
