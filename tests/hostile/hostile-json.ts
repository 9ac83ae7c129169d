// Documents and variables that are small to send and large to check.

const times = (count: number, part: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => part(at)).join(" ");

const someAreas = "query ($v: AreaFilter) { areas(where: $v) { totalCount } }";
const plain = "{ viewer { kind } }";

/** A body of GraphQL whose variables are a text of JSON. */
const body = (query: string, variables = "{}"): string =>
  `{"query":${JSON.stringify(query)},"variables":${variables}}`;

const list = (item: string, count: number): string => `[${`${item},`.repeat(count - 1)}${item}]`;

/** Documents of fewer than 100,000 characters, by what is hostile in them. */
const documents: Record<string, string> = {
  "fields nested in fields": "{a".repeat(30_000),
  braces: "{".repeat(99_000),
  "one field 3,900 times": `{ ${"viewer ".repeat(3900)} }`,
  "overlapping fields in an unused fragment": `${plain} fragment f on Query { ${"viewer{kind} ".repeat(950)} }`,
  "overlapping fields in fields that overlap": `{ ${`areas{nodes{${"id ".repeat(72)}}} `.repeat(50)} }`,
  "overlapping fields three levels deep": `{ areas{nodes{${`programme{areas{nodes{${"id ".repeat(13)}}}} `.repeat(199)}}} }`,
  "fragments beside each other": `{ areas{nodes{${times(190, (at) => `...f${at}`)}}} } ${times(190, (at) => `fragment f${at} on Area{id name key}`)}`,
  "fragments in fragments": `{...f0} ${times(40, (at) => `fragment f${at} on Query{${times(40, (to) => `...f${to}`)}}`)}`,
  "operations over a chain of fragments": `${times(150, (at) => `query q${at}{...f0}`)} ${times(200, (at) => `fragment f${at} on Query{...f${at + 1}}`)} fragment f200 on Query{viewer{kind}}`,
  "unknown fields": `{ areas{nodes{${times(190, (at) => `x${at}`)}}} }`,
  "a long name": `{ ${"x".repeat(99_000)} }`,
  variables: `query (${times(900, (at) => `$v${at}:ID`)}) ${plain}`,
  "a list in a filter": `{ areas(where:{id:{in:[${times(3900, () => '"a"')}]}}) { totalCount } }`,
  comments: `${plain} ${"#\n".repeat(49_000)}`,
  "lines of a text": `{ area(key:"""${"\n a".repeat(30_000)}""") { id } }`,
};

/** Variables of less than LIMIT_BODY_BYTES, by what is hostile in them. */
const variables: Record<string, [query: string, json: string]> = {
  "a list of numbers": [plain, `{"a":${list("0", 990_000)}}`],
  "a list of objects": [plain, `{"a":${list("{}", 600_000)}}`],
  keys: [plain, `{${Array.from({ length: 150_000 }, (_, at) => `"k${at}":0`).join(",")}}`],
  "lists in lists": [plain, `{"a":${"[".repeat(990_000)}${"]".repeat(990_000)}}`],
  "objects in objects": [plain, `{"a":${'{"a":'.repeat(330_000)}0${"}".repeat(330_000)}}`],
  escapes: [plain, `{"a":"${"\\u00e9".repeat(330_000)}"}`],
  "wrong ids": [someAreas, `{"v":{"id":{"in":${list("0", 900_000)}}}}`],
  "some wrong ids": [someAreas, `{"v":{"id":{"in":${list("0", 19_000)}}}}`],
  texts: [someAreas, `{"v":{"name":{"in":${list('"a"', 19_000)}}}}`],
  "empty conditions": [someAreas, `{"v":{"and":${list("{}", 600_000)}}}`],
  "some empty conditions": [someAreas, `{"v":{"and":${list("{}", 19_000)}}}`],
  "unknown conditions": [someAreas, `{"v":{"and":${list('{"x":1}', 200_000)}}}`],
  "some unknown conditions": [someAreas, `{"v":{"and":${list('{"x":1}', 9000)}}}`],
  "a long key": [someAreas, JSON.stringify({ v: { ["x".repeat(1_900_000)]: 1 } })],
  "a long enum": [
    "query ($v: [AreaOrder!]) { areas(orderBy: $v) { totalCount } }",
    JSON.stringify({ v: [{ field: "x".repeat(1_900_000) }] }),
  ],
  ids: [
    "query ($v: [ID!]!) { nodes(ids: $v) { id } }",
    `{"v":${list('"01a2293d-e793-723e-9307-1e826d7d21b5"', 19_000)}}`,
  ],
};

/** Bodies for `/graphql`, by what is hostile in them. */
export const hostileBodies: Record<string, string> = Object.fromEntries([
  ...Object.entries(documents).map(([name, query]) => [name, body(query)]),
  ...Object.entries(variables).map(([name, [query, json]]) => [
    `variables: ${name}`,
    body(query, json),
  ]),
]);

/** Headers by which an answer's form and language are chosen, as long as a head may be. */
export const hostileHeaders: Record<string, Record<string, string>> = {
  languages: { "accept-language": `${"a,".repeat(6000)}id` },
  "languages with weights": { "accept-language": `${"aa-bb;q=0.1,".repeat(1000)}id` },
  "media types": { accept: `${"a/b,".repeat(3000)}*/*` },
  "parameters of a media type": { accept: `a/b${";a=b".repeat(3000)}, application/json` },
  spaces: { accept: `a${" ".repeat(12_000)}b, application/json` },
  "an open quotation mark": { accept: `application/json, a/b;x="${'",'.repeat(5000)}` },
};
