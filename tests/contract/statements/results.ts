import { types, uploadFile } from "../../testkit/files/transfers.js";
import { type Written, write } from "../../testkit/mutations/documents.js";
import { newId, type Party, type World } from "../../testkit/world/world.js";

/** What figures and groups are of: who leads the plan, its programme, area and first action. */
interface Branch {
  lead: Party;
  programme: Written;
  area: Written;
  regency: string;
  action: Written;
  /** A contribution to the action. */
  middle: Written;
}

/** An indicator, a measurement and a group of a branch, each with something behind all of its fields. */
export async function resultsOf(world: World, branch: Branch) {
  const { lead, programme, area, regency: regionCode, action, middle } = branch;
  const coordinator = await world.member(lead, "COORDINATOR");
  const indicator = await write(coordinator, "createIndicator", {
    ...{ title: { english: world.unique("Jobs") }, unit: "PEOPLE", direction: "INCREASE" },
    ...{ aggregation: "SUM", ownerId: lead.id, programmeId: programme.id },
  });
  const of = { indicatorId: indicator.id, period: "2024", value: 5 };
  await write(coordinator, "setTarget", { ...of, regionCode });
  await write(coordinator, "setTarget", { ...of, areaId: area.id });
  await write(coordinator, "recordMeasurement", { ...of, areaId: area.id });
  const effect = { ...of, regionCode, actionId: action.id };
  const measurement = await write(coordinator, "recordMeasurement", effect);
  const village = { "36.02": "36.02.27.2010", "33.25": "33.25.01.2001", "35.01": "35.01.01.2001" };
  const group = await write(coordinator, "registerEnterpriseGroup", {
    ...{ name: world.unique("Kelompok"), areaId: area.id, members: 5 },
    villageCode: village[regionCode as keyof typeof village],
  });
  for (const period of ["2023", "2024"]) {
    await write(coordinator, "recordGroupMeasurement", { groupId: group.id, period, jobs: 5 });
  }
  await write(coordinator, "recordSupport", { groupId: group.id, contributionId: middle.id });
  const table = newId();
  const rows = `group,period,jobs\n${group.id},2022,4\n`;
  const path = `/imports/${table}?kind=GROUP_MEASUREMENTS`;
  await uploadFile(coordinator, ["PUT", path], rows, { "content-type": types.csv });
  const sent = { list: "regions", format: "CSV" };
  const { id: file } = await write(coordinator, "startExport", { id: newId(), ...sent });
  return { indicator, measurement, group, table, file };
}
