import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  buildClientSchema,
  type GraphQLScalarType,
  getIntrospectionQuery,
  type IntrospectionQuery,
  isEnumType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from "graphql";
import { schemaText } from "../../src/app/schema-text.js";
import { projectFolder } from "../../src/app/store.js";
import { schema, TestHub } from "../testkit/hub/index.js";

const run = promisify(execFile);
const folder = projectFolder();

describe("the contract", () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await TestHub.start("regions");
  });
  afterAll(() => hub.stop());

  it("is committed as the hub emits it: run `npm run generate` after changing a type", async () => {
    const introspection = await hub.visitor.data<IntrospectionQuery>(
      getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true }),
    );
    const emitted = schemaText(buildClientSchema(introspection));
    const committed = await readFile(join(folder, "schema", "schema.graphql"), "utf8");
    expect(emitted).toBe(committed);
  });

  it("has typed documents that are fresh: run `npm run generate` after changing a document", async () => {
    const codegen = join(folder, "node_modules", ".bin", "graphql-codegen");
    const checked = run(codegen, ["--config", "codegen.ts", "--check"], { cwd: folder });
    await expect(checked).resolves.toBeDefined();
  });

  it("has a field `id` on every node, and on nothing else: caches take it for an identity", () => {
    const types = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) || isInterfaceType(type),
    );
    const isNode = (type: (typeof types)[number]) =>
      type.name === "Node" || type.getInterfaces().some(({ name }) => name === "Node");
    const withId = types.filter((type) => "id" in type.getFields());
    expect(withId.map(({ name }) => name)).toEqual(types.filter(isNode).map(({ name }) => name));
    expect(new Set(withId.map((type) => String(type.getFields().id?.type)))).toEqual(
      new Set(["ID!"]),
    );
  });

  it("names the standard of each of its own scalars", () => {
    const own = Object.values(schema.getTypeMap()).filter(
      (type) => isScalarType(type) && !isSpecifiedScalarType(type),
    ) as GraphQLScalarType[];
    expect(own.length).toBeGreaterThan(5);
    for (const { name, specifiedByURL } of own) {
      const url = URL.canParse(specifiedByURL ?? "") ? new URL(specifiedByURL ?? "") : undefined;
      expect([name, url?.protocol]).toEqual([name, "https:"]);
    }
  });

  it("is served as it is committed, and not again to a client that has it", async () => {
    const committed = await readFile(join(folder, "schema", "schema.graphql"), "utf8");
    const address = new URL("/schema.graphql", hub.url);
    const served = await fetch(address);
    expect(served.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await served.text()).toBe(committed);
    const tag = served.headers.get("etag") ?? "";
    const head = await fetch(address, { method: "HEAD" });
    expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([200, tag, ""]);
    const again = await fetch(address, { headers: { "if-none-match": tag } });
    expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, tag, ""]);
    const changed = await fetch(address, { headers: { "if-none-match": 'W/"another"' } });
    expect(changed.status).toBe(200);
  });

  it("describes every type, field, argument and enum value", async () => {
    const introspection = await hub.visitor.data<IntrospectionQuery>(
      getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true }),
    );
    const types = Object.values(buildClientSchema(introspection).getTypeMap());
    const silent: string[] = [];
    const note = (path: string, { description }: { description?: string | null | undefined }) => {
      if (!description) silent.push(path);
    };
    for (const type of types) {
      if (type.name.startsWith("__") || isSpecifiedScalarType(type)) continue;
      note(type.name, type);
      if (isEnumType(type)) for (const v of type.getValues()) note(`${type.name}.${v.name}`, v);
      if (!("getFields" in type)) continue;
      for (const field of Object.values(type.getFields())) {
        note(`${type.name}.${field.name}`, field);
        for (const arg of "args" in field ? field.args : []) {
          note(`${type.name}.${field.name}(${arg.name})`, arg);
        }
      }
    }
    expect(silent).toEqual([]);
  });
});
