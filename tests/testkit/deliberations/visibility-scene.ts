import type { CheckedClient } from "../hub/checked-client.js";
import { tokenFor } from "../hub/index.js";
import { type Written, write } from "../mutations/documents.js";
import { newId, type Party, World } from "../world/world.js";
import { TestDeliberation } from "./test-deliberation.js";

// Two deliberations among participants, and two that anybody may see, with an outcome of each that
// takes the place of one of another: what hangs on a hidden one must be found by no way, the public
// neighbours' edges among them.

/** Who looks, and whether they may see what is among the participants. */
export const viewers: Record<string, boolean> = {
  "a visitor": false,
  "a stranger": false,
  "an uninvited organisation's admin": false,
  "the operator": false,
  "the programme owner's viewer": false,
  "the programme owner's coordinator": true,
  "an invited organisation's viewer": true,
  "the convener's viewer": true,
};

/** One thing of the hidden deliberation. */
export interface Hidden {
  /** Its type. */
  kind: string;
  id: string;
}

/** A deliberation decides by those who are there, so that a scene is made in few steps. */
const easy = { quorumRule: { everySector: false, share: 0 } };

/** The scene: who is there, and what they made. */
export class RembukScene {
  readonly clients: Record<string, CheckedClient> = {};
  /** All that hangs on the hidden deliberation. */
  readonly hidden: Hidden[] = [];
  /** Words that only the hidden deliberation says. */
  readonly words = ["kata-rahasia-judul", "kata-rahasia-utusan", "kata-rahasia-hasil"];
  readonly ids: Record<string, string> = {};

  private constructor(
    readonly world: World,
    readonly convener: Party,
    readonly invited: Party,
    readonly owner: Party,
    readonly stranger: Party,
  ) {}

  static async make(): Promise<RembukScene> {
    const world = await World.start();
    const party = () => world.organisation();
    const scene = new RembukScene(
      world,
      await party(),
      await party(),
      await party(),
      await party(),
    );
    await scene.invite();
    await scene.fill();
    return scene;
  }

  /** What the scene calls by a name. */
  id(name: string): string {
    const id = this.ids[name];
    if (!id) throw new Error(`There is no ${name}`);
    return id;
  }

  client(viewer: string): CheckedClient {
    const client = this.clients[viewer];
    if (!client) throw new Error(`There is no ${viewer}`);
    return client;
  }

  /** A socket of a role in an organisation, or of a visitor. */
  async socket(party?: Party, role = "viewer") {
    if (!party) return this.world.hub.socket();
    return this.world.hub.socket(await tokenFor(`${role}@${party.key}.example`));
  }

  /** Opens a deliberation that decides by those who are there; the convener and the invited one are. */
  open(more: object): Promise<TestDeliberation> {
    return TestDeliberation.inSession(this.world, this.convener, [this.convener, this.invited], {
      ...easy,
      ...more,
    });
  }

  /** An outcome that both agree on. */
  async agreed(deliberation: TestDeliberation, more: object = {}): Promise<Written> {
    const outcome = await deliberation.propose(this.convener, { ...more });
    await deliberation.position(this.invited, outcome, "AGREE_WITH_RESERVATION");
    await deliberation.decide("agreeOutcome", outcome);
    return outcome;
  }

  /** What an outcome becomes: an action that is there. */
  async adopt(outcome: { id: string }, action: { id: string }): Promise<string> {
    const id = newId();
    const chair = await this.world.member(this.convener, "COORDINATOR");
    await write(chair, "adoptOutcome", { id, outcomeId: outcome.id, actionId: action.id });
    return id;
  }

  /** A change that everybody sees: what comes before it has been shown. */
  async sentinel(): Promise<number> {
    const key = this.world.unique("penanda");
    const input = { key, name: key, sector: "NGO" };
    return (await write(await this.world.operator, "createOrganisation", input)).position;
  }

  private async invite(): Promise<void> {
    const { world, convener, invited, owner, stranger, clients } = this;
    clients["a visitor"] = world.visitor();
    clients["a stranger"] = await world.as("nobody@elsewhere.example");
    clients["an uninvited organisation's admin"] = await world.member(stranger, "ADMIN");
    clients["the operator"] = await world.operator;
    clients["the programme owner's viewer"] = await world.member(owner, "VIEWER");
    clients["the programme owner's coordinator"] = await world.member(owner, "COORDINATOR");
    clients["an invited organisation's viewer"] = await world.member(invited, "VIEWER");
    clients["the convener's viewer"] = await world.member(convener, "VIEWER");
    await world.member(convener, "COORDINATOR");
    await world.member(invited, "COORDINATOR");
  }

  private async fill(): Promise<void> {
    const { world, ids, convener } = this;
    const programme = await world.programme(this.owner);
    const area = { key: "kawasan", name: "Kawasan", regions: ["36"], programmeId: programme.id };
    const owner = await world.member(this.owner, "COORDINATOR");
    ids.programme = programme.id;
    ids.area = (await write(owner, "createArea", area)).id;
    const plan = await world.plan(programme, convener);
    ids.action = (await world.action(convener, plan)).id;
    const own = await world.plan(programme, convener, { visibility: "ORGANISATION" });
    ids["own action"] = (await world.action(convener, own)).id;

    const earlier = await this.open({ heldFrom: "2026-01-01" });
    const first = await this.agreed(earlier);
    ids["earlier outcome"] = first.id;
    await earlier.step("closeDeliberation");
    await this.hide(first);
    const later = await this.open({ heldFrom: "2026-11-20" });
    ids["later deliberation"] = later.id;
    const last = await this.agreed(later, { supersedesId: this.id("hidden outcome") });
    ids["later outcome"] = last.id;
    await this.adopt(last, { id: this.id("own action") });
    await later.step("closeDeliberation");
  }

  /** The hidden deliberation, from its convening to what came of it. */
  private async hide(earlier: Written): Promise<void> {
    const { world, ids, convener, invited, words } = this;
    const [title, delegate, text] = words;
    const deliberation = await this.open({
      title,
      key: "rembuk-rahasia",
      visibility: "PARTICIPANTS",
      programmeId: this.id("programme"),
      areaId: this.id("area"),
    });
    ids["hidden deliberation"] = deliberation.id;
    const seat = await deliberation.invitation(invited);
    const chair = await deliberation.chair;
    await write(chair, "nameDelegates", { ...seat, delegates: [delegate] });
    const outcome = await this.agreed(deliberation, { text, supersedesId: earlier.id });
    ids["hidden outcome"] = outcome.id;
    ids["other hidden outcome"] = (await this.agreed(deliberation, { text })).id;
    await deliberation.step("closeDeliberation");
    const found = await chair.data<{ deliberation: { minutes: { id: string; sha256: string } } }>(
      "query ($id: ID!) { deliberation(id: $id) { minutes { id sha256 } } }",
      { id: deliberation.id } as never,
    );
    const { id: minutesId, sha256 } = found.deliberation.minutes;
    for (const party of [convener, invited]) {
      const input = { minutesId, sha256, organisationId: party.id };
      const client = await world.member(party, "COORDINATOR");
      await write(client, "acknowledgeMinutes", input);
    }
    await this.adopt(outcome, { id: this.id("action") });
    const { rows } = await world.hub.sql.query<Hidden>(
      `select distinct entity as kind, entity_id as id from change
       where deliberation_id = $1 order by entity, entity_id`,
      [deliberation.id],
    );
    this.hidden.push(...rows);
  }
}
