import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { TestHub } from "../testkit/hub/index.js";

let planning: TestHub;
let resolving: TestHub;

beforeAll(async () => {
  planning = await TestHub.start("sample", { RESPONSE_CACHE_BYTES: "0" });
  resolving = await TestHub.start(
    "sample",
    { RESPONSE_CACHE_BYTES: "0", PLANNED_READS: "off" },
    planning.database,
  );
});
afterAll(async () => {
  await resolving.stop();
  await planning.stop();
});

const documents = [
  "{ actions { groups(by: [STATUS]) { nodes { key { status } measures { count } } } } }",
  "{ actions { groups(by: [STAGE, LEAD], first: 3) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { key { stage lead { name } } measures { count countDistinct(of: PLAN) sum { weight } average { progress } max { endsOn } } } } total { count sum { weight } min { startsOn } } } } }",
  "{ actions { groups { nodes { key { stage } measures { count } } total { count } totalCount } } }",
  "{ actions(where: { stage: { eq: PLACEMENT } }) { totalCount groups(by: [STARTS_ON_QUARTER, IS_OVERDUE, CREATED_AT_WEEK], orderBy: [{ field: COUNT, direction: DESC }]) { nodes { key { startsOnQuarter isOverdue createdAtWeek } measures { count } } } } }",
  "{ actionPlans { nodes { actions { groups(by: [PROGRAMME], orderBy: [{ field: SUM_WEIGHT }]) { totalCount nodes { key { programme { key } } measures { sum { weight } countDistinct(of: STAGE) } } } } } } }",
  "{ contributions { groups(by: [ORGANISATION, STATUS], first: 5, orderBy: [{ field: SUM_AMOUNT, direction: DESC }]) { nodes { key { organisation { name } status } measures { sum { amount } average { amount quantity } min { amount } } } total { sum { amount } } } } }",
];

describe("Both read paths give the same groups", () => {
  it.each(documents)("%s", async (document) => {
    const [planned, resolved] = [
      await planning.visitor.ask(document),
      await resolving.visitor.ask(document),
    ];

    expect(planned.data).toEqual(resolved.data);
    expect(planned.errors).toBeUndefined();
  });
});
