import { type Input, refused, type Written, write } from "../mutations/documents.js";
import { type Party, type RoleName, World } from "../world/world.js";

/** Three organisations that give to the actions of common plans. */
export class MoneyScene {
  private constructor(
    readonly world: World,
    /** Leads each plan. */
    readonly lead: Party,
    readonly agency: Party,
    readonly village: Party,
    readonly programme: Written,
  ) {}

  static async make(): Promise<MoneyScene> {
    const world = await World.start();
    const lead = await world.organisation("CENTRAL_GOVERNMENT");
    const agency = await world.organisation("REGIONAL_GOVERNMENT");
    const village = await world.organisation("VILLAGE_GOVERNMENT");
    return new MoneyScene(world, lead, agency, village, await world.programme(lead));
  }

  /** A public plan in which all three take part. */
  plan(): Promise<Written> {
    const participants = [this.agency, this.village].map(({ id }) => ({
      ...{ organisationId: id, role: "IMPLEMENTING" },
    }));
    return this.world.plan(this.programme, this.lead, { participants });
  }

  async act(by: Party, mutation: string, input: Input, role: RoleName = "COORDINATOR") {
    return write(await this.world.member(by, role), mutation, input);
  }

  /** A payment on 1 March 2024. */
  pay(giver: Party, { id }: { id: string }, amount: string): Promise<Written> {
    const payment = { contributionId: id, amount, paidOn: "2024-03-01" };
    return this.act(giver, "recordPayment", payment, "CONTRIBUTOR");
  }

  /** The code and the paths of a refusal, and the reason of a refused transition. Nothing has changed. */
  async refusedBy(by: Party, mutation: string, input: Input, role: RoleName = "CONTRIBUTOR") {
    const client = await this.world.member(by, role);
    const found = await this.world.unchangedBy(() => refused(client, mutation, input));
    const { reason } = found.error.extensions as { reason?: string };
    return [found.code, ...found.paths, ...(reason ? [reason] : [])];
  }

  /** A thing at the version that it has, as a change names it. */
  async seen(table: string, { id }: { id: string }) {
    return { id, expectedVersion: (await this.world.seen(table, id)).version };
  }

  /** Fields of a contribution, as a visitor sees them. */
  async contributionOf<T = Input>({ id }: { id: string }, fields: string): Promise<T> {
    const { contribution } = await this.world
      .visitor()
      .data<{ contribution: T }>(`query ($id: ID!) { contribution(id: $id) { ${fields} } }`, {
        id,
      } as never);
    return contribution;
  }
}
