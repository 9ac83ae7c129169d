import {
  dates,
  references,
  regions,
  regionsOfArea,
  type SlowDimension,
  values,
} from "./dimensions.js";
import {
  achievement,
  counts,
  extremes,
  meanProgress,
  meanProgressOfPlans,
  money,
  numbers,
  paid,
  people,
  quantity,
  type SlowMeasure,
} from "./measures.js";
import type { Seen } from "./seen.js";
import { at, type Json, type Row } from "./values.js";

/** A noun as the test knows it: its list, the filter's input, and what its rows are grouped by and measured. */
export interface SlowNoun {
  list: string;
  filter: string;
  dimensions: readonly SlowDimension[];
  measures: Readonly<Record<string, SlowMeasure>>;
}

const all = ["sum", "average", "min", "max"];
const overdue = counts("overdue", "isOverdue", (row) => row.isOverdue === true);

const codeAt = (row: Row, path: string): string[] | null => {
  const code = at(row, `${path}.id`);
  return typeof code === "string" ? [code] : null;
};

/** The codes of a row's own region, else of its area. */
const placed = (own: string, area: string) => (row: Row, seen: Seen) =>
  codeAt(row, own) ?? seen.codesOf(at(row, `${area}.id`));

/** The codes of the areas of a programme's plans; none where one has no area. */
function codesOfProgramme({ id }: Row, seen: Seen): string[] | null {
  const plans = seen.rows.actionPlans.filter((plan) => at(plan, "programme.id") === id);
  const codes = plans.map((plan) => seen.codesOf(at(plan, "area.id")));
  // An area without regions is as none.
  const isWhole = codes.length > 0 && codes.every((of) => of !== null && of.length > 0);
  return isWhole ? codes.flatMap((of) => of ?? []) : null;
}

const noneAbove = (row: Row, name: string): boolean => row[name] === false;

export const nouns: Readonly<Record<string, SlowNoun>> = {
  Programme: {
    list: "programmes",
    filter: "ProgrammeFilter",
    dimensions: [
      ...references({ owner: "owner", parent: "parent" }),
      ...values({ ownerSector: "owner.sector" }),
      ...dates("startsOn", "endsOn"),
      ...regions("id", codesOfProgramme),
    ],
    measures: money(({ programme }) => programme),
  },
  Area: {
    list: "areas",
    filter: "AreaFilter",
    dimensions: [
      ...references({ programme: "programme", programmeOwner: "programme.owner" }),
      ...values({ year: "year" }),
      ...regions("id", ({ id }, seen) => seen.codesOf(id ?? null)),
    ],
    measures: money(({ area }) => area),
  },
  Organisation: {
    list: "organisations",
    filter: "OrganisationFilter",
    dimensions: [
      ...values({ sector: "sector", stateOwned: "stateOwned" }),
      ...references({ parent: "parent", region: "region" }),
      ...regions("region { id }", (row) => codeAt(row, "region")),
      ...dates("createdAt"),
    ],
    measures: money(({ organisation }) => organisation),
  },
  ActionPlan: {
    list: "actionPlans",
    filter: "ActionPlanFilter",
    dimensions: [
      ...values({ status: "status", acceptance: "acceptance", leadSector: "lead.sector" }),
      ...values({ isOverdue: "isOverdue" }),
      ...references({ programme: "programme", area: "area", lead: "lead" }),
      ...references({ programmeOwner: "programme.owner" }),
      ...dates("startsOn", "endsOn"),
      ...regionsOfArea("area"),
    ],
    measures: {
      ...money(({ plan }) => plan),
      ...meanProgressOfPlans,
      ...overdue,
      ...extremes("startsOn", "endsOn"),
    },
  },
  Action: {
    list: "actions",
    filter: "ActionFilter",
    dimensions: [
      ...values({ status: "status", stage: "stage", strategy: "strategy" }),
      ...values({ leadSector: "lead.sector", planStatus: "plan.status", isOverdue: "isOverdue" }),
      ...references({ plan: "plan", programme: "programme", lead: "lead", planArea: "plan.area" }),
      ...references({ planLead: "plan.lead", programmeOwner: "programme.owner" }),
      {
        name: "leader",
        key: "leader { id }",
        row: "lead { id } plan { lead { id } }",
        value: (row) => ({ id: at(row, "lead.id") ?? at(row, "plan.lead.id") }),
      },
      {
        name: "leaderSector",
        key: "leaderSector",
        row: "lead { sector } plan { lead { sector } }",
        value: (row) => at(row, "lead.sector") ?? at(row, "plan.lead.sector"),
      },
      ...dates("startsOn", "endsOn", "createdAt"),
      ...regionsOfArea("plan.area"),
    ],
    measures: {
      ...money(({ action }) => action),
      ...meanProgress,
      ...overdue,
      ...counts("withoutContribution", "hasContribution", (row) =>
        noneAbove(row, "hasContribution"),
      ),
      ...numbers({ weight: all }),
      ...extremes("startsOn", "endsOn"),
    },
  },
  Contribution: {
    list: "contributions",
    filter: "ContributionFilter",
    dimensions: [
      ...values({ kind: "kind", status: "status", unit: "unit", visibility: "visibility" }),
      ...values({ organisationSector: "organisation.sector", actionStage: "action.stage" }),
      ...references({ action: "action", plan: "plan", organisation: "organisation" }),
      ...references({ planProgramme: "plan.programme", planArea: "plan.area" }),
      ...dates("createdAt"),
      ...regionsOfArea("plan.area"),
    ],
    measures: { ...money(({ id }) => id), ...quantity },
  },
  Payment: {
    list: "payments",
    filter: "PaymentFilter",
    dimensions: [
      ...dates("paidOn"),
      ...values({ organisationSector: "contribution.organisation.sector" }),
      ...values({ isReversed: "isReversed", contributionStatus: "contribution.status" }),
      ...references({ contribution: "contribution", plan: "contribution.plan" }),
      ...references({ organisation: "contribution.organisation" }),
      ...regionsOfArea("contribution.plan.area"),
    ],
    measures: paid,
  },
  Deliberation: {
    list: "deliberations",
    filter: "DeliberationFilter",
    dimensions: [
      ...values({ kind: "kind", status: "status", convenerSector: "convener.sector" }),
      ...references({
        convener: "convener",
        programme: "programme",
        area: "area",
        region: "region",
      }),
      ...dates("heldFrom"),
      ...regions("region { id } area { id }", placed("region", "area")),
    ],
    measures: {},
  },
  Outcome: {
    list: "outcomes",
    filter: "OutcomeFilter",
    dimensions: [
      ...values({ status: "status", hasAction: "hasAction", isOverdue: "isOverdue" }),
      ...values({ convenerSector: "deliberation.convener.sector" }),
      ...references({ deliberation: "deliberation", convener: "deliberation.convener" }),
      ...references({ proposedBy: "proposedBy", supersedes: "supersedes", takesUp: "takesUp" }),
      ...dates("dueOn", "decidedAt"),
      ...regions(
        "deliberation { region { id } area { id } }",
        placed("deliberation.region", "deliberation.area"),
      ),
    ],
    measures: {
      ...overdue,
      ...counts(
        "agreedWithoutAction",
        "status hasAction isSuperseded",
        (row) => row.status === "AGREED" && row.hasAction === false && row.isSuperseded === false,
      ),
    },
  },
  Assessment: {
    list: "assessments",
    filter: "AssessmentFilter",
    dimensions: [
      ...values({ round: "round", status: "status", assigned: "assigned" }),
      ...references({
        university: "university",
        programme: "programme",
        plan: "plan",
        area: "area",
      }),
      ...references({ reviewer: "reviewer", planProgramme: "plan.programme" }),
      ...dates("dueOn", "submittedAt"),
      ...regions("area { id } plan { area { id } }", (row, seen) =>
        seen.codesOf(at(row, "area.id") ?? at(row, "plan.area.id")),
      ),
    ],
    measures: { ...numbers({ completeness: ["average", "min", "max"] }), ...extremes("dueOn") },
  },
  Measurement: {
    list: "measurements",
    filter: "MeasurementFilter",
    dimensions: [
      ...values({ status: "status", indicatorUnit: "indicator.unit", period: "period" }),
      ...references({ indicator: "indicator", region: "region", area: "area", plan: "plan" }),
      ...references({ action: "action", organisation: "organisation" }),
      ...references({ indicatorProgramme: "indicator.programme" }),
      ...dates("startsOn", "endsOn"),
      ...regions(
        "region { id } area { id }",
        (row, seen) => codeAt(row, "region") ?? seen.codesOf(at(row, "area.id")),
      ),
    ],
    measures: { ...achievement, ...numbers({ value: ["min", "max", "average"] }) },
  },
  EnterpriseGroup: {
    list: "enterpriseGroups",
    filter: "EnterpriseGroupFilter",
    dimensions: [
      ...values({ journey: "journey", membersSuppressed: "membersSuppressed" }),
      ...references({ area: "area", village: "village", organisation: "organisation" }),
      ...references({ areaProgramme: "area.programme" }),
      ...dates("formedOn"),
      ...regions("village { id } area { id }", placed("village", "area")).filter(
        ({ name }) => name !== "village",
      ),
    ],
    measures: { ...people, ...numbers({ members: all }) },
  },
};

/** The value of a row's dimension, by the name in which a filter has it. */
export const isPlain = ({ key, row, name }: SlowDimension): boolean => key === name && row === name;

export type { Json };
