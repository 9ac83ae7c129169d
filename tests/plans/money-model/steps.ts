import { refusalOf } from "../../testkit/hub/checked-client.js";
import { documentOf, type Input } from "../../testkit/mutations/documents.js";
import type { SeededRandom } from "../../testkit/random/seeded-random.js";
import { newId, type Party } from "../../testkit/world/world.js";
import type { Scene } from "./scene.js";

/** What the player knows of a contribution: enough to draw steps that are often legal. */
interface Known {
  id: string;
  giver: Party;
  amount: bigint;
}

/** The refusals that a step may meet; every other one is a fault. */
const refusals = ["BAD_USER_INPUT", "INVALID_TRANSITION", "NOT_FOUND", "FORBIDDEN", "CONFLICT"];

/** A sum between two amounts, which a number holds exactly. */
const upTo = (draw: SeededRandom, most: bigint): bigint => 1n + BigInt(draw.below(Number(most)));

const least = (one: bigint, other: bigint): bigint => (other - one > 0n ? one : other);

/** The largest amount: a few of them make sums beyond 2^63. */
const largest = 999_999_999_999_999_999n;

/** A pledge to draw or to make: what it passes on of which contributions. */
interface Pledge {
  action: string;
  amount: string;
  funding?: readonly { contributionId: string; amount: string }[];
  visibility?: string;
}

/** Draws steps with money, and takes them by the public mutations. */
export class Player {
  readonly done = new Map<string, number>();
  private readonly contributions: Known[] = [];
  /** True while every step is legal. */
  private isBeginning = false;
  private readonly links: { id: string; contribution: string; giver: Party; funder: Party }[] = [];
  private readonly payments: { id: string; giver: Party }[] = [];

  constructor(
    private readonly scene: Scene,
    private readonly draw: SeededRandom,
  ) {}

  /**
   * Begins with a chain of four contributions over two plans, beside it a link that is refused, one whose end
   * is withdrawn, one whose end is hidden, a reversed payment, and money on a cancelled action.
   */
  async begin(): Promise<void> {
    this.isBeginning = true;
    const [ministry, , regency, village, company, ngo] = this.scene.parties as Party[];
    const pledge = async (
      giver: Party | undefined,
      at: number,
      amount: string,
      source?: string,
      more = {},
    ) => {
      const funding = source ? [{ contributionId: source, amount }] : [];
      const action = this.scene.actions[at]?.id as string;
      const id = await this.give(giver as Party, { action, amount, funding, ...more });
      return id ?? "";
    };
    const first = await pledge(ministry, 0, "1000");
    const second = await pledge(regency, 1, "700", first);
    await this.answerLast("confirmFunding");
    const third = await pledge(village, 2, "500", second);
    await pledge(ngo, 3, "300", third);
    await pledge(company, 0, "100", first);
    await this.answerLast("refuseFunding");
    const withdrawn = await pledge(company, 1, "100", first);
    await this.change(company as Party, "withdrawContribution", "contribution", { id: withdrawn });
    await pledge(company, 2, "50", first, { visibility: "PARTICIPANTS" });
    const alone = await pledge(ngo, 1, "40");
    const link = { id: newId(), contributionId: alone, sourceId: second, amount: "30" };
    await this.send(ngo as Party, "addFunding", link);
    await this.noteLinks(alone);
    await this.change(village as Party, "commitContribution", "contribution", { id: third });
    const payment = newId();
    const input = { id: payment, contributionId: third, amount: "200", paidOn: "2025-06-01" };
    await this.send(village as Party, "recordPayment", input);
    this.payments.push({ id: payment, giver: village as Party });
    await this.reverse();
    await pledge(ngo, 11, "20");
    const last = this.scene.actions[11]?.id as string;
    const cancelled = { id: last, status: "CANCELLED" };
    await this.change(ministry as Party, "changeActionStatus", "action", cancelled);
    this.isBeginning = false;
  }

  private async answerLast(mutation: string): Promise<void> {
    const link = this.links.at(-1);
    if (link) await this.change(link.funder, mutation, "funding", { id: link.id });
  }

  /** Takes so many steps. Most pledge at first, and more answer, pay and take back later. */
  async play(steps: number): Promise<void> {
    for (let count = 0; count < steps; count += 1) {
      const pledges = this.contributions.length < 4 || this.draw.chance(0.3);
      await (pledges ? this.pledge() : this.draw.pick(this.later)());
    }
  }

  private readonly later = [
    () => this.step("commitContribution"),
    () => this.step("commitContribution"),
    () => this.withdraw(),
    () => this.pay(),
    () => this.pay(),
    () => this.pay(),
    () => this.reverse(),
    () => this.correct(),
    () => this.addLink(),
    () => this.answer("confirmFunding"),
    () => this.answer("refuseFunding"),
    () => this.changeLink(),
    () => this.cancel(),
  ];

  /** Sends a mutation as somebody of an organisation; true where it was taken. */
  private async send(party: Party, mutation: string, input: Input): Promise<boolean> {
    const client = await this.scene.world.member(party, "COORDINATOR");
    const { errors } = await client.ask(documentOf(mutation), { input } as never);
    const [error] = errors ?? [];
    if (error) {
      const { code, messages } = refusalOf(error);
      if (this.isBeginning || !refusals.includes(code))
        throw new Error(`${mutation}: ${code} ${messages}`);
      return false;
    }
    this.done.set(mutation, (this.done.get(mutation) ?? 0) + 1);
    return true;
  }

  private async seen(table: string, id: string): Promise<number> {
    return (await this.scene.world.seen(table, id))?.version ?? 1;
  }

  private async change(
    party: Party,
    mutation: string,
    table: string,
    input: Input & { id: string },
  ) {
    const expectedVersion = await this.seen(table, input.id);
    return this.send(party, mutation, { ...input, expectedVersion });
  }

  private amount(): bigint {
    if (this.draw.chance(0.05)) return largest;
    return upTo(this.draw, 1000n);
  }

  private async pledge(): Promise<void> {
    const { draw, scene, contributions } = this;
    const giver = draw.pick(scene.parties);
    const amount = this.amount();
    const sources = draw.chance(0.65) && contributions.length > 0 ? [this.late()] : [];
    if (draw.chance(0.15) && contributions.length > 1) sources.push(this.late());
    const funding = [...new Set(sources)].map((source) => {
      const most = least(source.amount, amount);
      const share = draw.chance(0.4) ? most : upTo(draw, most);
      return { contributionId: source.id, amount: String(share) };
    });
    const visibility = draw.pick(["PUBLIC", "PUBLIC", "PUBLIC", "PARTICIPANTS", "ORGANISATION"]);
    const action = draw.pick(scene.actions).id;
    await this.give(giver, { action, amount: String(amount), funding, visibility });
  }

  /** Pledges a contribution; gives its id where the hub took it. */
  private async give(giver: Party, { action, ...pledge }: Pledge): Promise<string | undefined> {
    const id = newId();
    const input = { id, actionId: action, kind: "FUNDS", organisationId: giver.id, ...pledge };
    if (!(await this.send(giver, "pledgeContribution", input))) return undefined;
    this.contributions.push({ id, giver, amount: BigInt(pledge.amount) });
    await this.noteLinks(id);
    return id;
  }

  /** One of the latest contributions, so that chains grow long. */
  private late(): Known {
    return this.draw.late(this.contributions);
  }

  private async noteLinks(contribution: string): Promise<void> {
    const { rows } = await this.scene.world.hub.sql.query<{ id: string; source: string }>(
      "select id, source_id as source from funding where contribution_id = $1",
      [contribution],
    );
    const giverOf = (id: string) => this.contributions.find((one) => one.id === id)?.giver as Party;
    for (const { id, source } of rows) {
      if (this.links.some((one) => one.id === id)) continue;
      this.links.push({ id, contribution, giver: giverOf(contribution), funder: giverOf(source) });
    }
  }

  private async step(mutation: string): Promise<void> {
    const { id, giver } = this.draw.pick(this.contributions);
    await this.change(giver, mutation, "contribution", { id });
  }

  /** Withdraws a contribution, of two one that passes on money of another. */
  private async withdraw(): Promise<void> {
    const link = this.draw.chance(0.5) ? this.links.at(-1) : undefined;
    if (!link) return this.step("withdrawContribution");
    await this.change(link.giver, "withdrawContribution", "contribution", {
      id: link.contribution,
    });
  }

  private async pay(): Promise<void> {
    const { id: contributionId, giver, amount } = this.draw.pick(this.contributions);
    const id = newId();
    const share = this.draw.chance(0.5) ? amount : upTo(this.draw, amount);
    const input = { id, contributionId, amount: String(share), paidOn: "2025-06-01" };
    if (await this.send(giver, "recordPayment", input)) this.payments.push({ id, giver });
  }

  private async reverse(): Promise<void> {
    if (this.payments.length === 0) return this.pay();
    const { id: paymentId, giver } = this.draw.pick(this.payments);
    await this.send(giver, "reversePayment", { id: newId(), paymentId, reason: "Salah catat" });
  }

  private async correct(): Promise<void> {
    const one = this.draw.pick(this.contributions);
    const amount = this.draw.chance(0.5) ? one.amount + 7n : upTo(this.draw, one.amount);
    const input = { id: one.id, amount: String(amount), reason: "Salah ketik" };
    if (await this.change(one.giver, "correctContribution", "contribution", input))
      one.amount = amount;
  }

  private async addLink(): Promise<void> {
    const [one, source] = [this.draw.pick(this.contributions), this.draw.pick(this.contributions)];
    const amount = String(upTo(this.draw, least(one.amount, source.amount)));
    const input = { id: newId(), contributionId: one.id, sourceId: source.id, amount };
    if (await this.send(one.giver, "addFunding", input)) await this.noteLinks(one.id);
  }

  private async answer(mutation: string): Promise<void> {
    if (this.links.length === 0) return this.addLink();
    const { id, funder } = this.draw.pick(this.links);
    await this.change(funder, mutation, "funding", { id });
  }

  private async changeLink(): Promise<void> {
    if (this.links.length === 0) return this.addLink();
    const { id, giver } = this.draw.pick(this.links);
    if (this.draw.chance(0.5)) await this.change(giver, "removeFunding", "funding", { id });
    else
      await this.change(giver, "correctFunding", "funding", { id, amount: String(this.amount()) });
  }

  /** Cancels an action, and now and then a plan: what stands on them stays. */
  private async cancel(): Promise<void> {
    const [ministry] = this.scene.parties as [Party];
    const status = "CANCELLED";
    if (!this.draw.chance(0.35)) return;
    if (this.draw.chance(0.1)) {
      const { id } = this.draw.pick(this.scene.plans);
      await this.change(ministry, "changeActionPlanStatus", "action_plan", { id, status });
    } else {
      const { id } = this.draw.pick(this.scene.actions);
      await this.change(ministry, "changeActionStatus", "action", { id, status });
    }
  }
}
