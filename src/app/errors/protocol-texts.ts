/** A message of graphql-js or Apollo, and the same in Indonesian; each `%` stands for a part of it. */
type Translation = readonly [english: string, indonesian: string];

/** The messages about a document that clients send, by the texts of graphql-js 16. */
const ofDocuments: readonly Translation[] = [
  ['Cannot query field "%" on type "%".', 'Field "%" tidak ada pada tipe "%".'],
  ['Unknown argument "%" on field "%".', 'Argumen "%" tidak dikenal pada field "%".'],
  ['Unknown argument "%" on directive "%".', 'Argumen "%" tidak dikenal pada direktif "%".'],
  [
    'Field "%" argument "%" of type "%" is required, but it was not provided.',
    'Field "%" memerlukan argumen "%" bertipe "%", tetapi argumen itu tidak diberikan.',
  ],
  [
    'Directive "%" argument "%" of type "%" is required, but it was not provided.',
    'Direktif "%" memerlukan argumen "%" bertipe "%", tetapi argumen itu tidak diberikan.',
  ],
  [
    'Field "%" must not have a selection since type "%" has no subfields.',
    'Field "%" tidak boleh memiliki pilihan field, karena tipe "%" tidak memiliki field.',
  ],
  [
    'Field "%" of type "%" must have a selection of subfields.',
    'Field "%" bertipe "%" harus memiliki pilihan field di dalamnya.',
  ],
  ['Unknown type "%".', 'Tipe "%" tidak dikenal.'],
  ['Unknown directive "%".', 'Direktif "%" tidak dikenal.'],
  ['Directive "%" may not be used on %.', 'Direktif "%" tidak boleh dipakai pada %.'],
  [
    'The directive "%" can only be used once at this location.',
    'Direktif "%" hanya boleh dipakai sekali di tempat ini.',
  ],
  ['Unknown fragment "%".', 'Fragmen "%" tidak dikenal.'],
  ['Fragment "%" is never used.', 'Fragmen "%" tidak pernah dipakai.'],
  [
    'Cannot spread fragment "%" within itself.',
    'Fragmen "%" tidak boleh dipakai di dalam dirinya sendiri.',
  ],
  [
    'Cannot spread fragment "%" within itself via %.',
    'Fragmen "%" tidak boleh dipakai di dalam dirinya sendiri, melalui %.',
  ],
  [
    'Fragment cannot condition on non composite type "%".',
    'Fragmen tidak dapat dibuat untuk tipe "%", yang tidak memiliki field.',
  ],
  [
    'Fragment "%" cannot condition on non composite type "%".',
    'Fragmen "%" tidak dapat dibuat untuk tipe "%", yang tidak memiliki field.',
  ],
  [
    'Fragment cannot be spread here as objects of type "%" can never be of type "%".',
    'Fragmen tidak dapat dipakai di sini: objek bertipe "%" tidak pernah bertipe "%".',
  ],
  [
    'Fragment "%" cannot be spread here as objects of type "%" can never be of type "%".',
    'Fragmen "%" tidak dapat dipakai di sini: objek bertipe "%" tidak pernah bertipe "%".',
  ],
  [
    'Variable "%" is not defined by operation "%".',
    'Variabel "%" tidak didefinisikan oleh operasi "%".',
  ],
  ['Variable "%" is not defined.', 'Variabel "%" tidak didefinisikan.'],
  [
    'Variable "%" is never used in operation "%".',
    'Variabel "%" tidak pernah dipakai dalam operasi "%".',
  ],
  ['Variable "%" is never used.', 'Variabel "%" tidak pernah dipakai.'],
  [
    'Variable "%" of type "%" used in position expecting type "%".',
    'Variabel "%" bertipe "%" dipakai di tempat yang memerlukan tipe "%".',
  ],
  [
    'Variable "%" cannot be non-input type "%".',
    'Variabel "%" tidak dapat bertipe "%", yang bukan tipe masukan.',
  ],
  ['There can be only one argument named "%".', 'Hanya boleh ada satu argumen bernama "%".'],
  ['There can be only one fragment named "%".', 'Hanya boleh ada satu fragmen bernama "%".'],
  ['There can be only one input field named "%".', 'Hanya boleh ada satu isian bernama "%".'],
  ['There can be only one operation named "%".', 'Hanya boleh ada satu operasi bernama "%".'],
  ['There can be only one variable named "%".', 'Hanya boleh ada satu variabel bernama "%".'],
  [
    "This anonymous operation must be the only defined operation.",
    "Operasi tanpa nama harus menjadi satu-satunya operasi.",
  ],
  ['The "%" definition is not executable.', 'Definisi "%" tidak dapat dijalankan.'],
  ["The schema definition is not executable.", "Definisi skema tidak dapat dijalankan."],
  [
    'Subscription "%" must select only one top level field.',
    'Langganan (subscription) "%" harus memilih tepat satu field teratas.',
  ],
  [
    "Anonymous Subscription must select only one top level field.",
    "Langganan (subscription) harus memilih tepat satu field teratas.",
  ],
  [
    'Subscription "%" must not select an introspection top level field.',
    'Langganan (subscription) "%" tidak boleh memilih field introspeksi.',
  ],
  [
    "Anonymous Subscription must not select an introspection top level field.",
    "Langganan (subscription) tidak boleh memilih field introspeksi.",
  ],
  [
    '"%" must not stand at the root of a subscription: put it on a field below.',
    '"%" tidak boleh berada pada akar langganan (subscription): pasang pada field di bawahnya.',
  ],
  ["Maximum introspection depth exceeded", "Introspeksi lebih dalam daripada yang diperbolehkan"],
  [
    'GraphQL introspection has been disabled, but the requested query contained the field "%".',
    'Introspeksi GraphQL dimatikan, tetapi kueri memuat field "%".',
  ],
];

/** The messages of graphql-js's parser; those about characters within a text stay English. */
const ofSyntax: readonly Translation[] = [
  ["Syntax Error: Expected %, found %.", "Kesalahan sintaks: diharapkan %, ditemukan %."],
  [
    "Syntax Error: Unexpected character: %.",
    "Kesalahan sintaks: karakter % tidak diharapkan di sini.",
  ],
  ["Syntax Error: Unexpected %.", "Kesalahan sintaks: % tidak diharapkan di sini."],
  ["Syntax Error: Unterminated string.", "Kesalahan sintaks: teks tidak ditutup."],
];

/** The messages of Apollo about a request. */
const ofRequests: readonly Translation[] = [
  [
    "The '%' search parameter may only be specified once.",
    "Parameter '%' hanya boleh diberikan sekali.",
  ],
  ["The % search parameter contains invalid JSON.", "Parameter % bukan JSON yang sah."],
  [
    "The % search parameter should contain a JSON-encoded object.",
    "Parameter % harus berupa objek JSON.",
  ],
  [
    "Operation batching disabled.",
    "Beberapa operasi dalam satu permintaan tidak diterima; minta semuanya dalam satu dokumen.",
  ],
  ["GraphQL queries must be strings.", "Kueri GraphQL harus berupa teks."],
  [
    "POST body missing, invalid Content-Type, or JSON object has no keys.",
    "Isi POST tidak ada, atau bukan objek JSON yang berisi.",
  ],
  [
    "`%` in a POST body should be provided as an object, not a recursively JSON-encoded string.",
    "`%` dalam isi POST harus berupa objek, bukan JSON dalam teks.",
  ],
  ["`%` in a POST body must be an object if provided.", "`%` dalam isi POST harus berupa objek."],
  ["`%` in a POST body must be a string if provided.", "`%` dalam isi POST harus berupa teks."],
  [
    "GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.",
    "Permintaan GraphQL harus memuat `query` yang tidak kosong atau ekstensi `persistedQuery`.",
  ],
  [
    "GET requests only support query operations, not % operations",
    "Permintaan GET hanya untuk kueri, bukan untuk operasi %.",
  ],
  [
    "An 'accept' header was provided for this request which does not accept %",
    "Header 'accept' permintaan ini tidak menerima %",
  ],
];

/** The reasons why fields with one name in the answer cannot be merged; they can stand in each other. */
const ofConflicts: readonly [RegExp, string][] = [
  [/Fields "([^"]*)" conflict because /, 'Field "$1" bertabrakan karena '],
  [
    /\. Use different aliases on the fields to fetch both if this was intentional\./,
    ". Pakai alias yang berbeda jika keduanya memang diperlukan.",
  ],
  [/subfields "([^"]*)" conflict because /g, 'field "$1" di dalamnya bertabrakan karena '],
  [/"([^"]*)" and "([^"]*)" are different fields/g, '"$1" dan "$2" adalah field yang berbeda'],
  [/they have differing arguments/g, "argumennya berbeda"],
  [/they return conflicting types "([^"]*)" and "([^"]*)"/g, 'tipenya berbeda: "$1" dan "$2"'],
  [/ and (?=field ")/g, " dan "],
];

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A quoted part has no quotes, which keeps the search linear; at most two parts are not quoted. */
const patternOf = (english: string): RegExp =>
  new RegExp(`^${escaped(english).replaceAll('"%"', '"([^"]*)"').replaceAll("%", "(.+?)")}$`, "s");

const translations = [...ofDocuments, ...ofSyntax, ...ofRequests].map(([english, indonesian]) => ({
  pattern: patternOf(english),
  indonesian,
}));

/** The end of a message with names that may have been meant. */
const suggestion = / Did you mean (to use an inline fragment on )?(.*)\?$/;

function suggestionIn(message: string): string {
  const [, isFragment, names] = suggestion.exec(message) ?? [];
  if (names === undefined) return "";
  const listed = names.replace(/,? or (?="[^"]*"$)/, " atau ");
  return ` Mungkin maksud Anda ${isFragment ? "fragmen pada " : ""}${listed}?`;
}

/**
 * A message of graphql-js or Apollo in Indonesian; undefined for a rare one, which stays English. Their
 * texts are the only thing that these libraries give, so a new version of them can lose a translation,
 * which a test reports.
 */
export function indonesianOf(message: string): string | undefined {
  if (message.startsWith("Fields ")) {
    return ofConflicts.reduce((text, [pattern, own]) => text.replace(pattern, own), message);
  }
  const bare = message.replace(suggestion, "");
  for (const { pattern, indonesian } of translations) {
    const found = pattern.exec(bare);
    if (!found) continue;
    const parts = found.slice(1);
    return indonesian.replaceAll("%", () => parts.shift() ?? "") + suggestionIn(message);
  }
  return undefined;
}
