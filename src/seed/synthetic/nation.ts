import { Role } from "../../access/index.js";
import { PovertyStrategy } from "../../domain/programmes/index.js";
import { ApiKeyScope, Sector } from "../../domain/stakeholders/index.js";
import { national, programmes } from "./scene.js";
import { type Chapter, change, create, operatorName, type Step } from "./steps.js";
import {
  bothLabelled,
  dayAfter,
  idOf,
  labelled,
  organisationId,
  personOf,
  remark,
  syntheticSources,
  yearOf,
} from "./terms.js";

/** An organisation with the roles of its people. */
export interface OrganisationFacts {
  key: string;
  name: string;
  sector: Sector;
  parent?: string;
  region?: string;
  stateOwned?: boolean;
  roles: readonly Role[];
}

/** The organisation, then a person for each of its roles. */
export function organisationSteps(facts: OrganisationFacts): Step[] {
  const { key, sector, parent, region, stateOwned = false, roles } = facts;
  const name = labelled(facts.name);
  return [
    create(operatorName, "createOrganisation", {
      ...{ id: organisationId(key), key, name, sector, stateOwned, note: remark },
      parentId: parent ? organisationId(parent) : null,
      regionCode: region ?? null,
      contact: `kontak@${key}.example`,
      sources: syntheticSources,
    }),
    ...roles.map((role) => memberStep(key, personOf(role, key), role, `${role}, ${name}`)),
  ];
}

const memberStep = (organisation: string, email: string, role: Role, name: string | null): Step =>
  create(operatorName, "addMember", {
    ...{ id: idOf("membership", `${email}/${organisation}/${role}`), email, role, name },
    organisationId: organisationId(organisation),
  });

const { ADMIN, ASSESSOR, CONTRIBUTOR, COORDINATOR, VIEWER } = Role;
export const office = [ADMIN, COORDINATOR, CONTRIBUTOR, VIEWER];

const organisations: OrganisationFacts[] = [
  {
    key: national.ministry,
    name: "Kementerian Contoh A",
    sector: Sector.CENTRAL_GOVERNMENT,
    roles: office,
  },
  {
    key: national.directorate,
    name: "Direktorat Contoh A-1",
    sector: Sector.CENTRAL_GOVERNMENT,
    parent: national.ministry,
    roles: [COORDINATOR],
  },
  {
    key: national.planning,
    name: "Kementerian Contoh B",
    sector: Sector.CENTRAL_GOVERNMENT,
    roles: [COORDINATOR, VIEWER],
  },
  {
    key: national.stateCompany,
    name: "BUMN Contoh",
    sector: Sector.PRIVATE_SECTOR,
    stateOwned: true,
    roles: [COORDINATOR],
  },
  {
    key: national.university,
    name: "Universitas Contoh",
    sector: Sector.UNIVERSITY,
    roles: [COORDINATOR, ASSESSOR],
  },
  {
    key: national.institute,
    name: "Lembaga Riset Contoh",
    sector: Sector.UNIVERSITY,
    parent: national.university,
    roles: [ASSESSOR],
  },
  {
    key: national.foundation,
    name: "Yayasan Contoh",
    sector: Sector.NGO,
    roles: [COORDINATOR, CONTRIBUTOR],
  },
];

function programmeSteps(day: string): Step[] {
  const year = yearOf(day);
  const { ministry, planning } = national;
  const common = {
    ...{ legalBasis: labelled("Peraturan contoh"), policy: remark },
    sources: syntheticSources,
  };
  const of = (key: string) => ({ id: idOf("programme", key), key });
  return [
    create(operatorName, "createProgramme", {
      ...{ ...of(programmes.main), ...common },
      name: bothLabelled("Program Kawasan Kerja Contoh", "Example Employment Areas Programme"),
      ownerId: organisationId(ministry),
      ...{ startsOn: `${year - 4}-01-01`, endsOn: `${year + 3}-12-31` },
      strategies: Object.values(PovertyStrategy),
      sectors: Object.values(Sector),
      reportEveryMonths: 3,
      reportToIds: [organisationId(planning)],
      reportCopyToIds: [organisationId(national.foundation)],
    }),
    create(operatorName, "createProgramme", {
      ...{ ...of(programmes.part), ...common },
      name: bothLabelled("Program Pelatihan Contoh", "Example Training Programme"),
      ownerId: organisationId(ministry),
      parentId: idOf("programme", programmes.main),
      ...{ startsOn: `${year - 3}-01-01`, endsOn: null },
      strategies: [PovertyStrategy.RAISE_INCOME],
      sectors: [Sector.REGIONAL_GOVERNMENT, Sector.PRIVATE_SECTOR, Sector.UNIVERSITY],
      reportEveryMonths: 6,
      reportToIds: [organisationId(ministry)],
    }),
    create(operatorName, "createProgramme", {
      ...{ ...of(programmes.past), ...common },
      name: bothLabelled("Program Padat Karya Contoh", "Example Public Works Programme"),
      ownerId: organisationId(planning),
      ...{ startsOn: `${year - 6}-01-01`, endsOn: `${year - 1}-12-31` },
      strategies: [PovertyStrategy.REDUCE_EXPENDITURE_BURDEN],
    }),
  ];
}

/** Two keys of the ministry, one of them revoked. Nobody learns their secrets. */
function keySteps(day: string): Step[] {
  const admin = personOf(ADMIN, national.ministry);
  const key = (name: string, scopes: ApiKeyScope[]) =>
    create(admin, "issueApiKey", {
      ...{ id: idOf("apiKey", name), name: labelled(name), scopes },
      organisationId: organisationId(national.ministry),
      expiresAt: `${dayAfter(day, 365)}T00:00:00Z`,
    });
  return [
    key("Dasbor", [ApiKeyScope.READ]),
    key("Sistem pelaporan", [ApiKeyScope.CONTRIBUTE, ApiKeyScope.COORDINATE]),
    change(admin, "revokeApiKey", { id: idOf("apiKey", "Sistem pelaporan") }),
  ];
}

/** The organisations, people and programmes of the whole country. */
export const nationChapter = (day: string): Chapter => ({
  name: "nation",
  steps: [
    ...organisations.flatMap(organisationSteps),
    memberStep(national.university, personOf(VIEWER, national.ministry), VIEWER, null),
    ...programmeSteps(day),
    ...keySteps(day),
  ],
});
