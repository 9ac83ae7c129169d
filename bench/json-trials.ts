import { readFileSync } from "node:fs";
import pg from "pg";
import { openBenchDatabase } from "./bench-database.js";
import { median } from "./statistics.js";

// Ways to get the milestones, contributions and reports of a province's first 400 actions out of Postgres, by the
// CPU of its process and of this one. npm run bench:trials -- 10

/** A value of a list's row: its SQL, and its form in JSON. */
interface Value {
  name: string;
  sql: string;
  form: "text" | "quoted" | "bare";
}

/** A list below an action: the rows of one, and its values. */
interface List {
  rows: string;
  order: string;
  values: readonly Value[];
  /** Where a further row is looked up: its alias and how it is found. */
  organisation?: string;
}

const text = (name: string, sql: string): Value => ({ name, sql, form: "text" });
const quoted = (name: string, sql: string): Value => ({ name, sql, form: "quoted" });
const bare = (name: string, sql: string): Value => ({ name, sql, form: "bare" });
const reportedAt = `to_char(x.reported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const lists: readonly List[] = [
  {
    rows: "select * from milestone where action_id = a.id order by due_on, id limit 1000",
    order: "x.due_on, x.id",
    values: [
      text("title", "x.title"),
      quoted("dueOn", "x.due_on"),
      quoted("completedOn", "x.completed_on"),
    ],
  },
  {
    rows: "select * from contribution where action_id = a.id and visibility = 'PUBLIC' order by created_at, id limit 5",
    order: "x.created_at, x.id",
    values: [
      ...[quoted("kind", "x.kind"), quoted("status", "x.status"), quoted("amount", "x.amount")],
      ...[bare("quantity", "x.quantity"), text("unit", "x.unit")],
    ],
    organisation: "o.id = x.organisation_id",
  },
  {
    rows: "select * from progress_update where action_id = a.id and visibility = 'PUBLIC' order by reported_at desc, id desc limit 3",
    order: "x.reported_at desc, x.id desc",
    values: [
      text("note", "x.note"),
      bare("progress", "x.progress"),
      quoted("reportedAt", reportedAt),
    ],
    organisation: "o.id = x.organisation_id",
  },
];

const actions = `with a as materialized (select row_number() over () as n, a.id from
  (select p.id from action_plan p join area r on r.id = p.area_id where p.visibility = 'PUBLIC'
    and exists (select from unnest(r.region_ids) as c(code) where code > $1 || '.' and code < $1 || '/')
    order by p.starts_on desc, p.id desc limit 20) p
  cross join lateral (select id from action where plan_id = p.id order by stage, id limit 50) a)`;

/** The values of a list with that of the further row, which a subquery looks up. */
const valuesOf = ({ values, organisation }: List): readonly Value[] =>
  organisation
    ? [...values, text("organisation", `(select o.name from organisation o where ${organisation})`)]
    : values;

/** One row for each action, with a column for each list, of whose rows `all` makes one value. */
const aggregated = (all: (list: List) => string): string =>
  `${actions} select a.n, ${lists.map((list) => `(select ${all(list)} from (${list.rows}) x)`).join()} from a`;

const escapedBy =
  (escaped: (sql: string) => string) =>
  ({ sql, form }: Value) => {
    if (form === "text") return `coalesce(${escaped(sql)}, 'null')`;
    if (form === "bare") return `coalesce((${sql})::text, 'null')`;
    return `coalesce('"' || (${sql})::text || '"', 'null')`;
  };

/** Objects of text that `join` makes of keys and values in turn. */
const textual = (escaped: (sql: string) => string, join: (parts: string[]) => string): string =>
  aggregated((list) => {
    const parts = valuesOf(list).flatMap((value, at) => [
      `'${at === 0 ? "{" : ","}"${value.name}":'`,
      escapedBy(escaped)(value),
    ]);
    return `'[' || coalesce(string_agg(${join([...parts, "'}'"])}, ','), '') || ']'`;
  });

const concat = (parts: string[]): string => `concat(${parts.join()})`;
const byJson = (sql: string): string => `to_json(${sql})::text`;
const whereNeeded = (sql: string): string =>
  `case when ${sql} ~ '["\\\\[:cntrl:]]' then to_json(${sql})::text else '"' || ${sql} || '"' end`;

/** The rows of all lists, one after the other; `joined` says how the further row is found. */
const asRows = (joined: (condition: string) => string): string => {
  const width = Math.max(...lists.map((list) => valuesOf(list).length));
  const selected = lists.map(({ values, organisation, rows, order }, at) => {
    const own = values.map(({ sql }) => `(${sql})::text`);
    const all = organisation ? [...own, "o.name::text"] : own;
    const rest = Array.from({ length: width - all.length }, () => "null::text");
    const further = organisation ? joined(organisation) : "";
    return `(select ${at}, a.n, ${[...all, ...rest].join()} from a cross join lateral (${rows}) x ${further} order by a.n, ${order})`;
  });
  return `${actions} ${selected.join(" union all ")}`;
};

/** The ways, by name; `binary` where the answer comes in Postgres' own form. */
const ways: Record<string, { sql: string; binary?: true }> = {
  "no values: the rows are counted": { sql: aggregated(() => "count(*)") },
  "json_build_object, json_agg": {
    sql: aggregated((list) => {
      const members = valuesOf(list).map(({ name, sql }) => `'${name}', ${sql}`);
      return `json_agg(json_build_object(${members.join()}))`;
    }),
  },
  "json_agg of rows": {
    sql: `${actions} select a.n, ${lists
      .map((list) => {
        const columns = valuesOf(list).map(({ name, sql }) => `${sql} as "${name}"`);
        return `(select json_agg(y) from (select ${columns.join()} from (${list.rows}) x) y)`;
      })
      .join()} from a`,
  },
  "concat, to_json of texts": { sql: textual(byJson, concat) },
  "||, to_json of texts": { sql: textual(byJson, (parts) => parts.join(" || ")) },
  "format, to_json of texts": {
    sql: textual(byJson, (parts) => `format('${"%s".repeat(parts.length)}', ${parts.join()})`),
  },
  "concat, json_scalar of texts": { sql: textual((sql) => `json_scalar(${sql})::text`, concat) },
  "concat, to_json where a text needs it": { sql: textual(whereNeeded, concat) },
  "concat without keys and escapes": {
    sql: aggregated((list) => {
      const values = valuesOf(list).map(({ sql }) => sql);
      return `string_agg(concat_ws(E'\\x1f', ${values.join()}), E'\\x1e')`;
    }),
  },
  "an array of each column, binary": {
    sql: aggregated(
      (list) =>
        `row(${valuesOf(list)
          .map(({ sql }) => `array_agg(${sql})`)
          .join()})`,
    ),
    binary: true,
  },
  "an array of records, binary": {
    sql: aggregated(
      (list) =>
        `array_agg(row(${valuesOf(list)
          .map(({ sql }) => sql)
          .join()}))`,
    ),
    binary: true,
  },
  "grouped joins, one string_agg a level": {
    sql: `${actions} select ${lists
      .map(({ values, organisation, rows, order }) => {
        const all = organisation ? [...values, text("organisation", "o.name")] : values;
        const made = concat(all.map(escapedBy(byJson)));
        const further = organisation ? `left join organisation o on ${organisation}` : "";
        return `(select array_agg(made) from (select a.n, string_agg(${made}, ',' order by ${order}) as made
          from a cross join lateral (${rows}) x ${further} group by a.n) g)`;
      })
      .join()}`,
  },
  "rows, the further row by a join": { sql: asRows((on) => `left join organisation o on ${on}`) },
  "rows, the further row by a look-up": {
    sql: asRows(
      (on) => `left join lateral (select o.* from organisation o where ${on} offset 0) o on true`,
    ),
  },
};

/** The CPU time of a process in milliseconds. */
const cpuOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;

const kept = { getTypeParser: () => (value: unknown) => value };

/** Runs a way for every province in turn with the others, and prints the medians. */
async function measure(url: string, rounds: number): Promise<void> {
  const options = "-c plan_cache_mode=force_generic_plan -c jit=off -c timezone=UTC";
  const clients = Object.keys(ways).map(() => new pg.Client({ connectionString: url, options }));
  await Promise.all(clients.map((client) => client.connect()));
  const regions = await clients[0]?.query<{ code: string }>(
    "select code from region where level = 'PROVINCE' order by md5(code) limit 8",
  );
  const measured = await Promise.all(
    Object.entries(ways).map(async ([name, { sql, binary }], at) => {
      const client = clients[at] as pg.Client;
      const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
      const query = { name: "way", text: sql, rowMode: "array" as const, types: kept, binary };
      return {
        name,
        client,
        pid: rows[0]?.pid ?? 0,
        query,
        postgres: [] as number[],
        own: [] as number[],
      };
    }),
  );
  for (let round = -1; round < rounds; round += 1) {
    for (const { code } of regions?.rows ?? []) {
      for (const { client, pid, query, postgres, own } of measured) {
        const [before, used] = [cpuOf(pid), process.cpuUsage()];
        await client.query({ ...query, values: [code] } as pg.QueryArrayConfig);
        const { user, system } = process.cpuUsage(used);
        if (round < 0) continue;
        postgres.push(cpuOf(pid) - before);
        own.push((user + system) / 1000);
      }
    }
  }
  for (const { name, postgres, own } of measured) {
    console.log(`| ${name} | ${median(postgres).toFixed(1)} | ${median(own).toFixed(1)} |`);
  }
  await Promise.all(clients.map((client) => client.end()));
}

const database = await openBenchDatabase();
try {
  console.log("| way | Postgres CPU ms | reader's CPU ms |\n| --- | --- | --- |");
  await measure(database.url, Number(process.argv[2] ?? 10));
} finally {
  await database.close();
}
