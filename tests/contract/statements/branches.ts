import { publishedInstrument, TestAssessment } from "../../testkit/assessments/test-assessment.js";
import { TestDeliberation } from "../../testkit/deliberations/test-deliberation.js";
import { type Written, write } from "../../testkit/mutations/documents.js";
import type { Party, World } from "../../testkit/world/world.js";
import { remarkOn, reversalOn, viewOf } from "./remarks.js";
import { resultsOf } from "./results.js";

/** The number of rows of each list. */
export const many = 3;
const times = Array.from({ length: many }, (_, at) => at);

/** Somebody who administers every organisation, and so sees members and keys. */
export const email = "semua@a.example";

/** Regencies, and a district of each: nothing behind one row is behind another, so all must be read. */
const places = [
  ["36.02", "36.02.27"],
  ["33.25", "33.25.01"],
  ["35.01", "35.01.01"],
] as const;

/** Organisations, programmes and plans, each with several rows behind every field that lists some. */
export class Branches {
  /** By root list, what it is narrowed to: rows that have something behind each of their fields. */
  readonly full: Record<string, string[]> = {};

  private constructor(private readonly world: World) {}

  static async make(world: World): Promise<Branches> {
    const made = new Branches(world);
    await made.fill();
    return made;
  }

  private async organisation(regionCode: string, parent?: Party): Promise<Party> {
    const more = parent ? { parentId: parent.id } : {};
    const made = await this.world.organisation("UNIVERSITY", { regionCode, ...more });
    const operator = await this.world.operator;
    await write(operator, "addMember", { organisationId: made.id, email, role: "ADMIN" });
    await this.world.key(made, "READ");
    return made;
  }

  private async fill(): Promise<void> {
    const branches = [];
    for (const [regency, district] of places) branches.push(await this.branch(regency, district));
    for (const { lead, plan } of branches) {
      for (const one of branches) {
        const part = { planId: plan.id, organisationId: one.lead.id, role: "FUNDING" };
        await write(await this.world.member(lead, "COORDINATOR"), "addParticipant", part);
      }
    }
    this.full.organisations = branches.map(({ lead }) => lead.key);
    this.full.programmes = await this.keysOf(
      "programme",
      branches.map(({ programme }) => programme),
    );
    this.full.areas = await this.keysOf(
      "area",
      branches.map(({ area }) => area),
    );
    this.full.actionPlans = branches.map(({ plan }) => plan.id);
    this.full.actions = branches.map(({ actions }) => actions[0]?.action.id ?? "");
    this.full.contributions = branches.map(({ actions }) => actions[0]?.middle.id ?? "");
    const gifts = this.full.contributions;
    const links = "select id from funding where contribution_id = any($1::uuid[])";
    const { rows } = await this.world.hub.sql.query<{ id: string }>(links, [gifts]);
    this.full.fundings = rows.map(({ id }) => id);
    const reports = `select distinct on (action_id) id from progress_update
      where action_id = any($1::uuid[]) order by action_id, corrects_id nulls last, id`;
    const reported = await this.world.hub.sql.query<{ id: string }>(reports, [this.full.actions]);
    this.full.progressUpdates = reported.rows.map(({ id }) => id);
    this.full.payments = branches.map(({ reversal }) => reversal);
    this.full.views = await this.keysOf(
      "saved_view",
      branches.map(({ view }) => view),
    );
    this.full.comments = branches.map(({ remark }) => remark);
    this.full.regions = places.map(([regency]) => regency);
    this.full.deliberations = await this.keysOf(
      "deliberation",
      branches.map(({ meeting }) => meeting.deliberation),
    );
    this.full.outcomes = branches.map(({ meeting }) => meeting.outcome.id);
    this.full.assessments = branches.map(({ survey }) => survey.id);
    this.full.instruments = branches.map(({ survey }) => survey.instrument);
    this.full.indicators = await this.keysOf(
      "indicator",
      branches.map(({ results }) => results.indicator),
    );
    this.full.measurements = branches.map(({ results }) => results.measurement.id);
    this.full.imports = branches.map(({ results }) => results.table);
    this.full.exports = branches.map(({ results }) => results.file);
    this.full.enterpriseGroups = branches.map(({ results }) => results.group.id);
  }

  async keysOf(table: string, things: readonly { id: string }[]): Promise<string[]> {
    const ids = things.map(({ id }) => id);
    const { rows } = await this.world.hub.sql.query<{ key: string }>(
      `select key from ${table} where id = any($1::uuid[])`,
      [ids],
    );
    return rows.map(({ key }) => key);
  }

  /** An organisation between others, a programme between others, and a plan with all that hangs on it. */
  private async branch(regency: string, district: string) {
    const top = await this.organisation(regency);
    const lead = await this.organisation(regency, top);
    const children: Party[] = [];
    for (const _ of times) children.push(await this.organisation(regency, lead));
    const ends = { reportToIds: [top.id], reportCopyToIds: [top.id] };
    const parentId = (await this.world.programme(top, ends)).id;
    const programme = await this.world.programme(lead, { parentId, ...ends });
    for (const _ of times) await this.world.programme(lead, { parentId: programme.id, ...ends });
    const place = { name: regency, regions: [district, regency], programmeId: programme.id };
    const area = await write(await this.world.operator, "createArea", place);
    const plan = await this.world.activePlan(programme, lead, { areaId: area.id });
    const actions = [];
    for (const _ of times) {
      const action = await this.world.action(lead, plan, { leadId: lead.id });
      actions.push({ action, middle: await this.fillAction(lead, action) });
    }
    const setting = { programmeId: programme.id, areaId: area.id, regionCode: regency };
    const [first] = actions;
    if (!first) throw new Error("no action");
    const meeting = await this.deliberations(lead, children, setting, first.action);
    const survey = await this.assessments(lead, { id: area.id, programme }, first.action);
    const results = await resultsOf(this.world, { lead, programme, area, regency, ...first });
    const remark = await remarkOn(this.world, lead, first.action);
    const reversal = await reversalOn(this.world, lead, first.middle);
    const view = await viewOf(this.world, lead, plan);
    const around = { lead, programme, area, plan, meeting, survey, results };
    return { ...around, actions, remark, reversal, view };
  }

  /** Three deliberations whose outcomes supersede each other; gives the middle one, with all that it can have. */
  private async deliberations(
    lead: Party,
    guests: readonly Party[],
    setting: Record<string, unknown>,
    action: Written,
  ) {
    const [first, second] = guests as [Party, Party];
    const open = (heldFrom: string) =>
      TestDeliberation.inSession(this.world, lead, guests, { ...setting, heldFrom });
    const agree = async (on: TestDeliberation, more: Record<string, unknown> = {}) => {
      const outcome = await on.propose(first, more);
      await on.position(second, outcome, "AGREE_WITH_RESERVATION");
      const amendment = { text: "Rumusan kedua", reason: "x", responsibleIds: [second.id] };
      await on.decide("amendOutcome", outcome, amendment);
      await on.positions(guests, outcome);
      await on.decide("agreeOutcome", outcome);
      return outcome;
    };
    const earlier = await open("2026-01-01");
    const old = await agree(earlier);
    await earlier.step("closeDeliberation");
    const deliberation = await open("2026-02-01");
    const outcome = await agree(deliberation, { supersedesId: old.id, responsibleIds: [first.id] });
    await agree(deliberation);
    const adoption = { outcomeId: outcome.id, actionId: action.id };
    await write(await this.world.member(lead, "COORDINATOR"), "adoptOutcome", adoption);
    const { id: minutesId } = (await deliberation.step("closeDeliberation")).payload
      .minutes as Written;
    const { rows } = await this.world.hub.sql.query("select sha256 from minutes where id = $1", [
      minutesId,
    ]);
    for (const guest of [first, second]) {
      const client = await this.world.member(guest, "COORDINATOR");
      const seen = { minutesId, organisationId: guest.id, sha256: rows[0].sha256 };
      await write(client, "acknowledgeMinutes", seen);
    }
    await agree(await open("2026-03-01"), { supersedesId: outcome.id });
    return { deliberation, outcome };
  }

  /** Three assessments that correct each other, of which the middle one has all that it can have. */
  private async assessments(
    owner: Party,
    area: { id: string; programme: Written },
    action: Written,
  ): Promise<{ id: string; instrument: string }> {
    const university = await this.world.organisation();
    const instrument = await publishedInstrument(this.world, university);
    const subject = { areaId: area.id, programmeId: area.programme.id };
    const first = await TestAssessment.offered(this.world, {
      university,
      owner,
      instrument,
      subject,
    });
    const middle = await (await (await first.submitted()).publish()).correct();
    for (const at of times) {
      await middle.add("addFinding", { text: `temuan ${at}`, actionIds: [action.id] });
      await middle.add("addEvidence", { title: `foto ${at}`, address: "https://a.example/1" });
    }
    const { id: findingId } = await middle.add("assessAction", {
      actionId: action.id,
      completion: "LIMITED",
    });
    await middle.scales({ "a-2": 4 });
    await middle.submit();
    await (await middle.returned()).step("submitAssessment");
    await middle.publish();
    const coordinator = await this.world.member(owner, "COORDINATOR");
    for (const text of ["satu", "dua"])
      await write(coordinator, "replyToFinding", { findingId, text });
    await middle.correct();
    return { id: middle.id, instrument: instrument.key };
  }

  /** Three contributions along a chain, two reports, two milestones; gives the middle of the chain. */
  private async fillAction(lead: Party, action: Written): Promise<Written> {
    const coordinator = await this.world.member(lead, "COORDINATOR");
    const first = await this.world.pledge(lead, action);
    const second = await this.world.pledge(lead, action, { fundedById: first.id });
    await this.world.pledge(lead, action, { fundedById: second.id });
    const reported = await this.world.report(lead, action);
    await this.world.report(lead, action, { correctsId: reported.id });
    for (const title of ["a", "b"]) {
      const milestone = { actionId: action.id, title, dueOn: "2024-05-05" };
      await write(coordinator, "addMilestone", milestone);
    }
    return second;
  }
}
