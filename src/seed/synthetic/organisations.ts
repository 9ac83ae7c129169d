import { Role } from "../../access/index.js";
import { AreaCharacter } from "../../domain/programmes/index.js";
import { Sector } from "../../domain/stakeholders/index.js";
import { type OrganisationFacts, office, organisationSteps } from "./nation.js";
import { national, programmes, type Scene } from "./scene.js";
import { create, type Step } from "./steps.js";
import { coordinatorOf, idOf, labelled, syntheticSources } from "./terms.js";

const { ADMIN, ASSESSOR, CONTRIBUTOR, COORDINATOR } = Role;

/** The public bodies of a province. */
function publicBodies({ province, organisations }: Scene): OrganisationFacts[] {
  const { code, name, regencies } = province;
  const [regency] = regencies;
  const sector = Sector.REGIONAL_GOVERNMENT;
  return [
    {
      ...{ key: organisations.province, name: `Pemerintah Provinsi ${name}`, sector },
      ...{ region: code, roles: office },
    },
    {
      ...{ key: organisations.office, name: `Dinas Contoh Provinsi ${name}`, sector },
      ...{ parent: organisations.province, region: code, roles: [COORDINATOR] },
    },
    {
      ...{ key: organisations.regency, name: `Pemerintah ${regency.name}`, sector },
      ...{ region: regency.code, roles: [COORDINATOR, CONTRIBUTOR] },
    },
    {
      ...{ key: organisations.village, name: `Pemerintah Desa Contoh, ${regency.name}` },
      sector: Sector.VILLAGE_GOVERNMENT,
      ...{ region: regency.villages[0] ?? regency.code, roles: [COORDINATOR] },
    },
  ];
}

/** The other organisations of a province, one of each sector. */
function otherBodies({ province, organisations }: Scene): OrganisationFacts[] {
  const { code, name, regencies } = province;
  const [regency] = regencies;
  return [
    {
      ...{ key: organisations.company, name: `PT Contoh, ${name}`, sector: Sector.PRIVATE_SECTOR },
      ...{ region: regency.code, roles: [COORDINATOR, CONTRIBUTOR] },
    },
    {
      ...{ key: organisations.university, name: `Universitas Contoh di ${name}` },
      ...{ sector: Sector.UNIVERSITY, region: code, roles: [ADMIN, COORDINATOR, ASSESSOR] },
    },
    {
      ...{ key: organisations.foundation, name: `Yayasan Contoh di ${name}`, sector: Sector.NGO },
      ...{ region: code, roles: [COORDINATOR] },
    },
    {
      ...{ key: organisations.group, name: `Kelompok Warga Contoh, ${regency.name}` },
      ...{ sector: Sector.COMMUNITY_GROUP, region: regency.code, roles: [COORDINATOR] },
    },
  ];
}

/** The organisations of a province, of each sector below the central government, with their people. */
export const organisationsOf = (scene: Scene): Step[] =>
  [...publicBodies(scene), ...otherBodies(scene)].flatMap(organisationSteps);

const themes = ["kopi", "perikanan", "wisata", "mebel", "tenun"];

/** The ids of a province's two areas. */
export const areasOf = (scene: Scene) => ({
  first: scene.id("area", "1"),
  second: scene.id("area", "2"),
});

/** The two areas of a province, one in each of its regencies; the second works as one with the first district. */
export function areaSteps(scene: Scene): Step[] {
  const characters = Object.values(AreaCharacter);
  const { regencies } = scene.province;
  const area = (at: 0 | 1, regions: string[], share: AreaCharacter[]) =>
    create(coordinatorOf(national.ministry), "createArea", {
      id: scene.id("area", String(at + 1)),
      key: `${scene.key("kawasan")}-${at + 1}`,
      name: scene.titled(`Kawasan Contoh ${at + 1}, ${regencies[at].name}`),
      theme: labelled(themes[scene.draw(`theme/${at}`, themes.length)] as string),
      year: scene.year - 3 + at,
      characters: share,
      regions,
      programmeId: idOf("programme", programmes.main),
      sources: syntheticSources,
    });
  const [one, two] = regencies;
  return [
    area(0, one.districts, characters.slice(0, 6)),
    area(1, [...two.districts, ...one.districts.slice(0, 1)], characters.slice(6)),
  ];
}
