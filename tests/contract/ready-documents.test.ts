import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import manifest from "../../schema/typed/persisted-documents.json" with { type: "json" };
import {
  graphcacheKeys,
  graphcacheKeysTypes,
  memberNames,
  possibleTypes,
  viewParts,
} from "../../src/app/client-files.js";
import { hubSchema } from "../../src/app/schema.js";
import { projectFolder } from "../../src/app/store.js";
import { schema } from "../testkit/hub/index.js";

const folder = join(projectFolder(), "schema");
const files = readdirSync(join(folder, "operations"));
const documents = files.map((file) => ({
  file,
  document: parse(readFileSync(join(folder, "operations", file), "utf8")),
}));

const fragments = new Map(
  documents
    .flatMap(({ document }) => document.definitions)
    .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
    .map((fragment) => [fragment.name.value, fragment]),
);

/** The fields of a selection, those of its fragments included. */
const fieldsOf = (set: SelectionSetNode | undefined): FieldNode[] =>
  (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet);
    return fieldsOf(fragments.get(selection.name.value)?.selectionSet);
  });

const isTypeName = ({ name }: FieldNode): boolean => name.value === "__typename";

const namesOf = (set: SelectionSetNode | undefined): string[] =>
  fieldsOf(set).map(({ name }) => name.value);

const below = (field: FieldNode, name: string): SelectionSetNode | undefined =>
  fieldsOf(field.selectionSet).find((one) => one.name.value === name)?.selectionSet;

/** What no cache can use in a document, by place. */
function faultsOf(file: string, text: DocumentNode): string[] {
  const faults: string[] = [];
  const info = new TypeInfo(schema);
  const lacks = (node: { loc?: { startToken: { line: number } } | undefined }, what: string) =>
    faults.push(`${file}:${node.loc?.startToken.line} lacks ${what}`);
  const SelectionSet = (set: SelectionSetNode) => {
    const type = getNamedType(info.getParentType());
    const isNode = isObjectType(type) && type.getInterfaces().some(({ name }) => name === "Node");
    if (isNode && !namesOf(set).includes("id")) lacks(set, "id");
  };
  const Field = (field: FieldNode) => {
    if (!field.arguments?.some(({ name }) => name.value === "after")) return;
    if (!isObjectType(getNamedType(info.getType())) || !below(field, "pageInfo")) return;
    const edges = namesOf(below(field, "edges"));
    if (!edges.includes("cursor") || !edges.includes("node")) lacks(field, "edges");
    const page = namesOf(below(field, "pageInfo"));
    if (!page.includes("hasNextPage") || !page.includes("endCursor")) lacks(field, "pageInfo");
  };
  visit(text, visitWithTypeInfo(info, { SelectionSet, Field }));
  return faults;
}

describe("The ready documents", () => {
  it.each(documents)(
    "of $file name each node by its id, and page by edges",
    ({ file, document }) => {
      expect(faultsOf(file, document)).toEqual([]);
    },
  );

  it("are found wanting where they do not", () => {
    const text = `query Wanting($after: String) {
      programmes(after: $after) { nodes { key } pageInfo { hasNextPage } } }`;
    expect(faultsOf("file", parse(text))).toEqual([
      "file:2 lacks edges",
      "file:2 lacks pageInfo",
      "file:2 lacks id",
    ]);
  });

  it("have each type's name in the manifest, which a client cannot add to a document's id", () => {
    const bare = Object.values(manifest).filter((text) => {
      let isBare = false;
      visit(parse(text), {
        Field({ selectionSet }) {
          if (selectionSet && !fieldsOf(selectionSet).some(isTypeName)) isBare = true;
        },
      });
      return isBare;
    });
    expect(bare).toEqual([]);
  });
});

describe("What the caches of clients know of the schema", () => {
  const written = (name: string) => readFileSync(join(folder, "clients", name), "utf8");

  it("is fresh: run `npm run generate` after changing a type", async () => {
    expect(written("graphcache-keys.js")).toBe(graphcacheKeys(schema));
    expect(written("graphcache-keys.d.ts")).toBe(graphcacheKeysTypes);
    expect(written("possible-types.json")).toBe(possibleTypes(schema));
    // In the order of the classes, which the schema's text does not have.
    const made = await hubSchema();
    expect(written("member-names.json")).toBe(memberNames(made));
    expect(written("view-parts.json")).toBe(viewParts(made));
  });
});
