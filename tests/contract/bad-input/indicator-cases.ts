import { newId } from "../../testkit/world/world.js";
import { type Case, each } from "./case.js";

const nobody = newId();
const notPeriods = ["2023-S3", "2023-Q0", "2023-Q5", "2023-13", "2023-6", "0000", "2023-06-01"];
const women = { by: "SEX", value: "women", count: 3 };

/** Inputs of the mutations on indicators and groups, each with one fault, and where it is told. */
export const indicatorFaults: Case[] = [
  ...each("createIndicator", "unit", "input.unit", ["KG", null]),
  ...each("createIndicator", "title", "input.title", [{}, null]),
  ["no owner", "createIndicator", { ownerId: nobody }, "input.ownerId", "NOT_FOUND"],
  ["no programme", "createIndicator", { programmeId: nobody }, "input.programmeId", "NOT_FOUND"],
  ["null as its title", "updateIndicator", { title: null }, "input.title"],
  ["no indicator", "setTarget", { indicatorId: nobody }, "input.indicatorId", "NOT_FOUND"],
  ...each("setTarget", "period", "input.period", [...notPeriods, 2023, ""]),
  ...each("setTarget", "value", "input.value", [-1, 1e19, 1e-10, "1", null]),
  ["no region", "setTarget", { regionCode: "99" }, "input.regionCode", "NOT_FOUND"],
  ["two places", "setTarget", { areaId: nobody }, "input.areaId"],
  ...each("updateTarget", "value", "input.value", [-1, null]),
  ...each("recordMeasurement", "value", "input.value", [-1, 1e300, "1"]),
  ...each("recordMeasurement", "period", "input.period", notPeriods),
  ...each("recordMeasurement", "numerator", "input.numerator", [-1, 1e19]),
  ...each("recordMeasurement", "denominator", "input.denominator", [0, -5]),
  ["two places", "recordMeasurement", { areaId: nobody }, "input.areaId"],
  ["no region", "recordMeasurement", { regionCode: "36.99" }, "input.regionCode", "NOT_FOUND"],
  [
    "no area",
    "recordMeasurement",
    { areaId: nobody, regionCode: null },
    "input.areaId",
    "NOT_FOUND",
  ],
  ["no action", "recordMeasurement", { actionId: nobody }, "input.actionId", "NOT_FOUND"],
  [
    "a part that is counted twice",
    "recordMeasurement",
    {
      disaggregation: [
        women,
        { by: "AGE_BAND", value: "women", count: 1 },
        { ...women, value: " Women" },
      ],
    },
    "input.disaggregation.2.value",
  ],
  [
    "a count below 0",
    "recordMeasurement",
    { disaggregation: [women, { ...women, value: "men", count: -1 }] },
    "input.disaggregation.1.count",
  ],
  [
    "a blank part",
    "recordMeasurement",
    { disaggregation: [{ ...women, value: " " }] },
    "input.disaggregation.0.value",
  ],
  [
    "51 counts",
    "recordMeasurement",
    { disaggregation: Array.from({ length: 51 }, (_, at) => ({ ...women, value: `${at}` })) },
    "input.disaggregation",
  ],
  ["null as its counts", "correctMeasurement", { disaggregation: null }, "input.disaggregation"],
  ["null as its value", "correctMeasurement", { value: null }, "input.value"],
  ...each("registerEnterpriseGroup", "members", "input.members", [0, 1001, 1.5, null]),
  ...each("registerEnterpriseGroup", "women", "input.women", [-1, 1001]),
  ["too many women", "registerEnterpriseGroup", { women: 17, men: null }, "input.members"],
  ["women and men too few", "registerEnterpriseGroup", { women: 9 }, "input.members"],
  ["women and men too many", "updateEnterpriseGroup", { men: 7 }, "input.members"],
  ["a name of spaces", "registerEnterpriseGroup", { name: "  " }, "input.name"],
  ["no area", "registerEnterpriseGroup", { areaId: nobody }, "input.areaId", "NOT_FOUND"],
  ["a district", "registerEnterpriseGroup", { villageCode: "36.02.27" }, "input.villageCode"],
  [
    "a village elsewhere",
    "registerEnterpriseGroup",
    { villageCode: "33.25.01.2001" },
    "input.villageCode",
  ],
  [
    "no village",
    "updateEnterpriseGroup",
    { villageCode: "36.02.27.9999" },
    "input.villageCode",
    "NOT_FOUND",
  ],
  [
    "a product without a name",
    "registerEnterpriseGroup",
    { products: [{ name: "" }] },
    "input.products.0.name",
  ],
  [
    "a classification without its version",
    "registerEnterpriseGroup",
    { classification: { code: "10761" } },
    "input.classification.version",
  ],
  ...each("advanceEnterpriseGroup", "journey", "input.journey", ["RICH", null]),
  [
    "neither revenue nor jobs",
    "recordGroupMeasurement",
    { revenue: null, jobs: null },
    "input.revenue",
  ],
  [
    "no revenue or jobs left",
    "correctGroupMeasurement",
    { revenue: null, jobs: null },
    "input.revenue",
  ],
  ...each("recordGroupMeasurement", "jobs", "input.jobs", [-1, 1.5]),
  ...each("recordGroupMeasurement", "revenue", "input.revenue", ["-1", 5]),
  ["no group", "recordGroupMeasurement", { groupId: nobody }, "input.groupId", "NOT_FOUND"],
  ["no group", "recordSupport", { groupId: nobody }, "input.groupId", "NOT_FOUND"],
  [
    "no contribution",
    "recordSupport",
    { contributionId: nobody },
    "input.contributionId",
    "NOT_FOUND",
  ],
];
