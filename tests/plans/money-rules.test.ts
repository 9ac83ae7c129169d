import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Input, refused, type Written, write } from "../testkit/mutations/documents.js";
import { MoneyScene } from "../testkit/plans/money-scene.js";
import { dayInJakarta } from "../testkit/world/days.js";
import type { Party, World } from "../testkit/world/world.js";

let scene: MoneyScene;
let world: World;
let lead: Party;
let agency: Party;
let village: Party;

beforeAll(async () => {
  scene = await MoneyScene.make();
  ({ world, lead, agency, village } = scene);
});
afterAll(() => world.stop());

const sharedPlan = () => scene.plan();
const act = (...given: Parameters<MoneyScene["act"]>) => scene.act(...given);
const refusedBy = (...given: Parameters<MoneyScene["refusedBy"]>) => scene.refusedBy(...given);
const pay = (...given: Parameters<MoneyScene["pay"]>) => scene.pay(...given);
const seen = (...given: Parameters<MoneyScene["seen"]>) => scene.seen(...given);
const contributionOf = <T = Input>(
  ...given: Parameters<MoneyScene["contributionOf"]>
): Promise<T> => scene.contributionOf<T>(...given);
const ask = <T>(document: string, variables: Input): Promise<T> =>
  world.visitor().data<T>(document, variables as never);

/** The rupiah pledged, committed and delivered in a plan, each counted where it starts. */
async function amountsOf({ id }: Written): Promise<string[]> {
  const document =
    "query ($id: ID!) { actionPlan(id: $id) { amountPledged amountCommitted amountDelivered } }";
  return Object.values(
    (await ask<{ actionPlan: Record<string, string> }>(document, { id })).actionPlan,
  );
}

describe("What a contribution passes on (rule 12)", () => {
  async function gifts(amount = "500", others: Input = {}) {
    const plan = await sharedPlan();
    const action = await world.action(lead, plan);
    const source = await world.pledge(lead, action, { amount });
    const gift = await world.pledge(agency, action, { amount: "800", ...others });
    return { plan, action, source, gift };
  }
  const link = ({ gift, source }: { gift: Written; source: Written }, amount: string) =>
    act(agency, "addFunding", { contributionId: gift.id, sourceId: source.id, amount });

  it("is at most what its funder gave, over all that pass it on, and at most its own amount", async () => {
    const { action, source, gift } = await gifts();
    const pledge = (amount: string, part: string) => ({
      ...{ actionId: action.id, kind: "FUNDS", amount, organisationId: village.id },
      funding: [{ contributionId: source.id, amount: part }],
    });
    expect(await refusedBy(village, "pledgeContribution", pledge("900", "501"))).toEqual([
      ...["BAD_USER_INPUT", "input.funding.0.amount"],
    ]);
    await act(village, "pledgeContribution", pledge("900", "300"));
    const rest = { contributionId: gift.id, sourceId: source.id, amount: "201" };
    expect(await refusedBy(agency, "addFunding", rest)).toEqual(["BAD_USER_INPUT", "input.amount"]);
    await act(agency, "addFunding", { ...rest, amount: "200" });
    const own = await world.pledge(lead, action, { amount: "5000" });
    const much = { contributionId: gift.id, sourceId: own.id, amount: "601" };
    expect(await refusedBy(agency, "addFunding", much)).toEqual(["BAD_USER_INPUT", "input.amount"]);
    await act(agency, "addFunding", { ...much, amount: "600" });
  });

  it("is never exceeded by two at once", async () => {
    const { action, source } = await gifts();
    const clients = [
      await world.member(agency, "CONTRIBUTOR"),
      await world.member(village, "CONTRIBUTOR"),
    ];
    for (let round = 0; round < 3; round += 1) {
      const both = clients.map((client, at) =>
        write(client, "pledgeContribution", {
          ...{ actionId: action.id, kind: "FUNDS", amount: "400" },
          organisationId: [agency, village][at]?.id,
          funding: [{ contributionId: source.id, amount: "260" }],
        }).then(
          () => "done",
          () => "refused",
        ),
      );
      await Promise.all(both);
    }
    const { rows } = await world.hub.sql.query(
      "select sum(amount)::int as sum from funding where source_id = $1",
      [source.id],
    );
    expect(rows).toEqual([{ sum: 260 }]);
  });

  it("is rupiah only: not from expertise, nor to it", async () => {
    const { action, source } = await gifts();
    const days = { kind: "EXPERTISE", amount: null, quantity: 3, unit: "hari" };
    const expertise = await world.pledge(village, action, days);
    const funds = { actionId: action.id, kind: "FUNDS", amount: "10", organisationId: agency.id };
    const from = { ...funds, funding: [{ contributionId: expertise.id, amount: "1" }] };
    const to = { ...funds, ...days, funding: [{ contributionId: source.id, amount: "1" }] };
    const refusal = ["BAD_USER_INPUT", "input.funding.0.contributionId"];
    expect(await refusedBy(agency, "pledgeContribution", from)).toEqual(refusal);
    expect(await refusedBy(agency, "pledgeContribution", to)).toEqual(refusal);
    const nothing = { ...funds, funding: [{ contributionId: source.id, amount: "0" }] };
    expect(await refusedBy(agency, "pledgeContribution", nothing)).toEqual([
      ...["BAD_USER_INPUT", "input.funding.0.amount"],
    ]);
    expect(
      await refusedBy(agency, "pledgeContribution", {
        ...funds,
        amount: "501",
        fundedById: source.id,
      }),
    ).toEqual(["BAD_USER_INPUT", "input.fundedById"]);
    const twice = [source.id, source.id.toUpperCase()].map((id) => ({
      contributionId: id,
      amount: "1",
    }));
    expect(await refusedBy(agency, "pledgeContribution", { ...funds, funding: twice })).toEqual([
      ...["BAD_USER_INPUT", "input.funding.1.contributionId"],
    ]);
  });

  it("never leads back to itself", async () => {
    const { action, source, gift } = await gifts();
    await link({ gift, source }, "100");
    const third = await world.pledge(lead, action, {
      funding: [{ contributionId: gift.id, amount: "50" }],
    });
    for (const [of, to] of [
      [source, source],
      [source, gift],
      [source, third],
    ] as const) {
      const circle = { contributionId: of.id, sourceId: to.id, amount: "1" };
      expect(await refusedBy(lead, "addFunding", circle)).toEqual([
        "BAD_USER_INPUT",
        "input.sourceId",
      ]);
    }
  });

  it("is unconfirmed until a coordinator of the funder says yes or no; its own is confirmed at once", async () => {
    const { plan, action, source, gift } = await gifts();
    const { id } = await link({ gift, source }, "300");
    const waiting = async () =>
      (
        await ask<{ organisation: { fundingToAnswer: { nodes: { id: string }[] } } }>(
          "query ($id: ID!) { organisation(id: $id) { fundingToAnswer { nodes { id } } } }",
          { id: lead.id },
        )
      ).organisation.fundingToAnswer.nodes.filter((one) => one.id === id).length;
    const status = async () =>
      (
        await contributionOf<{ funding: { nodes: object[] } }>(
          gift,
          "funding { nodes { status amount } }",
        )
      ).funding.nodes;
    expect([await waiting(), await status()]).toEqual([
      1,
      [{ status: "UNCONFIRMED", amount: "300" }],
    ]);
    const first = { id, expectedVersion: 1 };
    expect(await refusedBy(lead, "confirmFunding", first)).toEqual(["FORBIDDEN"]);
    expect(await refusedBy(agency, "confirmFunding", first, "ADMIN")).toEqual(["FORBIDDEN"]);
    await act(lead, "confirmFunding", first);
    expect([await waiting(), await status()]).toEqual([
      0,
      [{ status: "CONFIRMED", amount: "300" }],
    ]);
    // A correction asks again; a no counts nowhere; a funder may think again.
    await act(agency, "correctFunding", { id, expectedVersion: 2, amount: "200" });
    expect([await waiting(), await status()]).toEqual([
      1,
      [{ status: "UNCONFIRMED", amount: "200" }],
    ]);
    expect(await amountsOf(plan)).toEqual(["1100", "0", "0"]);
    await act(lead, "refuseFunding", { id, expectedVersion: 3, reason: "Tidak dikenal" });
    expect(await amountsOf(plan)).toEqual(["1300", "0", "0"]);
    await act(lead, "confirmFunding", { id, expectedVersion: 4 });
    expect(await amountsOf(plan)).toEqual(["1100", "0", "0"]);
    expect(
      await refusedBy(lead, "confirmFunding", { id, expectedVersion: 5 }, "COORDINATOR"),
    ).toEqual([...["INVALID_TRANSITION", "input.id"]]);
    await act(agency, "removeFunding", { id, expectedVersion: 5 });
    expect([await status(), await amountsOf(plan)]).toEqual([[], ["1300", "0", "0"]]);
    const own = await world.pledge(lead, action, {
      funding: [{ contributionId: source.id, amount: "1" }],
    });
    const { funding } = await contributionOf<{ funding: object }>(
      own,
      "funding { nodes { status } }",
    );
    expect(funding).toEqual({ nodes: [{ status: "CONFIRMED" }] });
  });

  it("when refused leaves room to others, and counts again only if there is room", async () => {
    const { action, source, gift } = await gifts();
    const { id } = await link({ gift, source }, "300");
    await act(lead, "refuseFunding", { id, expectedVersion: 1 });
    await world.pledge(village, action, { amount: "400", fundedById: source.id });
    expect(
      await refusedBy(lead, "confirmFunding", { id, expectedVersion: 2 }, "COORDINATOR"),
    ).toEqual([...["BAD_USER_INPUT", "input.id"]]);
  });

  it("is seen by those who see both ends, and is the contribution's own for everybody else", async () => {
    const { plan, gift, action } = await gifts();
    const shared = await world.pledge(lead, action, { amount: "400", visibility: "PARTICIPANTS" });
    const { id } = await link({ gift, source: shared }, "350");
    const document = `query ($id: ID!, $gift: ID!) { funding(id: $id) { id } node(id: $id) { id }
      fundings(where: { eq: $id }) { totalCount } changes(where: { entityId: { eq: $id } }) { totalCount }
      contribution(id: $gift) { fundedBy { id } funding { totalCount } isInconsistent } }`;
    const variables = { id, gift: gift.id };
    const looking = async (by?: Party) =>
      (by ? await world.member(by, "VIEWER") : world.visitor()).data<Input>(
        document,
        variables as never,
      );
    expect(await looking()).toMatchObject({
      ...{ funding: null, node: null, fundings: { totalCount: 0 }, changes: { totalCount: 0 } },
      contribution: { fundedBy: null, funding: { totalCount: 0 } },
    });
    expect(await looking(village)).toMatchObject({
      ...{ funding: { id }, fundings: { totalCount: 1 }, changes: { totalCount: 1 } },
      contribution: { fundedBy: { id: shared.id }, funding: { totalCount: 1 } },
    });
    expect(await amountsOf(plan)).toEqual(["1300", "0", "0"]);
    await act(agency, "removeFunding", { id, expectedVersion: 1 });
    const gone = { ...variables };
    const history = "query ($id: ID!) { changes(where: { entityId: { eq: $id } }) { totalCount } }";
    const count = async (client: Awaited<ReturnType<typeof world.member>>) =>
      (await client.data<{ changes: { totalCount: number } }>(history, { id: gone.id } as never))
        .changes.totalCount;
    expect([
      await count(world.visitor()),
      await count(await world.member(village, "VIEWER")),
    ]).toEqual([0, 2]);
  });

  it("names only a funder that can see it, because it is asked", async () => {
    const { action, source } = await gifts();
    const own = await world.pledge(agency, action, { amount: "10", visibility: "ORGANISATION" });
    const input = { contributionId: own.id, sourceId: source.id, amount: "1" };
    expect(await refusedBy(agency, "addFunding", input)).toEqual([
      "BAD_USER_INPUT",
      "input.sourceId",
    ]);
  });

  it("is told without figures where somebody else's hidden contribution passes it on too", async () => {
    const { action, source } = await gifts();
    const shared = { amount: "400", visibility: "PARTICIPANTS", fundedById: source.id };
    await world.pledge(village, action, shared);
    const other = await world.organisation("NGO");
    const plan = await world.plan(scene.programme, other);
    const elsewhere = await world.action(other, plan);
    const input = {
      ...{ actionId: elsewhere.id, kind: "FUNDS", amount: "300", organisationId: other.id },
      funding: [{ contributionId: source.id, amount: "101" }],
    };
    const found = await refused(
      await world.member(other, "CONTRIBUTOR"),
      "pledgeContribution",
      input,
    );
    expect([found.code, found.paths]).toEqual(["BAD_USER_INPUT", ["input.funding.0.amount"]]);
    expect(found.error.message).not.toMatch(/100|400|500/);
    const known = await refused(await world.member(agency, "CONTRIBUTOR"), "pledgeContribution", {
      ...input,
      ...{ actionId: action.id, organisationId: agency.id },
    });
    expect(known.error.message).toContain("at most 100");
  });
});

describe("Payments (rule 12)", () => {
  async function committed(amount = "1000", more: Input = {}) {
    const plan = await sharedPlan();
    const action = await world.action(lead, plan);
    const { id } = await world.pledge(agency, action, { amount, ...more });
    await act(agency, "commitContribution", { id, expectedVersion: 1 });
    return { plan, action, id };
  }
  const state = (contribution: { id: string }) =>
    contributionOf(contribution, "status paid amount");

  it("deliver a contribution when they reach its amount, and a reversal takes it back", async () => {
    const gift = await committed();
    const first = await pay(agency, gift, "400");
    expect(await state(gift)).toEqual({ status: "COMMITTED", paid: "400", amount: "1000" });
    await pay(agency, gift, "600");
    expect(await state(gift)).toEqual({ status: "DELIVERED", paid: "1000", amount: "1000" });
    const reversal = { paymentId: first.id, reason: "Salah rekening" };
    await act(agency, "reversePayment", reversal);
    expect(await state(gift)).toEqual({ status: "COMMITTED", paid: "600", amount: "1000" });
    expect(await refusedBy(agency, "reversePayment", reversal)).toEqual([
      ...["BAD_USER_INPUT", "input.paymentId"],
    ]);
    const { payments } = await contributionOf<{ payments: { nodes: Input[] } }>(
      gift,
      "payments { nodes { id amount paidOn isReversed note reverses { id } } }",
    );
    const back = payments.nodes.find(({ reverses }) => reverses);
    expect(back).toMatchObject({ amount: "400", paidOn: "2024-03-01", reverses: { id: first.id } });
    expect(payments.nodes.find(({ id }) => id === first.id)).toMatchObject({ isReversed: true });
    const again = { paymentId: back?.id, reason: "x" };
    expect(await refusedBy(agency, "reversePayment", again)).toEqual([
      ...["INVALID_TRANSITION", "input.paymentId", "REVERSAL"],
    ]);
  });

  it("are at most what remains, of rupiah, and not of the future", async () => {
    const gift = await committed();
    const payment = { contributionId: gift.id, amount: "1001", paidOn: "2024-03-01" };
    const bad = (input: Input) => refusedBy(agency, "recordPayment", { ...payment, ...input });
    expect(await bad({})).toEqual(["BAD_USER_INPUT", "input.amount"]);
    expect(await bad({ amount: "0" })).toEqual(["BAD_USER_INPUT", "input.amount"]);
    const tomorrow = dayInJakarta(1);
    expect(await bad({ amount: "1", paidOn: tomorrow })).toEqual([
      "BAD_USER_INPUT",
      "input.paidOn",
    ]);
    const days = await committed("0", { kind: "VENUE", amount: null, quantity: 1, unit: "hari" });
    expect(await bad({ contributionId: days.id, amount: "1" })).toEqual([
      ...["BAD_USER_INPUT", "input.contributionId"],
    ]);
    await act(agency, "deliverContribution", { id: days.id, expectedVersion: 2 });
    const step = { id: gift.id, expectedVersion: 2 };
    expect(await refusedBy(agency, "deliverContribution", step)).toEqual([
      ...["INVALID_TRANSITION", "input.id", "NOT_PAID"],
    ]);
  });

  it("follow a commitment: a pledge is committed first, and what is paid is not withdrawn", async () => {
    const plan = await sharedPlan();
    const { id } = await world.pledge(agency, await world.action(lead, plan));
    const payment = { contributionId: id, amount: "1", paidOn: "2024-03-01" };
    expect(await refusedBy(agency, "recordPayment", payment)).toEqual([
      ...["INVALID_TRANSITION", "input.contributionId", "PLEDGED"],
    ]);
    const gift = await committed();
    const paid = await pay(agency, gift, "1");
    expect(
      await refusedBy(agency, "withdrawContribution", await seen("contribution", gift)),
    ).toEqual([...["INVALID_TRANSITION", "input.id", "PAID"]]);
    await act(agency, "reversePayment", { paymentId: paid.id, reason: "x" });
    await act(agency, "withdrawContribution", await seen("contribution", gift));
    expect(
      await refusedBy(agency, "recordPayment", { ...payment, contributionId: gift.id }),
    ).toEqual([...["INVALID_TRANSITION", "input.contributionId", "WITHDRAWN"]]);
  });

  it("two at once never exceed the amount", async () => {
    const gift = await committed();
    const client = await world.member(agency, "CONTRIBUTOR");
    const input = { contributionId: gift.id, amount: "600", paidOn: "2024-03-01" };
    await Promise.allSettled([0, 1, 2].map(() => write(client, "recordPayment", input)));
    expect(await state(gift)).toEqual({ status: "COMMITTED", paid: "600", amount: "1000" });
    await Promise.all(
      [0, 1].map(() => write(client, "recordPayment", { ...input, amount: "200" })),
    );
    expect(await state(gift)).toEqual({ status: "DELIVERED", paid: "1000", amount: "1000" });
  });

  it("are seen by those who see the contribution", async () => {
    const gift = await committed("5", { visibility: "ORGANISATION" });
    const { id } = await pay(agency, gift, "5");
    const document =
      "query ($id: ID!) { payment(id: $id) { amount } payments(where: { eq: $id }) { totalCount } }";
    expect(await ask(document, { id })).toEqual({ payment: null, payments: { totalCount: 0 } });
    const own = await world.member(agency, "VIEWER");
    expect(await own.data(document, { id } as never)).toEqual({
      payment: { amount: "5" },
      payments: { totalCount: 1 },
    });
  });

  it("of a cancelled action are those made before the day of its cancellation, and nothing else is new", async () => {
    const { plan, action, id } = await committed();
    const gift = await world.pledge(agency, action);
    const source = await world.pledge(lead, await world.action(lead, plan));
    await act(lead, "changeActionStatus", {
      ...(await seen("action", action)),
      status: "CANCELLED",
    });
    const today = dayInJakarta();
    const late = { contributionId: id, amount: "1", paidOn: today };
    expect(await refusedBy(agency, "recordPayment", late)).toEqual([
      ...["INVALID_TRANSITION", "input.paidOn", "ACTION_CANCELLED"],
    ]);
    const { id: payment } = await pay(agency, { id }, "1000");
    expect(await state({ id })).toMatchObject({ status: "DELIVERED" });
    expect(
      await refusedBy(agency, "commitContribution", { id: gift.id, expectedVersion: 1 }),
    ).toEqual([...["INVALID_TRANSITION", "input.id", "ACTION_CANCELLED"]]);
    const link = { contributionId: gift.id, sourceId: source.id, amount: "1" };
    expect(await refusedBy(agency, "addFunding", link)).toEqual([
      ...["INVALID_TRANSITION", "input.contributionId", "ACTION_CANCELLED"],
    ]);
    expect(
      await refusedBy(lead, "addFunding", {
        ...link,
        contributionId: source.id,
        sourceId: gift.id,
      }),
    ).toEqual([...["INVALID_TRANSITION", "input.sourceId", "ACTION_CANCELLED"]]);
    await act(agency, "reversePayment", { paymentId: payment, reason: "x" });
    await act(agency, "withdrawContribution", { id: gift.id, expectedVersion: 1 });
    const correction = { ...(await seen("contribution", { id })), amount: "7", reason: "x" };
    await act(agency, "correctContribution", correction);
    expect(await state({ id })).toEqual({ status: "COMMITTED", paid: "0", amount: "7" });
  });
});

describe("A correction of a contribution (rule 14)", () => {
  it("puts a mistyped amount right that was delivered, and the ledger keeps both", async () => {
    const plan = await sharedPlan();
    const { id } = await world.pledge(agency, await world.action(lead, plan), {
      amount: "1500000000000",
    });
    await act(agency, "commitContribution", { id, expectedVersion: 1 });
    const payment = await pay(agency, { id }, "1500000000000");
    const correct = (input: Input) => ({ id, reason: "Salah ketik", ...input });
    const low = correct({ expectedVersion: 3, amount: "1500000000" });
    expect(await refusedBy(agency, "correctContribution", low)).toEqual([
      "BAD_USER_INPUT",
      "input.amount",
    ]);
    await act(agency, "reversePayment", { paymentId: payment.id, reason: "Salah ketik" });
    await act(agency, "correctContribution", { ...low, expectedVersion: 4 });
    await pay(agency, { id }, "1500000000");
    const found = await contributionOf(
      { id },
      "status amount paid correctionReason isInconsistent history { nodes { operation fields { name before after } } }",
    );
    expect(found).toMatchObject({
      ...{ status: "DELIVERED", amount: "1500000000", paid: "1500000000" },
      ...{ correctionReason: "Salah ketik", isInconsistent: false },
    });
    expect(JSON.stringify(found.history)).toContain(
      JSON.stringify({ name: "amount", before: "1500000000000", after: "1500000000" }),
    );
  });

  it("moves the status with the payments, and stays within payments and links", async () => {
    const plan = await sharedPlan();
    const action = await world.action(lead, plan);
    const source = await world.pledge(lead, action, { amount: "500" });
    const gift = await world.pledge(agency, action, {
      amount: "800",
      funding: [{ contributionId: source.id, amount: "300" }],
    });
    const below = async (giver: Party, of: Written, amount: string) =>
      refusedBy(giver, "correctContribution", {
        ...(await seen("contribution", of)),
        amount,
        reason: "x",
      });
    expect(await below(lead, source, "299")).toEqual(["BAD_USER_INPUT", "input.amount"]);
    expect(await below(agency, gift, "299")).toEqual(["BAD_USER_INPUT", "input.amount"]);
    await act(agency, "commitContribution", { id: gift.id, expectedVersion: 1 });
    await pay(agency, gift, "400");
    expect(await below(agency, gift, "399")).toEqual(["BAD_USER_INPUT", "input.amount"]);
    const correct = async (amount: string) => {
      await act(agency, "correctContribution", {
        ...(await seen("contribution", gift)),
        amount,
        reason: "x",
      });
      return (await contributionOf(gift, "status")).status;
    };
    expect([await correct("400"), await correct("900")]).toEqual(["DELIVERED", "COMMITTED"]);
  });

  it("keeps the measure whole, and needs a reason", async () => {
    const plan = await sharedPlan();
    const { id } = await world.pledge(agency, await world.action(lead, plan));
    const bad = (input: Input) =>
      refusedBy(agency, "correctContribution", { id, expectedVersion: 1, ...input });
    expect(await bad({ amount: null, reason: "x" })).toEqual(["BAD_USER_INPUT", "input.amount"]);
    expect(await bad({ quantity: 2, reason: "x" })).toEqual(["BAD_USER_INPUT", "input.unit"]);
    expect(await bad({ amount: "9" })).toEqual(["BAD_USER_INPUT", "input.reason"]);
    const goods = {
      kind: "EQUIPMENT",
      amount: null,
      quantity: 2,
      unit: "set",
      reason: "Barang, bukan uang",
    };
    await act(agency, "correctContribution", { id, expectedVersion: 1, ...goods });
    expect(await contributionOf({ id }, "kind amount quantity unit status")).toEqual({
      ...{ kind: "EQUIPMENT", amount: null, quantity: 2, unit: "set", status: "PLEDGED" },
    });
  });
});
