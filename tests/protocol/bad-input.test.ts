import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type ShownError, startTinyHub, type TinyHub } from "../testkit/protocol/tiny-hub.js";

const report = "mutation ($input: ReportInput!) { report(input: $input) }";
const json = { "content-type": "application/json" };
const indonesian = { "accept-language": "id" };

const fieldsOf = (errors: ShownError[] | undefined) => errors?.[0]?.extensions.fields;
const pathsOf = (errors: ShownError[] | undefined) => fieldsOf(errors)?.map(({ path }) => path);

describe("Bad input", () => {
  let hub: TinyHub;
  beforeAll(async () => {
    hub = await startTinyHub();
  });
  afterAll(() => hub.close());

  it("in variables is reported with the path of every fault at once, and nothing is executed", async () => {
    const input = {
      progress: 1.5,
      amount: "1,5",
      status: "DONE",
      colour: "red",
      milestones: [{ title: "a" }, { dueOn: 5 }],
    };
    const { status, errors, data } = await hub.ask(report, { variables: { input } });
    expect({ status, data, count: errors?.length }).toEqual({
      status: 400,
      data: undefined,
      count: 1,
    });
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect(fieldsOf(errors)).toEqual([
      { path: "input.id", message: 'Field "id" of required type "ID!" was not provided.' },
      { path: "input.progress", message: "Int cannot represent non-integer value: 1.5" },
      {
        path: "input.amount",
        message: "must be whole rupiah as a decimal string, 0 to 999999999999999999",
      },
      { path: "input.status", message: 'Value "DONE" does not exist in "Status" enum.' },
      {
        path: "input.milestones.1.title",
        message: 'Field "title" of required type "String!" was not provided.',
      },
      {
        path: "input.milestones.1.dueOn",
        message: "String cannot represent a non string value: 5",
      },
      { path: "input.colour", message: 'Field "colour" is not defined by type "ReportInput".' },
    ]);
    expect(hub.seen.reported).toBe(0);
  });

  it("is reported in Indonesian to a requester who prefers it", async () => {
    const input = {
      id: "1",
      progress: "x",
      amount: "-1",
      status: 5,
      milestones: [null],
      colour: 1,
    };
    const { errors } = await hub.ask(report, { variables: { input }, headers: indonesian });
    expect(fieldsOf(errors)).toEqual([
      { path: "input.progress", message: 'Nilai "x" tidak cocok dengan tipe "Int".' },
      {
        path: "input.amount",
        message: "harus berupa rupiah bulat dalam teks desimal, 0 sampai 999999999999999999",
      },
      { path: "input.status", message: 'Nilai 5 bukan anggota enum "Status".' },
      { path: "input.milestones.0", message: 'Nilai bertipe "MilestoneInput!" tidak boleh null.' },
      { path: "input.colour", message: 'Isian ini tidak dikenal pada tipe "ReportInput".' },
    ]);
  });

  it.each([
    [{}, 'Variable of required type "ReportInput!" was not provided.'],
    [{ input: null }, 'Expected non-nullable type "ReportInput!" not to be null.'],
    [{ input: [1] }, 'Expected type "ReportInput" to be an object.'],
  ])(
    "in a variable as such, as %j, is reported at the variable's name",
    async (variables, message) => {
      const { errors } = await hub.ask(report, { variables });
      expect(fieldsOf(errors)).toEqual([{ path: "input", message }]);
    },
  );

  it("in literals of the document is reported with the same paths, every fault at once", async () => {
    const query = `{
      plans(where: { status: { eq: DONE, in: [PLANNED, 5] }, title: 5, colour: 1 }, first: "x") { totalCount }
      hello(name: null) money(amount: "1.5")
    }`;
    const { status, errors } = await hub.ask(query);
    expect({ status, count: errors?.length }).toEqual({ status: 400, count: 1 });
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect(errors?.[0]?.locations).toHaveLength(7);
    expect(fieldsOf(errors)).toEqual([
      { path: "where.status.eq", message: 'Value "DONE" does not exist in "Status" enum.' },
      { path: "where.status.in.1", message: 'Enum "Status" cannot represent non-enum value: 5.' },
      { path: "where.title", message: "String cannot represent a non string value: 5" },
      { path: "where.colour", message: 'Field "colour" is not defined by type "PlanFilter".' },
      { path: "first", message: 'Int cannot represent non-integer value: "x"' },
      { path: "name", message: 'Expected non-nullable type "String!" not to be null.' },
      {
        path: "amount",
        message: "must be whole rupiah as a decimal string, 0 to 999999999999999999",
      },
    ]);
  });

  it("in literals is reported the same when the document is sent again", async () => {
    const query = 'mutation { report(input: { progress: 1, milestones: [{ title: "a" }, {}] }) }';
    const first = await hub.ask(query);
    const second = await hub.ask(query);
    expect(pathsOf(first.errors)).toEqual(["input.id", "input.milestones.1.title"]);
    expect(second.errors).toEqual(first.errors);
  });

  it("in a variable's default is reported at the variable's name", async () => {
    const query = 'query ($first: Int = "x") { plans(first: $first) { totalCount } }';
    expect(pathsOf((await hub.ask(query)).errors)).toEqual(["first"]);
  });

  it("in a variable whose null only execution finds is reported at the argument", async () => {
    const query = 'query ($name: String = "a") { hello(name: $name) }';
    const { errors, data } = await hub.ask(query, { variables: { name: null } });
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect(pathsOf(errors)).toEqual(["name"]);
  });

  it("with NUL characters or lone surrogates is refused at any depth", async () => {
    const input = { id: "a\u0000", progress: 1, milestones: [{ title: "\ud800" }], "\u0000": 1 };
    const { errors } = await hub.ask(report, { variables: { input, unused: ["ok", "\u0000"] } });
    expect(fieldsOf(errors)).toEqual([
      { path: "input.id", message: "must not contain the NUL character (U+0000)" },
      {
        path: "input.milestones.0.title",
        message: "must be well-formed Unicode: it contains a lone surrogate",
      },
      { path: "input.\u0000", message: "must not contain the NUL character (U+0000)" },
      { path: "unused.1", message: "must not contain the NUL character (U+0000)" },
    ]);
    const literal = await hub.ask(
      '{ plans(where: { title: "a\\u0000b" }) { totalCount } hello(name: "\u0000") }',
    );
    expect(pathsOf(literal.errors)).toEqual(["where.title", "name"]);
    expect((await hub.ask('{ hello(name: "pèpès 🐟") }')).data?.hello).toBe("hello pèpès 🐟 kept");
  });

  it("nested too deeply is refused, in variables and in literals", async () => {
    const deep = `${'{"and":['.repeat(100_000)}{}${"]}".repeat(100_000)}`;
    const query = "query ($where: PlanFilter) { plans(where: $where) { totalCount } }";
    const body = `{ "query": ${JSON.stringify(query)}, "variables": { "where": ${deep} } }`;
    const response = await fetch(hub.url, { method: "POST", headers: json, body });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: ShownError[] };
    expect(fieldsOf(errors)?.[0]?.message).toBe("must not be nested deeper than 32 levels");
    const literal = `{ plans(where: ${"{and:[".repeat(300)}{}${"]}".repeat(300)}) { totalCount } }`;
    const faults = fieldsOf((await hub.ask(literal)).errors);
    expect(faults?.[0]?.message).toBe("must not be nested deeper than 32 levels");
  });

  it("quotes at most a part of a value of a megabyte, and lists at most a hundred faults", async () => {
    const variables = { input: { id: "1", progress: 1, status: "x".repeat(1_000_000) } };
    const long = await hub.ask(report, { variables });
    expect(pathsOf(long.errors)).toEqual(["input.status"]);
    expect(JSON.stringify(long.errors).length).toBeLessThan(1500);
    const milestones = Array.from({ length: 5000 }, () => ({ title: 5 }));
    const many = await hub.ask(report, {
      variables: { input: { id: "1", progress: 1, milestones } },
    });
    expect(fieldsOf(many.errors)).toHaveLength(100);
  });

  it("found by class-validator is reported with the argument's name and in both languages", async () => {
    const variables = { input: { id: "1", progress: 1, note: "too long" } };
    const english = await hub.ask(report, { variables });
    expect(english.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect(english.errors?.[0]?.path).toEqual(["report"]);
    expect(fieldsOf(english.errors)).toEqual([
      { path: "input.note", message: "must be shorter than or equal to 500 characters" },
      { path: "input.milestones.0.title", message: "should not be empty" },
    ]);
    const translated = await hub.ask(report, { variables, headers: indonesian });
    expect(fieldsOf(translated.errors)).toEqual([
      { path: "input.note", message: "paling banyak 500 karakter" },
      { path: "input.milestones.0.title", message: "tidak boleh kosong" },
    ]);
  });

  it("in the operation's name is reported", async () => {
    const query = "query A { hello } query B { language }";
    expect(pathsOf((await hub.ask(query)).errors)).toEqual(["operationName"]);
    expect(pathsOf((await hub.ask(query, { operationName: "C" })).errors)).toEqual([
      "operationName",
    ]);
    expect((await hub.ask(query, { operationName: "B" })).data).toEqual({ language: "en" });
  });

  it("suggests names of the schema only where introspection is on", async () => {
    const closed = await startTinyHub({ INTROSPECTION: "off" });
    const misspelt = "{ helo plans(where: { titel: 1 }) { totalCount } }";
    const variables = { input: { id: "1", progress: 1, status: "PLANED" } };
    const open = await hub.ask(misspelt);
    expect(JSON.stringify(open.errors)).toMatch(/Did you mean/);
    expect(JSON.stringify((await hub.ask(report, { variables })).errors)).toMatch(/Did you mean/);
    expect(JSON.stringify((await closed.ask(misspelt)).errors)).not.toMatch(/Did you mean/);
    expect(JSON.stringify((await closed.ask(report, { variables })).errors)).not.toMatch(
      /Did you mean/,
    );
    const asked = await closed.ask("{ __schema { types { name } } }");
    expect(asked.errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
    expect((await hub.ask("{ __schema { queryType { name } } }")).errors).toBeUndefined();
    await closed.close();
  });
});
