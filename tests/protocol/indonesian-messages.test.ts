import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Answered, startTinyHub, type TinyHub } from "../testkit/protocol/tiny-hub.js";

let hub: TinyHub;
beforeAll(async () => {
  hub = await startTinyHub();
});
afterAll(() => hub.close());

const indonesian = { "accept-language": "id" };

/** The message of the first error, in English and in Indonesian. */
async function messagesOf(ask: (headers: Record<string, string>) => Promise<Answered>) {
  const [english, own] = [await ask({}), await ask(indonesian)];
  expect(own.errors?.map(({ extensions }) => extensions.code)).toEqual(
    english.errors?.map(({ extensions }) => extensions.code),
  );
  return [english.errors?.[0]?.message, own.errors?.[0]?.message];
}

describe("A document that is not valid, in Indonesian", () => {
  it.each([
    ["{ helo }", 'Field "helo" tidak ada pada tipe "Query". Mungkin maksud Anda "hello"?'],
    [
      "{ plans { nodes { parts { childre } } } }",
      'Field "childre" tidak ada pada tipe "Plan". Mungkin maksud Anda "children"?',
    ],
    [
      "{ plans { nodes { pags } } }",
      'Field "pags" tidak ada pada tipe "Plan". Mungkin maksud Anda "tags" atau "parts"?',
    ],
    ["{ zzzzzzzz }", 'Field "zzzzzzzz" tidak ada pada tipe "Query".'],
    [
      '{ hello(nama: "a") }',
      'Argumen "nama" tidak dikenal pada field "Query.hello". Mungkin maksud Anda "name"?',
    ],
    ["{ hello @include(unless: true, if: true) }", /^Argumen "unless" tidak dikenal pada direktif/],
    [
      "{ nodes { id } }",
      'Field "nodes" memerlukan argumen "ids" bertipe "[ID!]!", tetapi argumen itu tidak diberikan.',
    ],
    ["{ hello @skip }", /^Direktif "@skip" memerlukan argumen "if" bertipe "Boolean!", tetapi/],
    [
      "{ hello { id } }",
      'Field "hello" tidak boleh memiliki pilihan field, karena tipe "String!" tidak memiliki field.',
    ],
    [
      "{ plans }",
      'Field "plans" bertipe "PlanConnection!" harus memiliki pilihan field di dalamnya. Mungkin maksud Anda "plans { ... }"?',
    ],
    ["query ($a: Strin) { hello(name: $a) }", /^Tipe "Strin" tidak dikenal\. Mungkin maksud Anda/],
    ["{ hello @here }", 'Direktif "@here" tidak dikenal.'],
    ["query @skip(if: true) { hello }", 'Direktif "@skip" tidak boleh dipakai pada QUERY.'],
    [
      "{ hello @skip(if: true) @skip(if: true) }",
      'Direktif "@skip" hanya boleh dipakai sekali di tempat ini.',
    ],
    ["{ ...A }", 'Fragmen "A" tidak dikenal.'],
    ["{ hello } fragment A on Query { hello }", 'Fragmen "A" tidak pernah dipakai.'],
    [
      "{ ...A } fragment A on Query { ...A }",
      'Fragmen "A" tidak boleh dipakai di dalam dirinya sendiri.',
    ],
    [
      "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
      'Fragmen "A" tidak boleh dipakai di dalam dirinya sendiri, melalui "B".',
    ],
    [
      "{ ... on String { hello } }",
      'Fragmen tidak dapat dibuat untuk tipe "String", yang tidak memiliki field.',
    ],
    [
      "{ ...A } fragment A on String { hello }",
      'Fragmen "A" tidak dapat dibuat untuk tipe "String", yang tidak memiliki field.',
    ],
    [
      "{ ... on Plan { id } }",
      'Fragmen tidak dapat dipakai di sini: objek bertipe "Query" tidak pernah bertipe "Plan".',
    ],
    ["query A { hello(name: $a) }", 'Variabel "$a" tidak didefinisikan oleh operasi "A".'],
    ["{ hello(name: $a) }", 'Variabel "$a" tidak didefinisikan.'],
    ["query A($a: String) { hello }", 'Variabel "$a" tidak pernah dipakai dalam operasi "A".'],
    ["query ($a: String) { hello }", 'Variabel "$a" tidak pernah dipakai.'],
    [
      "query ($a: Int) { hello(name: $a) }",
      'Variabel "$a" bertipe "Int" dipakai di tempat yang memerlukan tipe "String!".',
    ],
    [
      "query ($a: Plan) { hello(name: $a) }",
      'Variabel "$a" tidak dapat bertipe "Plan", yang bukan tipe masukan.',
    ],
    ['{ hello(name: "a", name: "b") }', 'Hanya boleh ada satu argumen bernama "name".'],
    ["query A { hello } query A { hello }", 'Hanya boleh ada satu operasi bernama "A".'],
    ["{ hello } query A { hello }", "Operasi tanpa nama harus menjadi satu-satunya operasi."],
    ["{ hello } type A { b: Int }", 'Definisi "A" tidak dapat dijalankan.'],
    [
      "subscription { ticks silent }",
      "Langganan (subscription) harus memilih tepat satu field teratas.",
    ],
    [
      "{ a: hello a: language }",
      'Field "a" bertabrakan karena "hello" dan "language" adalah field yang berbeda. Pakai alias yang berbeda jika keduanya memang diperlukan.',
    ],
    [
      '{ hello(name: "a") hello(name: "b") }',
      'Field "hello" bertabrakan karena argumennya berbeda. Pakai alias yang berbeda jika keduanya memang diperlukan.',
    ],
    [
      "{ plans { a: totalCount b: totalCount } plans { a: nodes { id } b: nodes { id } } }",
      /^Field "plans" bertabrakan karena field "a" di dalamnya bertabrakan karena "totalCount" dan "nodes" adalah field yang berbeda dan field "b" di dalamnya/,
    ],
    ["{ hello", "Kesalahan sintaks: diharapkan Name, ditemukan <EOF>."],
    ["}", 'Kesalahan sintaks: "}" tidak diharapkan di sini.'],
    ['{ hello(name: "a) }', "Kesalahan sintaks: teks tidak ditutup."],
    ["{ hello ? }", 'Kesalahan sintaks: karakter "?" tidak diharapkan di sini.'],
  ] as [string, string | RegExp][])("as %s, is refused with what is wrong", async (query, text) => {
    const [english, own] = await messagesOf((headers) => hub.ask(query, { headers }));
    expect(own).toEqual(typeof text === "string" ? text : expect.stringMatching(text));
    expect(english).not.toBe(own);
  });
});

describe("A request that is not valid, in Indonesian", () => {
  const post = (body: string) => async (headers: Record<string, string>) => {
    const sent = { "content-type": "application/json", ...headers };
    const response = await fetch(hub.url, { method: "POST", headers: sent, body });
    return (await response.json()) as Answered;
  };
  const get = (search: string) => async (headers: Record<string, string>) => {
    const sent = { "apollo-require-preflight": "1", ...headers };
    return (await (await fetch(`${hub.url}?${search}`, { headers: sent })).json()) as Answered;
  };

  it.each([
    ["no document", post('{"variables":{}}'), /^Permintaan GraphQL harus memuat `query`/],
    ["a batch", post('[{"query":"{hello}"}]'), /^Beberapa operasi dalam satu permintaan/],
    ["no member", post("{}"), /^Isi POST tidak ada, atau bukan objek JSON/],
    ["a query that is no text", post('{"query":1}'), /^Kueri GraphQL harus berupa teks/],
    ["variables in a text", post('{"query":"{hello}","variables":"{}"}'), /^`variables` dalam isi/],
    ["a list of variables", post('{"query":"{hello}","variables":[]}'), /^`variables` dalam isi/],
    ["a name that is no text", post('{"query":"{hello}","operationName":1}'), /^`operationName` d/],
    ["a query twice", get("query={hello}&query={hello}"), /^Parameter 'query' hanya boleh/],
    ["variables that are no JSON", get("query={hello}&variables=a"), /bukan JSON yang sah\.$/],
    [
      "variables that are no object",
      get("query={hello}&variables=1"),
      /harus berupa objek JSON\.$/,
    ],
    [
      "a mutation by GET",
      get("query=mutation{report(input:{id:1,progress:1})}"),
      /^Permintaan GET/,
    ],
  ] as const)("for %s, is refused with what is wrong", async (_, ask, text) => {
    const [english, own] = await messagesOf(ask);
    expect(own).toMatch(text);
    expect(english).not.toBe(own);
  });
});
