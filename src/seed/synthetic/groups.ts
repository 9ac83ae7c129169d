import { Visibility } from "../../domain/common/index.js";
import { EnterpriseJourney } from "../../domain/enterprises/index.js";
import { areasOf } from "./organisations.js";
import { mainActions, mainStages } from "./plans.js";
import type { Scene } from "./scene.js";
import { change, create, type Step } from "./steps.js";
import { coordinatorOf, labelled, organisationId, remark, syntheticSources } from "./terms.js";

const { DISSOLVED, EQUIPPED, FORMED, INDEPENDENT, PRODUCING, SELLING, TRAINED } = EnterpriseJourney;

/** A group of self-employed workers. */
interface GroupFacts {
  name: string;
  product: string;
  area: 0 | 1;
  members: number;
  /** Its audience; everybody if absent. */
  visibility?: Visibility;
  /** Its journey; the first step is the one that it was registered with. */
  journey: readonly EnterpriseJourney[];
  /** The years for which it has results. */
  years: readonly number[];
}

/** The groups of a province, on each step of the journey; one works alone. */
const groups: GroupFacts[] = [
  {
    name: "Anyaman Rintis",
    product: "tikar",
    area: 0,
    members: 8,
    journey: [FORMED],
    years: [],
    visibility: Visibility.ORGANISATION,
  },
  {
    name: "Kopi Lereng",
    product: "kopi",
    area: 0,
    members: 12,
    journey: [FORMED, TRAINED],
    years: [],
    visibility: Visibility.PARTICIPANTS,
  },
  {
    name: "Mebel Jati",
    product: "kursi",
    area: 0,
    members: 9,
    journey: [TRAINED, EQUIPPED],
    years: [],
  },
  { name: "Gula Aren", product: "gula", area: 0, members: 15, journey: [PRODUCING], years: [1] },
  {
    name: "Batik Pesisir",
    product: "kain",
    area: 0,
    members: 20,
    journey: [SELLING],
    years: [2, 1],
  },
  {
    name: "Olahan Ikan",
    product: "abon",
    area: 1,
    members: 11,
    journey: [SELLING, INDEPENDENT],
    years: [3, 2, 1],
  },
  {
    name: "Penjahit Tunggal",
    product: "baju",
    area: 1,
    members: 1,
    journey: [SELLING],
    years: [1],
  },
  {
    name: "Ternak Bubar",
    product: "telur",
    area: 1,
    members: 6,
    journey: [PRODUCING, DISSOLVED],
    years: [2],
  },
];

function results(scene: Scene, group: string, { members, years }: GroupFacts): Step[] {
  const { regency, province } = scene.organisations;
  const reporter = group.endsWith("1") ? province : regency;
  return years.map((past) =>
    create(coordinatorOf(reporter), "recordGroupMeasurement", {
      id: scene.id("groupMeasurement", `${group}/${past}`),
      groupId: scene.id("group", group),
      organisationId: organisationId(reporter),
      period: String(scene.year - past),
      revenue: String(members * (4 + scene.draw(`${group}/${past}`, 9)) * 1_000_000),
      jobs: members + scene.draw(`${group}/${past}/jobs`, 5),
      ...{ note: remark, sources: syntheticSources },
    }),
  );
}

function groupSteps(scene: Scene, facts: GroupFacts, at: number): Step[] {
  const { name, product, area, members, journey, visibility } = facts;
  const { regency, province } = scene.organisations;
  const areas = areasOf(scene);
  const registrar = area === 0 ? regency : province;
  const [registered = FORMED, ...further] = journey;
  const place = scene.province.regencies[area];
  const key = `${at}/${area}`;
  const id = scene.id("group", key);
  const women = Math.ceil(members * 0.6);
  return [
    create(coordinatorOf(registrar), "registerEnterpriseGroup", {
      ...{ id, name: scene.titled(`Kelompok ${name}`), members, women, men: members - women },
      areaId: area === 0 ? areas.first : areas.second,
      organisationId: organisationId(registrar),
      villageCode: place.villages[at % place.villages.length] ?? null,
      journey: registered,
      formedOn: scene.date(-900 + at * 60, key),
      products: [{ name: labelled(product) }],
      visibility: visibility ?? Visibility.PUBLIC,
      classification: { code: "10792", version: "KBLI 2020" },
      ...{ note: remark, sources: syntheticSources },
    }),
    ...further.map((next) =>
      change(coordinatorOf(registrar), "advanceEnterpriseGroup", { id, journey: next }),
    ),
    ...results(scene, key, facts),
  ];
}

/** What two groups of the first area received from the delivered equipment of the main plan. */
function supports(scene: Scene): Step[] {
  const contributionId = mainActions(scene).giftId(mainStages.completed, 2);
  return ["2/0", "4/0"].map((group) =>
    create(coordinatorOf(scene.organisations.regency), "recordSupport", {
      id: scene.id("support", group),
      ...{ groupId: scene.id("group", group), contributionId },
      ...{ receivedOn: scene.date(-60, group), note: remark, sources: syntheticSources },
    }),
  );
}

/** The groups of a province, with their journeys, revenue, jobs and support. */
export const enterpriseSteps = (scene: Scene): Step[] => [
  ...groups.flatMap((facts, at) => groupSteps(scene, facts, at)),
  ...supports(scene),
];
