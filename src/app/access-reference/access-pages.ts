import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import { replacedBetween } from "../../platform/between-lines.js";
import {
  allNouns,
  isReference,
  type NounDefinition,
  nounNamed,
  seenByAll,
} from "../../reading/index.js";
import {
  addresses,
  leftOutOfChanges,
  madeFields,
  makings,
  otherRoots,
  streams,
} from "./decisions.js";
import { audienceOf, ruleOf, UndecidedAccess } from "./field-rules.js";

// The page of who may read which field, as Markdown: every type of the schema has a section on it, and
// every field of it a row.

type Field = GraphQLField<unknown, unknown>;

const row = (...cells: string[]): string => `| ${cells.join(" | ")} |`;
const table = (head: string[], rows: string[]): string[] =>
  rows.length === 0 ? [] : [row(...head), row(...head.map(() => "---")), ...rows, ""];

const byName = <T extends { name: string }>(some: readonly T[]): T[] =>
  some.toSorted((one, other) => (one.name < other.name ? -1 : 1));

/** The noun whose rows a field of a root shows. */
const shownNoun = ({ type }: Field): NounDefinition | undefined =>
  nounNamed(getNamedType(type).name.replace(/Connection$/, ""));

function rootRule(field: Field): string {
  const noun = shownNoun(field);
  const rule =
    otherRoots[field.name] ?? (noun && `The ${link(noun.name)} rows that the viewer sees.`);
  if (!rule) throw new UndecidedAccess(`Nobody decided who may read the root field ${field.name}`);
  return rule;
}

function streamRule({ name }: Field): string {
  const rule = streams[name];
  if (!rule) throw new UndecidedAccess(`Nobody decided who may follow the stream ${name}`);
  return rule;
}

const link = (name: string): string => `[${name}](#${name.toLowerCase()})`;

const fieldsOf = (schema: GraphQLSchema, name: string): Field[] => {
  const type = schema.getType(name);
  return isObjectType(type) ? byName(Object.values(type.getFields())) : [];
};

function nounSection(schema: GraphQLSchema, noun: NounDefinition): string[] {
  const rows = fieldsOf(schema, noun.name).map(({ name }) => {
    const field = noun.fields.get(name);
    if (!field) throw new UndecidedAccess(`The dictionary does not know ${noun.name}.${name}`);
    return row(`\`${name}\``, ruleOf(noun, field));
  });
  const left = noun.hiddenInChanges.map((field) => {
    const reason = leftOutOfChanges[`${noun.name}.${field}`];
    if (!reason)
      throw new UndecidedAccess(`Nobody says why changes leave out ${noun.name}.${field}`);
    return `Its changes leave out \`${field}\`: ${reason}.`;
  });
  return [
    `### ${noun.name}`,
    "",
    `The row: ${audienceOf(noun)}`,
    "",
    ...left.flatMap((line) => [line, ""]),
    ...table(["Field", "Who may read it"], rows),
  ];
}

/** The types that show a part of what another field shows, or what a mutation did. */
function otherTypes(schema: GraphQLSchema): { name: string; rule: string }[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const payloads = new Set(
    Object.values(schema.getMutationType()?.getFields() ?? {}).map(({ type }) =>
      getNamedType(type),
    ),
  );
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    const { name } = type;
    if (!(isObjectType(type) || isInterfaceType(type)) || name.startsWith("__")) return [];
    if (nounNamed(name) || roots.some((root) => root === type)) return [];
    if (payloads.has(type)) return [{ name, rule: "the person or key that did the mutation" }];
    const rows = /(?:Connection|Edge|Groups?)$/.test(name)
      ? "as the list: only rows that the viewer sees, in the total too"
      : "as the field that shows it; rows that it leads to only if the viewer sees them";
    return [{ name, rule: rows }];
  });
}

/** The fields of a noun that show less than their row does, in words. */
function exceptionsOf(noun: NounDefinition): string[] {
  const narrower = byName([...noun.fields.values()]).flatMap((field) => {
    const making = madeFields[noun.name]?.[field.name];
    if (making && making !== "row" && making !== "visible") {
      return [`\`${field.name}\`: ${makings[making].replace("as the row; ", "")}`];
    }
    return isReference(field) && field.mayBeHidden
      ? [`\`${field.name}\`: only those who see that row too`]
      : [];
  });
  return narrower;
}

/** A row for each noun: its rule, and its exceptions; nouns with exceptions first, then narrow ones. */
function nounsTable(): string[] {
  const rows = byName(allNouns()).map((noun) => ({
    exceptions: exceptionsOf(noun),
    isOpen: noun.visible === seenByAll,
    name: `[${noun.name}](reference/access/fields.md#${noun.name.toLowerCase()})`,
    rule: audienceOf(noun),
  }));
  const rank = ({ exceptions, isOpen }: (typeof rows)[number]) =>
    exceptions.length > 0 ? 0 : Number(isOpen) + 1;
  return table(
    ["Noun", "Who sees a row", "Fields that fewer see"],
    rows
      .toSorted((one, other) => rank(one) - rank(other))
      .map(({ name, rule, exceptions }) => row(name, rule, exceptions.join("; ") || "none")),
  );
}

/** The lines of the short page between which the nouns stand. */
const lines = ["<!-- nouns: generated -->", "<!-- nouns: end -->"] as const;

/** The short page with the current nouns on it. */
export function withNouns(page: string): string {
  return replacedBetween(page, lines, `\n\n${nounsTable().join("\n")}\n`);
}

/** The page of all fields. */
export function fieldsPage(schema: GraphQLSchema): string {
  const roots = fieldsOf(schema, schema.getQueryType()?.name ?? "");
  const subscriptions = fieldsOf(schema, schema.getSubscriptionType()?.name ?? "");
  const ways = Object.entries(addresses).map(([path, rule]) => row(`\`${path}\``, rule));
  return [
    "# Who may read which field",
    "",
    'Generated from the code by `npm run generate`. [Who may read what](../../access.md) is the short form, with the words for each audience. "As the row" means: everybody who sees the row reads the field; filters, orders, totals, changes and files show no more than the field does.',
    "",
    "## Queries",
    "",
    ...table(
      ["Root field", "Who may read it"],
      roots.map((one) => row(`\`${one.name}\``, rootRule(one))),
    ),
    "## Streams",
    "",
    ...table(
      ["Subscription", "Who may read it"],
      subscriptions.map((one) => row(`\`${one.name}\``, streamRule(one))),
    ),
    "## Addresses beside GraphQL",
    "",
    ...table(["Address", "Who may read it"], ways),
    "## Nouns",
    "",
    ...byName(allNouns()).flatMap((noun) => nounSection(schema, noun)),
    "## Other types",
    "",
    ...table(
      ["Type", "Who may read its fields"],
      byName(otherTypes(schema)).map(({ name, rule }) => row(`\`${name}\``, rule)),
    ),
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}
