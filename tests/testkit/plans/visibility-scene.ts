import type { CheckedClient } from "../hub/checked-client.js";
import { type Written, write } from "../mutations/documents.js";
import { type Party, World } from "../world/world.js";

// What each may see (rule 7): PUBLIC, PARTICIPANTS (here "shared"), ORGANISATION (here "own"). The
// lead leads every plan, the partner takes part in each and gave and reported what is listed, the
// owner owns the programme. A thing that one may not see looks absent, however one looks for it.
const table = `
  thing                | visitor | stranger | unrelated | operator | owner's viewer | owner's coordinator | lead | lead's key | partner | partner's key
  public plan          | yes     | yes      | yes       | yes      | yes            | yes                 | yes  | yes        | yes     | yes
  public gift          | yes     | yes      | yes       | yes      | yes            | yes                 | yes  | yes        | yes     | yes
  shared gift          | -       | -        | -         | -        | -              | yes                 | yes  | yes        | yes     | yes
  shared child         | -       | -        | -         | -        | -              | yes                 | yes  | yes        | yes     | yes
  own gift             | -       | -        | -         | -        | -              | -                   | -    | -          | yes     | yes
  own help             | -       | -        | -         | -        | -              | -                   | -    | -          | yes     | yes
  passed on            | yes     | yes      | yes       | yes      | yes            | yes                 | yes  | yes        | yes     | yes
  public report        | yes     | yes      | yes       | yes      | yes            | yes                 | yes  | yes        | yes     | yes
  shared report        | -       | -        | -         | -        | -              | yes                 | yes  | yes        | yes     | yes
  own report           | -       | -        | -         | -        | -              | -                   | -    | -          | yes     | yes
  public correction    | yes     | yes      | yes       | yes      | yes            | yes                 | yes  | yes        | yes     | yes
  shared plan          | -       | -        | -         | -        | -              | yes                 | yes  | yes        | yes     | yes
  gift in shared       | -       | -        | -         | -        | -              | yes                 | yes  | yes        | yes     | yes
  own gift in shared   | -       | -        | -         | -        | -              | -                   | -    | -          | yes     | yes
  report in shared     | -       | -        | -         | -        | -              | yes                 | yes  | yes        | yes     | yes
  own report in shared | -       | -        | -         | -        | -              | -                   | -    | -          | yes     | yes
  own plan             | -       | -        | -         | -        | -              | -                   | yes  | yes        | -       | -
  lead's gift in own   | -       | -        | -         | -        | -              | -                   | yes  | yes        | -       | -
  lead's report in own | -       | -        | -         | -        | -              | -                   | yes  | yes        | -       | -
`;

export type Kind =
  | "ActionPlan"
  | "Action"
  | "Milestone"
  | "Participant"
  | "Contribution"
  | "ProgressUpdate";

/** One thing that is seen or hidden. */
export interface Thing {
  name: string;
  kind: Kind;
  id: string;
  /** The row of the table that says who sees it. */
  row: string;
  /** A mark that nothing else has: a word of its text, or its amount. */
  mark: string;
}

const [head = [], ...rows] = table
  .trim()
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()));

/** Everybody who looks, by their names in the table. */
export const viewers: readonly string[] = head.slice(1);

/** What the table says. */
export const maySee = (viewer: string, { row }: Thing): boolean =>
  rows.find(([name]) => name === row)?.[head.indexOf(viewer)] === "yes";

/** The things of the table, each made by those who may, and everybody who looks at them. */
export class Scene {
  readonly things: Thing[] = [];
  private clients: Record<string, CheckedClient> = {};
  private gifts = 0;

  private constructor(
    readonly world: World,
    readonly lead: Party,
    readonly partner: Party,
  ) {}

  static async make(): Promise<Scene> {
    const world = await World.start();
    const scene = new Scene(world, await world.organisation(), await world.organisation());
    const owner = await world.organisation();
    await scene.fill(await world.programme(owner));
    await scene.invite(owner);
    return scene;
  }

  client(viewer: string): CheckedClient {
    const found = this.clients[viewer];
    if (!found) throw new Error(`There is no ${viewer}`);
    return found;
  }

  thing(name: string): Thing {
    const found = this.things.find((one) => one.name === name);
    if (!found) throw new Error(`There is no ${name}`);
    return found;
  }

  /** The ids of all things, or of those of some kinds. */
  ids(...kinds: Kind[]): string[] {
    const found = this.things.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
    return found.map(({ id }) => id);
  }

  private async fill(programme: Written): Promise<void> {
    const shared = { visibility: "PARTICIPANTS" };
    const own = { visibility: "ORGANISATION" };
    const open = await this.plan("public plan", programme, "PUBLIC");
    const part = ({ id }: { id: string }) => [{ contributionId: id, amount: "1" }];
    const quiet = await this.action("quiet action", "public plan", open.plan);
    const first = await this.gift("public gift", open.action);
    await this.gift("shared gift", open.action, shared);
    const hidden = await this.gift("own gift", open.action, own);
    await this.gift("passed on", open.action, { funding: part(hidden) });
    await this.gift("own help", quiet, own);
    await this.gift("shared child", open.action, { ...shared, funding: part(first) });
    const reported = await this.report("public report", open.action);
    const second = { ...shared, correctsId: reported.id };
    const third = {
      ...own,
      correctsId: (await this.report("shared report", open.action, second)).id,
    };
    const later = await this.report("own report", open.action, third);
    await this.report("public correction", open.action, { correctsId: later.id });
    const inner = await this.plan("shared plan", programme, "PARTICIPANTS");
    await this.gift("gift in shared", inner.action);
    await this.gift("own gift in shared", inner.action, own);
    await this.report("report in shared", inner.action);
    await this.report("own report in shared", inner.action, own);
    const secret = await this.plan("own plan", programme, "ORGANISATION");
    await this.gift("lead's gift in own", secret.action, {}, this.lead);
    await this.report("lead's report in own", secret.action, {}, this.lead);
  }

  private async invite(owner: Party): Promise<void> {
    const { world, lead, partner } = this;
    this.clients = {
      visitor: world.visitor(),
      stranger: await world.as("nobody@elsewhere.example"),
      unrelated: await world.member(await world.organisation(), "ADMIN"),
      operator: await world.operator,
      "owner's viewer": await world.member(owner, "VIEWER"),
      "owner's coordinator": await world.member(owner, "COORDINATOR"),
      lead: await world.member(lead, "VIEWER"),
      "lead's key": await world.key(lead, "READ"),
      partner: await world.member(partner, "VIEWER"),
      "partner's key": await world.key(partner, "READ"),
    };
  }

  private note(name: string, kind: Kind, { id }: { id: string }, mark: string, row = name): void {
    this.things.push({ name, kind, id, row, mark });
  }

  /** A gift of an amount that no other has: 1, 10, 100 and so on. */
  private async gift(name: string, action: Written, more: object = {}, giver = this.partner) {
    const mark = `1${"0".repeat(this.gifts)}`;
    this.gifts += 1;
    const given = await this.world.pledge(giver, action, { amount: mark, ...more });
    this.note(name, "Contribution", given, mark);
    return given;
  }

  private async report(name: string, action: Written, more: object = {}, by = this.partner) {
    const mark = this.world.unique("laporan-kata");
    const reported = await this.world.report(by, action, { note: mark, ...more });
    this.note(name, "ProgressUpdate", reported, mark);
    return reported;
  }

  private async action(name: string, row: string, plan: Written): Promise<Written> {
    const title = this.world.unique("kegiatan-kata");
    const made = await this.world.action(this.lead, plan, { title });
    this.note(name, "Action", made, title, row);
    return made;
  }

  /** A plan with an action, a milestone and the partner as participant, which follow it. */
  private async plan(name: string, programme: Written, visibility: string) {
    const mark = this.world.unique("rencana-kata");
    const coordinator = await this.world.member(this.lead, "COORDINATOR");
    const plan = await this.world.plan(programme, this.lead, { title: mark, visibility });
    this.note(name, "ActionPlan", plan, mark);
    const part = { planId: plan.id, organisationId: this.partner.id, role: "IMPLEMENTING" };
    const both = await this.world.joint(this.lead.id, this.partner.id);
    const participant = await write(both, "addParticipant", part);
    this.note(`participant of ${name}`, "Participant", participant, mark, name);
    const action = await this.action(`action of ${name}`, name, plan);
    const title = this.world.unique("tonggak-kata");
    const input = { actionId: action.id, title, dueOn: "2024-05-05" };
    const milestone = await write(coordinator, "addMilestone", input);
    this.note(`milestone of ${name}`, "Milestone", milestone, title, name);
    return { plan, action };
  }
}
