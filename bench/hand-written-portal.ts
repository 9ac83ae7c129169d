import { isOverdue, lead, pageMembers, participants, planPages, shownPlans } from "./plan-parts.js";
import { instant, shown } from "./sql-parts.js";
import { bare, object, quoted, text, textList, translated } from "./text-parts.js";

// The portal's view as rows: of its 3,600 rows Postgres would make JSON at a greater cost than this program.
// Each section has its own columns. A section comes before that of the rows around it.

/** A row: its section, the number of the row around it, and values as texts. */
export type PortalRow = [section: string, around: string, ...values: (string | null)[]];

const width = 7;

const section = (
  at: number,
  around: string,
  values: readonly string[],
  rows: string,
  order: string,
): string => {
  const columns = Array.from({ length: width }, (_, n) => `(${values[n] ?? "null"})::text`);
  return `(select '${at}', ${around}::text, ${columns.join()} from ${rows} order by ${order})`;
};

/** A row of an organisation, found by its key: a join might read the whole table. */
const organisation = (id: string): string =>
  `left join lateral (select name from organisation where id = ${id} offset 0) o on true`;

const milestones = section(
  0,
  "ac.m",
  ["m.title", "m.due_on", "m.completed_on"],
  "ac join milestone m on m.action_id = ac.id",
  "ac.m, m.due_on, m.id",
);

const contributions = section(
  1,
  "ac.m",
  ["c.kind", "c.status", "c.amount", "c.quantity", "c.unit", "o.name"],
  `ac cross join lateral (select * from contribution where action_id = ac.id and visibility = 'PUBLIC'
    order by created_at, id limit 5) c ${organisation("c.organisation_id")}`,
  "ac.m, c.created_at, c.id",
);

const reports = section(
  2,
  "ac.m",
  ["u.note", "u.progress", instant("u.reported_at"), "o.name"],
  `ac cross join lateral (select * from progress_update where action_id = ac.id and visibility = 'PUBLIC'
    order by reported_at desc, id desc limit 3) u ${organisation("u.organisation_id")}`,
  "ac.m, u.reported_at desc, u.id desc",
);

const actions = section(
  3,
  "ac.n",
  [
    ...["ac.m", "ac.id", shown("ac.title_text"), "ac.stage", "ac.status"],
    ...[`concat(ac.progress, ',"isOverdue":', (${isOverdue})::text)`, "o.name"],
  ],
  `ac ${organisation("ac.lead_id")}`,
  "ac.m",
);

const area = object({
  key: text("a.key"),
  name: text(shown("a.name_text")),
  theme: text("a.theme"),
  characters: "to_json(a.characters)",
  regions: `(select ${textList(
    object({ code: text("r.code"), name: text("r.name"), level: quoted("r.level") }),
    "part.at",
  )} from unnest(a.region_ids) with ordinality as part(code, at) join region r on r.code = part.code)`,
});

/** Of a page's plans there are few: their own fields are JSON of Postgres. */
const planFields = object({
  id: quoted("p.id"),
  title: text(shown("p.title_text")),
  status: quoted("p.status"),
  startsOn: quoted("p.starts_on"),
  endsOn: quoted("p.ends_on"),
  version: bare("p.version"),
  programme: object({
    key: text("pr.key"),
    name: translated("pr.name"),
    legalBasis: text("pr.legal_basis"),
  }),
  area,
  lead,
  participants,
  sources: `(select ${textList(
    object({ publisher: text("s->>'publisher'"), date: text("s->>'date'") }),
    "at",
  )} from jsonb_array_elements(p.sources) with ordinality as source(s, at))`,
});

const plans = section(
  4,
  "shown.n",
  [planFields, "(select count(*) from action where plan_id = p.id)"],
  shownPlans,
  "shown.n",
);

const page = section(5, "0", [object(pageMembers)], "(select 1) one", "1");

/** The statement: sections of rows, one after the other. */
export const portalRows = `with ${planPages}, ac as materialized (
  select row_number() over () as m, shown.n, ac.* from shown cross join lateral (
    select * from action where plan_id = shown.id order by stage, id limit 50) ac
)
${[milestones, contributions, reports, actions, plans, page].join("\nunion all\n")}`;

const quote = (value: string | null | undefined): string => (value == null ? "null" : `"${value}"`);
const escaped = (value: string | null | undefined): string => JSON.stringify(value ?? null);

/** The items of lists, joined, by the number of the row around them. */
class Lists {
  private readonly texts: (string | undefined)[] = [];

  add(around: number, item: string): void {
    const known = this.texts[around];
    this.texts[around] = known === undefined ? item : `${known},${item}`;
  }

  of(around: number): string {
    return `[${this.texts[around] ?? ""}]`;
  }
}

/** The answer's text, of the statement's rows. */
export function portalText(rows: readonly PortalRow[]): string {
  const sections = Array.from({ length: 5 }, () => new Lists());
  const [milestone, contribution, report, action, plan] = sections as [
    ...[Lists, Lists, Lists, Lists, Lists],
  ];
  const named = (name: string | null | undefined) => `{"name":${escaped(name)}}`;
  const writers: ((m: number, values: (string | null)[]) => string)[] = [
    (_, [title, due, done]) =>
      `{"title":${escaped(title)},"dueOn":${quote(due)},"completedOn":${quote(done)}}`,
    (_, [kind, status, amount, quantity, unit, name]) =>
      `{"kind":"${kind}","status":"${status}","amount":${quote(amount)},"quantity":${quantity},"unit":${escaped(unit)},"organisation":${named(name)}}`,
    (_, [note, progress, at, name]) =>
      `{"note":${escaped(note)},"progress":${progress},"reportedAt":"${at}","reportedBy":{"organisation":${named(name)}}}`,
    (_, [number, id, title, stage, status, progress, name]) => {
      const m = Number(number);
      return `{"id":"${id}","title":${escaped(title)},"stage":"${stage}","status":"${status}","progress":${progress},"lead":${name == null ? "null" : named(name)},"milestones":${milestone.of(m)},"contributions":{"nodes":${contribution.of(m)}},"progressUpdates":{"nodes":${report.of(m)}}}`;
    },
    (n, [fields, count]) =>
      `${fields?.slice(0, -1)},"actions":{"totalCount":${count},"nodes":${action.of(n)}}}`,
  ];
  let members = "";
  for (const [at, around, ...values] of rows) {
    const write = writers[Number(at)];
    const into = sections[Number(at)];
    if (!write || !into) members = String(values[0]).slice(1, -1);
    else into.add(into === plan ? 0 : Number(around), write(Number(around), values));
  }
  return `{"data":{"actionPlans":{${members},"nodes":${plan.of(0)}}}}`;
}
