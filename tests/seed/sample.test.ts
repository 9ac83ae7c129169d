import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import cases from "../../src/seed/cases.json" with { type: "json" };
import { TestHub } from "../testkit/hub/index.js";
import { inEnglish } from "../testkit/seed/translations.js";

type Row = Record<string, unknown>;
interface Keyed {
  key: string;
}
interface List<T> {
  nodes: T[];
}

/** A record as the cases would write it: what is unknown is absent. */
const known = (record: object): Row => {
  const facts = Object.entries(record).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(facts);
};

const byKey = (records: readonly object[]): object[] =>
  records.map(known).sort((a, b) => String(a.key).localeCompare(String(b.key)));

const keysOf = (nouns: readonly Keyed[]): string[] => nouns.map(({ key }) => key);

describe("the sample data", () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await TestHub.start("sample");
  });
  afterAll(() => hub.stop());

  it("gives a visitor every organisation of the cases", async () => {
    const { organisations } = await hub.visitor.data<{
      organisations: List<Row & { parent?: Keyed; region?: { code: string }; sources: Keyed[] }>;
    }>(`{ organisations(first: 200) { nodes {
      key name sector note parent { key } region { code } sources { key } } } }`);
    const shown = organisations.nodes.map(({ parent, region, sources, ...own }) => ({
      ...own,
      parent: parent?.key ?? null,
      region: region?.code ?? null,
      sources: keysOf(sources),
    }));
    expect(byKey(shown)).toEqual(byKey(cases.organisations));
  });

  it("gives a visitor every programme of the cases, in both languages", async () => {
    const { programmes } = await hub.visitor.data<{
      programmes: List<
        Row & {
          name: Record<"indonesian" | "english", string>;
          owner: Keyed;
          parent?: Keyed;
        } & Record<"reportsTo" | "reportCopiesTo" | "sources", Keyed[]>
      >;
    }>(`{ programmes(first: 200) { nodes {
      key name { indonesian english } owner { key } parent { key } legalBasis policy scope sectors chain
      startsOn endsOn strategies
      reportEveryMonths reportsTo { key } reportCopiesTo { key } sources { key } } } }`);
    const shown = programmes.nodes.map(
      ({ name: { indonesian: id, english: en }, owner, parent, reportsTo, ...more }) => {
        const { reportCopiesTo, sources, ...own } = more;
        return {
          ...own,
          name: { id, en },
          owner: owner.key,
          parent: parent?.key ?? null,
          reportTo: keysOf(reportsTo),
          reportCopyTo: keysOf(reportCopiesTo),
          sources: keysOf(sources),
        };
      },
    );
    expect(byKey(shown)).toEqual(byKey(cases.programmes));
  });

  it("gives a visitor every area of the cases", async () => {
    const { areas } = await hub.visitor.data<{
      areas: List<
        Row & { characters: string[]; programme?: Keyed; sources: Keyed[] } & {
          regions: { code: string }[];
        }
      >;
    }>(`{ areas(first: 200) { nodes {
      key name theme year characters regions { code } programme { key } sources { key } } } }`);
    const shown = areas.nodes.map(({ characters, regions, programme, sources, ...own }) => ({
      ...own,
      character: characters,
      regions: regions.map(({ code }) => code),
      programme: programme?.key ?? null,
      sources: keysOf(sources),
    }));
    expect(byKey(shown)).toEqual(byKey(cases.areas));
  });

  it("gives a visitor every plan of the cases with its participants and actions", async () => {
    interface ShownPlan extends Row, Record<"programme" | "lead", Keyed> {
      area?: Keyed;
      participants: { role: string; organisation: Keyed }[];
      actions: List<Row & { status: string; sources: Keyed[] }>;
      sources: Keyed[];
    }
    const { actionPlans } = await hub.visitor.data<{ actionPlans: List<ShownPlan> }>(`{
      actionPlans(first: 50) { nodes {
        key title summary programme { key } area { key } lead { key } startsOn endsOn sources { key }
        participants { role organisation { key } }
        actions(first: 50) { nodes { title stage strategy startsOn endsOn status sources { key } } }
      } } }`);
    const json = (value: unknown) => JSON.stringify(value);
    const inOrder = (list: object[]) => list.sort((a, b) => json(a).localeCompare(json(b)));
    const shown = actionPlans.nodes.map((plan) => ({
      ...plan,
      programme: plan.programme.key,
      area: plan.area?.key ?? null,
      lead: plan.lead.key,
      sources: keysOf(plan.sources),
      participants: inOrder(
        plan.participants.map(({ role, organisation: { key } }) => ({ organisation: key, role })),
      ),
      actions: inOrder(plan.actions.nodes.map(({ sources, ...own }) => known(own))),
    }));
    const expected = cases.plans.map((plan) => ({
      ...plan,
      participants: inOrder([...plan.participants]),
      actions: inOrder(
        plan.actions.map((action) => ({
          title: action.title,
          stage: action.stage,
          ...("strategy" in action ? { strategy: action.strategy } : {}),
          ...("startsOn" in action ? { startsOn: action.startsOn, endsOn: action.endsOn } : {}),
          status: "status" in action ? action.status : "PLANNED",
        })),
      ),
    }));
    expect(byKey(shown)).toEqual(byKey(expected));
    for (const { actions, sources } of actionPlans.nodes) {
      for (const action of actions.nodes) expect(action.sources).toEqual(sources);
    }
  });

  it("gives a visitor every deliberation of the cases, its outcomes, and what they became", async () => {
    interface ShownDeliberation extends Row {
      convener: Keyed;
      programme?: Keyed;
      area?: Keyed;
      region?: { code: string };
      sources: Keyed[];
      invitations: { attended: boolean; organisation: Keyed }[];
      outcomes: List<{
        text: string;
        sources: Keyed[];
        actions: { title: string; plan: Keyed }[];
      }>;
    }
    const { deliberations } = await hub.visitor.data<{ deliberations: List<ShownDeliberation> }>(`{
      deliberations(first: 20) { nodes {
        key kind title heldFrom heldTo place convener { key } programme { key } area { key }
        region { code } sources { key } invitations { attended organisation { key } }
        outcomes(first: 50) { nodes { text sources { key } actions { title plan { key } } } }
      } } }`);
    const shown = deliberations.nodes.map(({ invitations, ...deliberation }) => ({
      ...deliberation,
      attending: invitations.filter(({ attended }) => attended).map((one) => one.organisation.key),
      convener: deliberation.convener.key,
      programme: deliberation.programme?.key ?? null,
      area: deliberation.area?.key ?? null,
      region: deliberation.region?.code ?? null,
      sources: keysOf(deliberation.sources),
      outcomes: deliberation.outcomes.nodes.map(({ text, actions }) => {
        const [becomes, ...others] = actions.map(({ title, plan }) => [plan.key, title]);
        expect(others).toEqual([]);
        return becomes ? { text, becomes } : { text };
      }),
    }));
    expect(byKey(shown)).toEqual(
      byKey(cases.deliberations.map((facts) => ({ ...facts, title: inEnglish(facts.title) }))),
    );
    for (const { outcomes, sources } of deliberations.nodes) {
      for (const outcome of outcomes.nodes) expect(outcome.sources).toEqual(sources);
    }
  });

  it("claims nothing of a deliberation that no source states", async () => {
    const { deliberations } = await hub.visitor.data<{ deliberations: List<Row> }>(`{
      deliberations(first: 30) { nodes {
        status recorded summary agenda { title } quorum { met }
        invitations { isPresent delegates attendance { arrivedAt } }
        outcomes { nodes {
          status decidedAt dueOn reason proposedBy { key } responsible { key } positions { stance }
          versions { number } decision { method agree agreeWithReservation object abstain invited attending }
        } } minutes { acknowledgements { id } } } } }`);
    const unknown = ["agree", "agreeWithReservation", "object", "abstain", "invited", "attending"];
    const outcome = {
      ...{ decidedAt: null, dueOn: null, reason: null, proposedBy: null, responsible: [] },
      ...{ positions: [], versions: [{ number: 1 }] },
      status: expect.stringMatching(/^(AGREED|FOLLOWED_UP)$/),
      decision: { method: "RECORDED", ...Object.fromEntries(unknown.map((name) => [name, null])) },
    };
    expect(deliberations.nodes).toHaveLength(cases.deliberations.length);
    for (const { outcomes, ...own } of deliberations.nodes) {
      expect(own).toEqual({
        ...{ status: "CLOSED", recorded: true, summary: null, agenda: [] },
        // Who attended, and nothing more of it.
        invitations: (own.invitations as Row[]).map(() => ({
          ...{ isPresent: false, delegates: [], attendance: [] },
        })),
        ...{ quorum: null, minutes: { acknowledgements: [] } },
      });
      const { nodes } = outcomes as List<Row>;
      for (const node of nodes) expect(node).toEqual(outcome);
    }
  });

  it("shows every source who published it, when, and what about", async () => {
    const fields = "nodes { sources { key publisher date note } }";
    const answer = await hub.visitor.data<Record<string, List<{ sources: Keyed[] }>>>(`{
      organisations(first: 200) { ${fields} } programmes(first: 200) { ${fields} }
      areas(first: 200) { ${fields} } actionPlans(first: 200) { ${fields} }
      deliberations(first: 200) { ${fields} } }`);
    const shown = Object.values(answer).flatMap(({ nodes }) => nodes.flatMap((n) => n.sources));
    const expected = Object.entries(cases.sources).map(([key, { publisher, date, about }]) => ({
      ...{ key, publisher, date, note: about },
    }));
    expect(shown.length).toBeGreaterThan(50);
    for (const source of shown) expect(expected).toContainEqual(source);
  });

  it("has a user for every role in every organisation, and nobody else", async () => {
    const roles = ["admin", "coordinator", "contributor", "viewer"];
    const expected = cases.organisations.flatMap(({ key, sector }) =>
      [...roles, ...(sector === "UNIVERSITY" ? ["assessor"] : [])].map((role) => ({ key, role })),
    );
    for (const { key, role } of expected) {
      const person = await hub.as(`${role}@${key}.example`);
      const { viewer } = await person.data<{ viewer: Row }>(`{ viewer {
        operator user { name } memberships { roles organisation { key } } } }`);
      const memberships = [{ roles: [role.toUpperCase()], organisation: { key } }];
      expect(viewer).toEqual({ operator: false, user: { name: null }, memberships });
    }
    const { rows } = await hub.sql.query("select count(*)::int as users from user_account");
    expect(rows).toEqual([{ users: expected.length }]);
  });

  it("knows the platform's operator by the token alone", async () => {
    const operator = await hub.operator;
    const { viewer } = await operator.data<{ viewer: Row }>(
      "{ viewer { operator user { id } memberships { roles } } }",
    );
    expect(viewer).toEqual({ operator: true, user: null, memberships: [] });
  });
});
