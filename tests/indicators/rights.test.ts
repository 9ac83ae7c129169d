import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { expectPrinted } from "../testkit/access/rights-page.js";
import {
  codeFor,
  expectRights,
  isIn,
  type Requester,
  read,
  requestersOf,
  Together,
} from "../testkit/access/rights-table.js";
import { IndicatorInputs, indicatorCast } from "../testkit/indicators/indicator-inputs.js";
import { refused, write } from "../testkit/mutations/documents.js";
import { World } from "../testkit/world/world.js";

// Who may do what with indicators and with groups of self-employed workers, as the matrix has it of
// plans: V VIEWER, T CONTRIBUTOR, C COORDINATOR, S ASSESSOR, A ADMIN; for keys their scopes: R READ,
// T CONTRIBUTE, C COORDINATE, S ASSESS.
//
// owner: owns the indicator. programme owner: owns its programme, and that of the plan. lead: leads the
// plan of the area. partner: takes part in it, recorded what is corrected, and registered the group.
// other: takes part in the plan.
const table = `
  mutation                | owner   | programme owner | lead    | partner | other   | unrelated | operator | owner's keys | partner's keys
  acceptIndicator         | -       | C A             | -       | -       | -       | -         | -        | -            | -
  refuseIndicator         | -       | C A             | -       | -       | -       | -         | -        | -            | -
  createIndicator         | C A     | -               | -       | -       | -       | -         | -        | C            | -
  updateIndicator         | C A     | C A             | -       | -       | -       | -         | -        | C            | -
  setTarget               | C A     | C A             | -       | -       | -       | -         | -        | C            | -
  updateTarget            | C A     | C A             | -       | -       | -       | -         | -        | C            | -
  removeTarget            | C A     | C A             | -       | -       | -       | -         | -        | C            | -
  recordMeasurement       | T C S A | T C S A         | T C S A | T C S A | T C S A | -         | -        | T C S        | T C S
  correctMeasurement      | -       | -               | -       | T C S A | -       | -         | -        | -            | T C S
  acceptMeasurement       | C A     | -               | -       | -       | -       | -         | -        | C            | -
  acceptMeasurements      | C A     | -               | -       | -       | -       | -         | -        | C            | -
  refuseMeasurement       | C A     | -               | -       | -       | -       | -         | -        | C            | -
  retractMeasurement      | C A     | -               | -       | T C S A | -       | -         | -        | C            | T C S
  undoImport              | -       | -               | -       | T C S A | -       | -         | -        | -            | T C S
  startExport             | V T C S A | V T C S A | V T C S A | V T C S A | V T C S A | V T C S A | yes | R T C S | R T C S
  cancelExport            | -       | -               | -       | C       | -       | -         | -        | -            | -
  registerEnterpriseGroup | -       | -               | T C A   | T C A   | T C A   | -         | yes      | -            | T C
  updateEnterpriseGroup   | -       | -               | -       | T C A   | -       | -         | -        | -            | T C
  advanceEnterpriseGroup  | -       | -               | -       | T C A   | -       | -         | -        | -            | T C
  returnEnterpriseGroup   | -       | -               | -       | T C A   | -       | -         | -        | -            | T C
  removeEnterpriseGroup   | -       | -               | -       | T C A   | -       | -         | -        | -            | T C
  recordGroupMeasurement  | -       | -               | T C A   | T C A   | T C A   | -         | -        | -            | T C
  correctGroupMeasurement | -       | -               | -       | T C A   | -       | -         | -        | -            | T C
  removeGroupMeasurement  | -       | -               | -       | T C A   | -       | -         | -        | -            | T C
  recordSupport           | -       | -               | T C A   | T C A   | T C A   | -         | -        | -            | T C
  correctSupport          | -       | -               | -       | T C A   | -       | -         | -        | -            | T C
  removeSupport           | -       | -               | -       | T C A   | -       | -         | -        | -            | T C
`;

// Who sees an indicator that waits for the programme owner's yes, and a figure that waits for the indicator
// owner's; to all others it is absent.
const sight = `
  mutation                | owner     | programme owner | lead    | partner | other   | unrelated | operator | owner's keys | partner's keys
  acceptIndicator         | V T C S A | C A             | -       | -       | -       | -         | -        | R T C S      | -
  refuseIndicator         | V T C S A | C A             | -       | -       | -       | -         | -        | R T C S      | -
  correctMeasurement      | V T C S A | C A             | -       | V T C S A | -     | -         | -        | R T C S      | R T C S
  acceptMeasurement       | V T C S A | C A             | -       | V T C S A | -     | -         | -        | R T C S      | R T C S
  acceptMeasurements      | V T C S A | C A             | -       | V T C S A | -     | -         | -        | R T C S      | R T C S
  refuseMeasurement       | V T C S A | C A             | -       | V T C S A | -     | -         | -        | R T C S      | R T C S
  retractMeasurement      | V T C S A | C A             | -       | V T C S A | -     | -         | -        | R T C S      | R T C S
  undoImport              | -         | -               | -       | V T C S A | -     | -         | -        | -            | R T C S
  cancelExport            | -         | -               | -       | V T C S A | -     | -         | -        | -            | R T C S
`;

const allowed = read(table);
const seen = read(sight);

/** What the tables say that the requester is answered. */
function expectedOf(mutation: string, requester: Requester): string {
  if (seen.has(mutation) && !isIn(seen, mutation, requester)) return "NOT_FOUND";
  return isIn(allowed, mutation, requester) ? "done" : "FORBIDDEN";
}

let world: World;
let together: Together;
let requesters: Requester[];
let inputs: IndicatorInputs;

beforeAll(async () => {
  world = await World.start();
  together = new Together(world);
  const cast = await indicatorCast(world);
  inputs = await IndicatorInputs.make(world, cast);
  const { owner, programmeOwner, lead, partner, other } = cast;
  const unrelated = await world.organisation();
  const parties = { owner, "programme owner": programmeOwner, lead, partner, other, unrelated };
  requesters = await requestersOf(world, parties, {
    "owner's keys": owner,
    "partner's keys": partner,
  });
});
afterAll(() => world.stop());

describe("Who may do what with indicators and groups", () => {
  it("has a row for every mutation of them", () => {
    expect([...allowed.keys()].sort()).toEqual(inputs.names.toSorted());
  });

  it("is the table of the page", () => {
    expectPrinted("indicators", { table });
  });

  it.each([...allowed.keys()])("%s is allowed and refused as the table says", (mutation) =>
    expectRights(together, mutation, requesters, {
      expectedOf: (requester) => expectedOf(mutation, requester),
      inputOf: () => inputs.of(mutation),
    }),
  );
});

describe("What is nobody's", () => {
  it("an indicator without owner is the operator's, and its programme owner's", async () => {
    const operator = await world.operator;
    const free = { ownerId: null, programmeId: null };
    const { id } = await write(
      operator,
      "createIndicator",
      await inputs.of("createIndicator", free),
    );
    const mine = { indicatorId: id };
    for (const mutation of ["setTarget", "recordMeasurement"]) {
      await write(operator, mutation, await inputs.of(mutation, mine));
      for (const { column, letter, client } of requesters) {
        if (column === "operator" || letter !== "C") continue;
        const input = await inputs.of(mutation, mine);
        expect([column, await codeFor(client, mutation, input)]).toEqual([column, "FORBIDDEN"]);
      }
    }
    const coordinator = await world.member(inputs.cast.programmeOwner, "COORDINATOR");
    const own = await inputs.of("createIndicator", { ownerId: null });
    await write(coordinator, "createIndicator", own);
  });

  it("a group that no organisation registered is the operator's; who takes part records for it", async () => {
    const operator = await world.operator;
    const input = await inputs.of("registerEnterpriseGroup", { visibility: "ORGANISATION" });
    const { id: groupId } = await write(operator, "registerEnterpriseGroup", input);
    const step = { id: groupId, expectedVersion: 1 };
    const partner = await world.member(inputs.cast.partner, "COORDINATOR");
    const update = { ...step, visibility: "PUBLIC" };
    expect((await refused(partner, "updateEnterpriseGroup", update)).code).toBe("NOT_FOUND");
    await write(operator, "updateEnterpriseGroup", update);
    const advance = { ...step, expectedVersion: 2, journey: "TRAINED" };
    expect((await refused(partner, "advanceEnterpriseGroup", advance)).code).toBe("FORBIDDEN");
    const figures = { groupId, period: "2024", jobs: 3 };
    await write(operator, "recordGroupMeasurement", figures);
    await write(partner, "recordGroupMeasurement", figures);
  });
});

describe("On whose behalf", () => {
  it("one records for an organisation of one's own that may, and for no other", async () => {
    const { partner, other, owner } = inputs.cast;
    const client = await world.member(partner, "CONTRIBUTOR");
    for (const mutation of [
      "recordMeasurement",
      "registerEnterpriseGroup",
      "recordGroupMeasurement",
    ]) {
      for (const { id: organisationId } of [other, owner, await world.organisation()]) {
        const input = await inputs.of(mutation, { organisationId });
        expect(await codeFor(client, mutation, input)).toBe("FORBIDDEN");
      }
      const own = await inputs.of(mutation, { organisationId: partner.id });
      expect(await codeFor(client, mutation, own)).toBe("done");
    }
  });

  it("who takes part in an action's plan records its effect, on whatever indicator", async () => {
    const operator = await world.operator;
    const free = { ownerId: null, programmeId: null };
    const { id: indicatorId } = await write(
      operator,
      "createIndicator",
      await inputs.of("createIndicator", free),
    );
    const lead = await world.member(inputs.cast.lead, "ASSESSOR");
    const of = (actionId: string | null) =>
      inputs.of("recordMeasurement", { indicatorId, actionId });
    expect(await codeFor(lead, "recordMeasurement", await of(null))).toBe("FORBIDDEN");
    expect(await codeFor(lead, "recordMeasurement", await of(inputs.action.id))).toBe("done");
  });
});
