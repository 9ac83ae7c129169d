import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  buildSchema,
  getOperationAST,
  Kind,
  parse,
  type ValueNode,
  valueFromASTUntyped,
} from "graphql";
import { costOf, fragmentsOf, overShape, shapeOf } from "../../src/app/limits/index.js";
import { projectFolder } from "../../src/app/store.js";
import { configOf, sdl, startTinyHub, type TinyHub } from "../testkit/protocol/tiny-hub.js";

const schema = buildSchema(sdl);

function cost(source: string, variables: Record<string, unknown> = {}): number {
  const document = parse(source);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("the document must have one operation");
  return costOf(schema, fragmentsOf(document), operation, variables);
}

/** Fragments that each spread the next one `times` times, below a field of their own. */
function bomb(levels: number, times: number): string {
  const spreads = (level: number) =>
    Array.from({ length: times }, (_, at) => `a${at}: lead { ...F${level} }`).join(" ");
  const fragments = Array.from(
    { length: levels },
    (_, level) =>
      `fragment F${level} on Plan { ${level + 1 < levels ? spreads(level + 1) : "id"} }`,
  );
  return `{ plans(first: 1) { nodes { ...F0 } } } ${fragments.join(" ")}`;
}

const nested = (levels: number): string =>
  `{ plans { nodes { ${"lead { ".repeat(levels)} id ${"} ".repeat(levels)} } } }`;

describe("The shape of a document", () => {
  it("counts nested fields, and neither fragments nor introspection, as depth", () => {
    expect(shapeOf(parse("{ hello }")).depth).toBe(1);
    expect(
      shapeOf(
        parse("{ plans { ... on PlanConnection { nodes { ...F } } } } fragment F on Plan { id }"),
      ).depth,
    ).toBe(3);
    expect(shapeOf(parse("{ __schema { types { fields { name } } } }")).depth).toBe(0);
    expect(shapeOf(parse(nested(10))).depth).toBe(13);
  });

  it("counts aliases as they are written, a fragment's once", () => {
    const document = parse(
      "{ a: hello hello: hello plans { nodes { ...F parts { ...F } } } } fragment F on Plan { b: id c: title }",
    );
    expect(shapeOf(document).aliases).toBe(3);
  });

  it("spreads fragments out for breadth and selections", () => {
    const document = parse(
      "{ ...F ...F hello } fragment F on Query { language plans { nodes { id title } } }",
    );
    expect(shapeOf(document)).toEqual({
      depth: 3,
      aliases: 0,
      breadth: 5,
      rootFields: 5,
      selections: 11,
    });
  });

  it("measures fragments that grow exponentially without walking each copy", () => {
    const { selections } = shapeOf(parse(bomb(60, 4)));
    expect(selections).toBeGreaterThan(4 ** 59);
  });

  it("is refused when fragments that spread each other exceed the limit", () => {
    const fragments = Array.from(
      { length: 13 },
      (_, at) => `fragment F${at} on Plan { lead { ...F${at + 1} } parts { ...F${at + 1} } }`,
    );
    const source = `{ plans { nodes { ...F0 } } } ${fragments.join(" ")} fragment F13 on Plan { id }`;
    const refusal = overShape(parse(source), { depth: 20, aliases: 0 });
    const figure = 2 + 2 ** 14 - 2 + 2 ** 13;
    expect(refusal?.extensions).toMatchObject({ measure: "selections", figure, limit: 10_000 });
  });

  it("ends for fragments that spread themselves", () => {
    const document = parse(
      "{ ...F } fragment F on Query { hello ...G } fragment G on Query { ...F }",
    );
    expect(shapeOf(document).selections).toBe(1);
  });
});

describe("The cost of an operation", () => {
  it("is the number of objects that could be returned, page times page", () => {
    expect(cost("{ hello }")).toBe(0);
    expect(cost("{ plans(first: 20) { nodes { id } } }")).toBe(1 + 20);
    expect(cost("{ plans(first: 20) { nodes { id lead { id } } pageInfo { hasNextPage } } }")).toBe(
      1 + 20 * 2 + 1,
    );
    expect(cost("{ plans(first: 20) { edges { node { id } } } }")).toBe(1 + 20 * 2);
    expect(cost("{ plans(first: 20) { nodes { children(last: 5) { nodes { id } } } } }")).toBe(
      1 + 20 * (1 + 1 + 5),
    );
  });

  it("takes pages from variables, defaults and the largest page", () => {
    const document = "query ($n: Int) { plans(first: $n) { nodes { id } } }";
    expect(cost(document, { n: 7 })).toBe(8);
    expect(cost(document)).toBe(51);
    expect(cost(document, { n: null })).toBe(51);
    expect(cost(document, { n: 5000 })).toBe(201);
    expect(cost(document, { n: -3 })).toBe(1);
    expect(cost("{ plans { nodes { id } } }")).toBe(51);
  });

  it("counts unpaged lists, counts, lists by id and mutations at their own rates", () => {
    expect(cost("{ plans(first: 1) { nodes { parts { id } } } }")).toBe(1 + 1 + 10);
    expect(cost("{ plans(first: 0) { totalCount } }")).toBe(1 + 10);
    expect(cost("{ plans(first: 1) { nodes { tags } } }")).toBe(1 + 2);
    expect(cost("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: ["1", "2", "3"] })).toBe(
      3,
    );
    const mutation = `mutation { a: report(input: { id: "1", progress: 1 }) ...F }
      fragment F on Mutation { b: report(input: { id: "2", progress: 1 }) }`;
    expect(cost(mutation)).toBe(20);
  });

  it("counts a fragment once for each page around it", () => {
    const document = `{ a: plans(first: 2) { ...F } b: plans(first: 3) { ...F } }
      fragment F on PlanConnection { nodes { ...G ...G } } fragment G on Plan { lead { id } }`;
    expect(cost(document)).toBe(1 + 2 * 3 + 1 + 3 * 3);
  });

  it("is counted for fragments that grow exponentially without walking each copy", () => {
    expect(cost(bomb(60, 4))).toBeGreaterThan(4 ** 59);
  });

  it("is 0 for introspection", () => {
    expect(cost("{ __schema { types { name } } __typename }")).toBe(0);
  });
});

describe("The default limits", () => {
  const contract = buildSchema(
    readFileSync(join(projectFolder(), "schema/schema.graphql"), "utf8"),
  );
  const folder = join(projectFolder(), "tests/acceptance");
  const { limits } = configOf();

  it.each(readdirSync(folder))("allow the documents of portals and coordinators: %s", (file) => {
    const document = parse(readFileSync(join(folder, file), "utf8"), { maxTokens: limits.tokens });
    expect(overShape(document, limits)).toBeUndefined();
    for (const operation of document.definitions) {
      if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
      const variables = Object.fromEntries(
        (operation.variableDefinitions ?? [])
          .filter(({ defaultValue }) => defaultValue !== undefined)
          .map(({ variable, defaultValue }) => [
            variable.name.value,
            valueFromASTUntyped(defaultValue as ValueNode),
          ]),
      );
      const figure = costOf(contract, fragmentsOf(document), operation, variables);
      expect(figure).toBeGreaterThan(0);
      expect(figure).toBeLessThanOrEqual(limits.cost);
    }
  });
});

describe("A hub with limits", () => {
  let hub: TinyHub;
  beforeAll(async () => {
    hub = await startTinyHub({
      LIMIT_DEPTH: "8",
      LIMIT_COST: "1000",
      LIMIT_ALIASES: "5",
      LIMIT_TOKENS: "900",
    });
  });
  afterAll(() => hub.close());

  const refusals: [string, string, Record<string, unknown>][] = [
    ["depth", nested(9), { measure: "depth", figure: 12, limit: 8 }],
    [
      "cost",
      "{ plans(first: 100) { nodes { parts { id } } } }",
      { measure: "cost", figure: 1101, limit: 1000 },
    ],
    [
      "aliases",
      "{ a: hello b: hello c: hello d: hello e: hello f: hello }",
      { measure: "aliases", figure: 6, limit: 5 },
    ],
    ["tokens", `{ ${"hello ".repeat(1000)} }`, { measure: "tokens", figure: 901, limit: 900 }],
    [
      "root fields",
      `{ ${"hello ".repeat(51)} }`,
      { measure: "root fields", figure: 51, limit: 50 },
    ],
    [
      "breadth",
      `{ plans { nodes { ${"id ".repeat(201)} } } }`,
      { measure: "breadth", figure: 201, limit: 200 },
    ],
  ];
  it.each(refusals)("refuses a document above the limit of its %s", async (_, query, details) => {
    const { status, errors, data } = await hub.ask(query);
    expect({ status, data }).toEqual({ status: 400, data: undefined });
    expect(errors?.[0]?.extensions).toEqual({ code: "QUERY_TOO_COMPLEX", ...details });
  });

  it("refuses a document above a limit before it validates it", async () => {
    const query = `{ plans { nodes { ${"id ".repeat(201)} } nothing } }`;
    const { errors } = await hub.ask(query);
    expect(errors?.map((error) => error.extensions.measure)).toEqual(["breadth"]);
  });

  it("names the exceeded limit in the requester's language", async () => {
    const { errors } = await hub.ask(nested(9), { headers: { "accept-language": "id" } });
    expect(errors?.[0]?.message).toBe("Ukuran dokumen, kedalaman: 12; batasnya 8.");
  });

  it("computes the cost with the operation's variables", async () => {
    const query = "query ($n: Int) { plans(first: $n) { nodes { parts { id } } } }";
    const small = await hub.ask(query, { variables: { n: 90 } });
    expect(small.extensions).toEqual({ cost: 991, position: 42 });
    expect(small.headers.get("rembuk-cost")).toBe("991");
    const large = await hub.ask(query, { variables: { n: 91 } });
    expect(large.errors?.[0]?.extensions).toMatchObject({ measure: "cost", figure: 1002 });
  });
});
