import { Role, type Viewer } from "../access/index.js";
import {
  type Done,
  type SourceInput,
  type StoredText,
  Visibility,
} from "../domain/common/index.js";
import {
  ActionPlanStatus,
  ActionStatus,
  actionMutations,
  planMutations,
} from "../domain/plans/index.js";
import { areaMutations, programmeMutations } from "../domain/programmes/index.js";
import {
  membershipMutations,
  organisationMutations,
  Sector,
} from "../domain/stakeholders/index.js";
import type { Ledger } from "../ledger/index.js";
import { namedId } from "../platform/ids.js";
import {
  type ActionCase,
  type AreaCase,
  bothLanguages,
  type Cases,
  type OrganisationCase,
  type PlanCase,
  type ProgrammeCase,
} from "./cases.js";
import { operator } from "./operator.js";

/** The namespace of the sample's ids: a record has the same id on every hub. */
const namespace = "0b6a3a52-5d0e-4a55-8f0c-6f6d9d1f6c7e";

/**
 * A record of the sample: the use cases that make it. Each adds one change to its history, so that the
 * length of the history gives the next one. A record that ends after others, as a deliberation after
 * its outcomes, is two sample records with one id.
 */
export interface SampleRecord {
  id: string;
  /** Its name for people: `organisation ipb`. */
  name: string;
  steps: readonly (() => Promise<Done>)[];
  /** What a hub with an earlier sample gets, in the order in which the sample grew. */
  completions?: readonly Completion[];
}

/** The values that a record was created with, by their fields. */
export type Created = Record<string, { after: unknown }>;

/** A change of a record that an earlier sample made without some of its facts. */
export interface Completion {
  /** True where the record lacks them. */
  isShort(created: Created): boolean;
  /** Makes the change of the record, which is at this version. */
  step(expectedVersion: number): Promise<Done>;
}

/** The condition that a record was created without all of these fields. */
export const without =
  (...fields: readonly string[]): Completion["isShort"] =>
  (created) =>
    fields.some((field) => (created[field]?.after ?? null) === null);

/** The condition that a record was created with fewer languages of a text than it has now. */
export const withFewerLanguages =
  (field: string, text: StoredText): Completion["isShort"] =>
  (created) =>
    Object.keys(text).some((language) => !Object.hasOwn(created[field]?.after ?? {}, language));

/** The id of a sample record, from its noun and its key in the cases. */
export const sampleId = (kind: string, key: string): string => namedId(`${kind}:${key}`, namespace);

/** The id of a plan's action, by its title in the cases. */
export const actionId = (plan: string, title: string): string =>
  sampleId("action", `${plan}/${title}`);

/** The id of an optional reference; null when it is absent. */
export const optionalId = (kind: string, key: string | undefined): string | null =>
  key === undefined ? null : sampleId(kind, key);

/** The operator as coordinator of these organisations. It writes on behalf of the first one that may. */
export function coordinatorOf(...organisations: string[]): Viewer {
  const roles = new Set([Role.COORDINATOR]);
  return { ...operator, memberships: new Map(organisations.map((id) => [id, roles])) };
}

/**
 * The operator as coordinator of a plan's lead, on whose behalf it writes, of the programme's owner, and of
 * all who took part: each has said yes to its part, since the sources say that it took part.
 */
export function planCoordinator(cases: Cases, key: string): Viewer {
  const plan = cases.plans.find((candidate) => candidate.key === key);
  const programme = cases.programmes.find((candidate) => candidate.key === plan?.programme);
  if (!plan || !programme) throw new Error(`The cases have no plan ${key} of a programme`);
  const parts = plan.participants.map(({ organisation }) => organisation);
  const keys = [plan.lead, programme.owner, ...parts];
  return coordinatorOf(...keys.map((key) => sampleId("organisation", key)));
}

/** The inputs of sources, by their keys in the cases. */
export function sourceInputs(cases: Cases, keys: readonly string[]): SourceInput[] {
  return keys.map((key) => {
    const source = cases.sources[key];
    if (!source) throw new Error(`The cases have no source ${key}`);
    const { publisher, date, about } = source;
    return { key, publisher, date, note: about };
  });
}

/** A record that these steps make, in order. */
export const record = (
  id: string,
  name: string,
  ...steps: SampleRecord["steps"]
): SampleRecord => ({ id, name, steps });

/**
 * The records of the organisations, programmes, areas and plans in the cases, each with the facts of its
 * sources and no others.
 */
export class SampleRecords {
  constructor(
    private readonly ledger: Ledger,
    private readonly cases: Cases,
  ) {}

  /** Every record, after those that it refers to; the file lists parents before their parts. */
  inOrder(): SampleRecord[] {
    const { organisations, programmes, areas, plans } = this.cases;
    return [
      ...organisations.map((organisation) => this.organisation(organisation)),
      ...organisations.flatMap((organisation) => this.members(organisation)),
      ...programmes.map((programme) => this.programme(programme)),
      ...areas.map((area) => this.area(area)),
      ...plans.flatMap((plan) => this.plan(plan)),
    ];
  }

  private organisation({ key, name, parent, sector, region, note, sources }: OrganisationCase) {
    const id = sampleId("organisation", key);
    const input = {
      ...{ id, key, name, sector, note: note ?? null },
      parentId: optionalId("organisation", parent),
      regionCode: region ?? null,
      sources: this.sources(sources),
    };
    return record(id, `organisation ${key}`, () =>
      organisationMutations.createOrganisation.perform(this.ledger, operator, input),
    );
  }

  /**
   * A user for every role. They are invented and have no name. The platform's operator,
   * operator@rembuk.example, needs no record: the token's claim makes the operator.
   */
  private members({ key, sector }: OrganisationCase): SampleRecord[] {
    const organisationId = sampleId("organisation", key);
    const roles = Object.values(Role).filter(
      (role) => role !== Role.ASSESSOR || sector === Sector.UNIVERSITY,
    );
    return roles.map((role) => {
      const email = `${role.toLowerCase()}@${key}.example`;
      const id = sampleId("membership", email);
      const input = { id, organisationId, email, role };
      return record(id, `member ${email}`, () =>
        membershipMutations.addMember.perform(this.ledger, operator, input),
      );
    });
  }

  private programme(facts: ProgrammeCase): SampleRecord {
    const { name, owner, parent, reportTo, reportCopyTo, ...own } = facts;
    const id = sampleId("programme", own.key);
    const sources = this.sources(facts.sources);
    const ids = (keys: readonly string[] = []) => keys.map((key) => sampleId("organisation", key));
    const input = {
      ...own,
      ...{ id, name: { indonesian: name.id, english: name.en } },
      ownerId: sampleId("organisation", owner),
      parentId: optionalId("programme", parent),
      reportToIds: ids(reportTo),
      reportCopyToIds: ids(reportCopyTo),
      sources,
    };
    const { legalBasis, scope, sectors, chain } = own;
    const added = { id, legalBasis, scope, sectors, chain, sources };
    const made = record(id, `programme ${own.key}`, () =>
      programmeMutations.createProgramme.perform(this.ledger, operator, input),
    );
    const fields = Object.entries({ legalBasis, scope, sectors, chain }).flatMap(
      ([field, value]) => (value === undefined ? [] : field),
    );
    const step = (expectedVersion: number) =>
      programmeMutations.updateProgramme.perform(this.ledger, operator, {
        ...{ ...added, expectedVersion },
      });
    return { ...made, completions: [{ isShort: without(...fields), step }] };
  }

  private area({ character, programme, sources, name, ...own }: AreaCase): SampleRecord {
    const id = sampleId("area", own.key);
    const input = {
      ...own,
      id,
      nameText: bothLanguages(this.cases, name, "id"),
      characters: character ?? [],
      programmeId: optionalId("programme", programme),
      sources: this.sources(sources),
    };
    return record(id, `area ${own.key}`, () =>
      areaMutations.createArea.perform(this.ledger, operator, input),
    );
  }

  /**
   * The plan and its actions. It is taken up by the programme's owner, since the sources report on its work;
   * none says more of its status.
   */
  private plan(facts: PlanCase): SampleRecord[] {
    const { key, summary, programme, area, lead, startsOn, endsOn, participants } = facts;
    const titleText = bothLanguages(this.cases, facts.title, "en");
    const coordinator = planCoordinator(this.cases, key);
    const id = sampleId("plan", key);
    const input = {
      ...{ id, key, titleText, summary, startsOn, endsOn: endsOn ?? null },
      programmeId: sampleId("programme", programme),
      areaId: optionalId("area", area),
      leadId: sampleId("organisation", lead),
      visibility: Visibility.PUBLIC,
      participants: participants.map(({ organisation, role }) => ({
        organisationId: sampleId("organisation", organisation),
        role,
      })),
      sources: this.sources(facts.sources),
    };
    const create = () => planMutations.createActionPlan.perform(this.ledger, coordinator, input);
    const to = (status: ActionPlanStatus, expectedVersion: number) => () =>
      planMutations.changeActionPlanStatus.perform(this.ledger, coordinator, {
        id,
        expectedVersion,
        status,
      });
    const { PROPOSED, ACTIVE } = ActionPlanStatus;
    const update = (changes: object) => (expectedVersion: number) =>
      planMutations.updateActionPlan.perform(this.ledger, coordinator, {
        ...{ id, expectedVersion, ...changes },
      });
    const made = {
      ...record(id, `plan ${key}`, create, to(PROPOSED, 1), to(ACTIVE, 2)),
      completions: [
        {
          isShort: without(...(summary === undefined ? [] : ["summary"])),
          step: update({ summary }),
        },
        { isShort: withFewerLanguages("titleText", titleText), step: update({ titleText }) },
      ],
    };
    return [made, ...facts.actions.map((action) => this.action(facts, action, coordinator))];
  }

  /**
   * An action has the sources of its plan, because the cases give it none of its own, and no progress,
   * because no source gives any. A completed one goes through its lifecycle.
   */
  private action(
    plan: PlanCase,
    { status, title, ...own }: ActionCase,
    viewer: Viewer,
  ): SampleRecord {
    const id = actionId(plan.key, title);
    const titleText = bothLanguages(this.cases, title, "en");
    const planId = sampleId("plan", plan.key);
    const input = { ...own, id, planId, titleText, sources: this.sources(plan.sources) };
    const to = (next: ActionStatus, expectedVersion: number) => () =>
      actionMutations.changeActionStatus.perform(this.ledger, viewer, {
        id,
        expectedVersion,
        status: next,
      });
    const completion = [to(ActionStatus.IN_PROGRESS, 1), to(ActionStatus.COMPLETED, 2)];
    const create = () => actionMutations.addAction.perform(this.ledger, viewer, input);
    const further = status === undefined ? [] : completion;
    const step = (expectedVersion: number) =>
      actionMutations.updateAction.perform(this.ledger, viewer, { id, expectedVersion, titleText });
    return {
      ...record(id, `action ${title} of ${plan.key}`, create, ...further),
      completions: [{ isShort: withFewerLanguages("titleText", titleText), step }],
    };
  }

  private sources(keys: readonly string[]): SourceInput[] {
    return sourceInputs(this.cases, keys);
  }
}
