import { type Written, write } from "../../testkit/mutations/documents.js";
import { type Party, World } from "../../testkit/world/world.js";
import type { Places } from "./wholes.js";

/** The sectors in the order of the API. */
export const sectors = [
  "CENTRAL_GOVERNMENT",
  "REGIONAL_GOVERNMENT",
  "VILLAGE_GOVERNMENT",
  "PRIVATE_SECTOR",
  "UNIVERSITY",
  "NGO",
  "COMMUNITY_GROUP",
];

/** The regions of each area: in one regency, across regencies, across provinces, a province, a village. */
const areas: Record<string, readonly string[]> = {
  districts: ["36.02.27", "36.02.01"],
  regencies: ["33.25", "33.04"],
  provinces: ["33.04.01", "36.02.27"],
  province: ["36"],
  village: ["36.02.27.2010"],
};

/** The plans: area, visibility, and whether it belongs to the programme that is part of the other. */
const plans: readonly { area?: string; visibility: string; isPart?: boolean }[] = [
  { area: "districts", visibility: "PUBLIC" },
  { area: "regencies", visibility: "PUBLIC" },
  { area: "provinces", visibility: "PARTICIPANTS", isPart: true },
  { visibility: "PUBLIC", isPart: true },
  { area: "province", visibility: "PUBLIC" },
  { area: "village", visibility: "PUBLIC", isPart: true },
];

/** An action, with the plan that it is part of. */
export interface SceneAction {
  id: string;
  plan: string;
}

/** Where the money of a model is: organisations, programmes, plans and actions that stay as they are. */
export interface Scene {
  world: World;
  parties: readonly Party[];
  outsider: Party;
  actions: readonly SceneAction[];
  plans: readonly Written[];
  codes: ReadonlyMap<string, readonly string[]>;
  places: Places;
}

/** The codes of a region and of all regions that it lies in. */
const chainOf = (code: string): string[] =>
  [2, 5, 8, 13].filter((length) => length <= code.length).map((length) => code.slice(0, length));

async function makeParties(world: World): Promise<Party[]> {
  const ministry = await world.organisation("CENTRAL_GOVERNMENT");
  const under = { parentId: ministry.id };
  return [
    ministry,
    await world.organisation("CENTRAL_GOVERNMENT", under),
    await world.organisation("REGIONAL_GOVERNMENT"),
    await world.organisation("VILLAGE_GOVERNMENT"),
    await world.organisation("PRIVATE_SECTOR"),
    await world.organisation("NGO", under),
  ];
}

async function makeAreas(world: World): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const [name, regions] of Object.entries(areas)) {
    const key = world.unique("kawasan");
    const { id } = await write(await world.operator, "createArea", { key, name, regions });
    made.set(name, id);
  }
  return made;
}

/** Makes the scene: six plans of two programmes, with two actions each, in which all but one take part. */
export async function makeScene(world: World): Promise<Scene> {
  const parties = await makeParties(world);
  const [ministry] = parties as [Party];
  const whole = await world.programme(ministry);
  const part = await world.programme(ministry, { parentId: whole.id });
  const areaIds = await makeAreas(world);
  const participants = parties.map(({ id }) => ({ organisationId: id, role: "IMPLEMENTING" }));
  const made: Written[] = [];
  const actions: SceneAction[] = [];
  for (const { area, visibility, isPart } of plans) {
    const areaId = area ? { areaId: areaIds.get(area) } : {};
    const input = { visibility, participants, ...areaId };
    const plan = await world.activePlan(isPart ? part : whole, ministry, input);
    made.push(plan);
    for (let count = 0; count < 2; count += 1) {
      const { id } = await world.action(ministry, plan);
      actions.push({ id, plan: plan.id });
    }
  }
  const organisations = parties.map(({ id }) => id);
  const places: Places = {
    actions: actions.map(({ id }) => id),
    plans: made.map(({ id }) => id),
    programmes: [whole.id, part.id],
    organisations,
    areas: [...areaIds.values()],
    regions: [...new Set(Object.values(areas).flat().flatMap(chainOf))],
    parts: new Map([
      [whole.id, [whole.id, part.id]],
      [part.id, [part.id]],
      ...organisations.map((id): [string, string[]] => [id, [id]]),
      [ministry.id, [0, 1, 5].map((at) => organisations[at] as string)],
    ]),
  };
  const codes = new Map([...areaIds].map(([name, id]) => [id, areas[name] as string[]]));
  const outsider = await world.organisation("UNIVERSITY");
  return { world, parties, outsider, actions, plans: made, codes, places };
}
