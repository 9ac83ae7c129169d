import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { CheckedClient } from "../testkit/hub/checked-client.js";
import { type ShownError, TestHub, tokenFor } from "../testkit/hub/index.js";

let hub: TestHub;
let visitor: CheckedClient;

beforeAll(async () => {
  hub = await TestHub.start("sample");
  visitor = new CheckedClient(hub.url);
});
afterAll(() => hub.stop());

interface Found {
  totalCount: number;
  isNear: boolean;
  ignoredWords: string[];
  counts: { type: string; count: number; isComplete: boolean }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  nodes: {
    type: string;
    rank: number;
    title: string | null;
    node: { __typename: string; id: string };
    highlights: {
      field: string;
      language: string | null;
      segments: { text: string; isMatch: boolean }[];
    }[];
  }[];
}

const document = `query ($text: String!, $types: [SearchType!], $where: SearchFilter, $first: Int, $after: String) {
  search(text: $text, types: $types, where: $where, first: $first, after: $after) {
    totalCount isNear ignoredWords counts { type count isComplete }
    pageInfo { hasNextPage hasPreviousPage endCursor }
    nodes { type rank title node { __typename id }
      highlights { field language segments { text isMatch } } } } }`;

async function search(text: string, more: object = {}, client = visitor): Promise<Found> {
  const { search: found } = await client.data<{ search: Found }>(document, { text, ...more });
  return found;
}

async function errorOf(text: string, more: object = {}): Promise<ShownError | undefined> {
  const { errors = [] } = await visitor.ask(document, { text, ...more });
  return errors[0];
}

/** The names of the hits, or their ids where they have none. */
const names = ({ nodes }: Found): string[] => nodes.map(({ title, node }) => title ?? node.id);

const matches = ({ nodes }: Found): string[] =>
  nodes.flatMap(({ highlights }) =>
    highlights.flatMap(({ segments }) =>
      segments.filter(({ isMatch }) => isMatch).map(({ text }) => text.toLowerCase()),
    ),
  );

describe("Search", () => {
  it.each([
    ["training", "trainings"],
    ["pelatihan", "melatih"],
  ])("finds the same by %s and by %s: they have one stem", async (one, other) => {
    const ids = async (text: string) =>
      (await search(text, { first: 200 })).nodes.map(({ node }) => node.id).sort();
    expect(await ids(one)).toEqual(await ids(other));
    expect((await ids(one)).length).toBeGreaterThan(0);
  });

  it("looks in both languages, whichever a title is shown in", async () => {
    for (const text of [
      "Perluasan Kesempatan Kerja Berbasis Kawasan",
      "Area-Based Employment Expansion",
    ]) {
      const found = await search(text, { types: ["PROGRAMME"], first: 1 });
      expect(found.nodes[0]?.rank).toBeGreaterThan(4);
    }
  });

  it("puts what is named so first, then titles, then texts", async () => {
    const { nodes } = await search("training", { first: 50 });
    const ranks = nodes.map(({ rank }) => rank);
    expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
    expect(nodes[0]?.highlights[0]?.field).toMatch(/^title|^name/);
    expect(new Set(ranks.map(Math.floor)).size).toBeGreaterThan(1);
  });

  it("finds a regency first, then what lies there, then villages of its name", async () => {
    const found = await search("Lebak", { first: 200 });
    const [first] = found.nodes;
    expect(first).toMatchObject({ type: "REGION", node: { id: "36.02" } });
    const types = found.nodes.map(({ type }) => type);
    const village = types.indexOf("REGION", 1);
    const others = types.slice(1, village);
    for (const type of ["ORGANISATION", "AREA", "ENTERPRISE_GROUP", "DELIBERATION"]) {
      expect(others).toContain(type);
    }
    expect(types.slice(village).every((type) => type === "REGION")).toBe(true);
  });

  it.each([
    ["Kasepuan", "Masyarakat Adat Kasepuhan Lebak"],
    ["Jepera", "Kabupaten Jepara"],
    ["Univrsity", "IPB University"],
  ])("forgives the typing fault in %s", async (text, name) => {
    expect(names(await search(text, { first: 60 }))).toContain(name);
  });

  it("says so where names are only near", async () => {
    expect((await search("Jepera")).isNear).toBe(true);
    expect((await search("Jepara")).isNear).toBe(false);
  });

  it("finds some of the words where nothing has them all, and says so", async () => {
    const found = await search("kesehatan xylofon");
    expect(found.isNear).toBe(true);
    expect(names(found)).toContain("Dinas Kesehatan Kabupaten Lebak");
  });

  it.each(["36.02", "3602", " 36.02 "])("finds a region by its code: %s", async (text) => {
    const { nodes } = await search(text);
    expect(nodes[0]?.node).toEqual({ __typename: "Region", id: "36.02" });
  });

  it("finds a region by its code of BPS, once the operator has loaded the table", async () => {
    expect((await search("1101")).nodes[0]?.node.id).toBe("11.01");
    await hub.sql.query(
      `insert into region_code (system, other_code, code) values ('BPS', '1101', '11.09')`,
    );
    const found = await search("1101");
    expect(found.nodes.map(({ node }) => node.id)).toEqual(["11.01", "11.09"]);
  });

  it("finds an organisation by its abbreviation", async () => {
    expect(names(await search("IPB"))[0]).toBe("IPB University");
    expect(names(await search("kemnaker"))[0]).toBe("Kementerian Ketenagakerjaan");
    expect(names(await search("TNPK"))[0]).toBe(
      "Tim Nasional Percepatan Penanggulangan Kemiskinan",
    );
  });

  it("finds a word while it is being typed", async () => {
    for (const text of ["ketenaga", "ketenagakerj", "Kementerian Ketena"]) {
      expect(names(await search(text))[0]).toBe("Kementerian Ketenagakerjaan");
    }
  });

  it("knows phrases, words to leave out, and alternatives", async () => {
    const all = names(await search("kabupaten lebak", { types: ["ORGANISATION"] }));
    const without = names(await search("kabupaten lebak -dinas", { types: ["ORGANISATION"] }));
    expect(all.filter((name) => !name.startsWith("Dinas")).sort()).toEqual(without.sort());
    expect(without).toContain("Pemerintah Kabupaten Lebak");
    expect(names(await search('"adat kasepuhan"', { types: ["ORGANISATION"] }))).toEqual([
      "Masyarakat Adat Kasepuhan Lebak",
    ]);
    expect((await search('"kasepuhan adat"', { types: ["ORGANISATION"] })).isNear).toBe(true);
    const either = await search("peternakan or kesehatan", { types: ["ORGANISATION"] });
    expect(names(either).sort()).toEqual([
      "Dinas Kesehatan Kabupaten Lebak",
      "Dinas Peternakan Kabupaten Lebak",
    ]);
  });

  it("finds what has some words of `pelatihan kopi`, in order: nothing of the sample has both", async () => {
    const training = [
      "Pelatihan vokasi",
      "Pelatihan kewirausahaan",
      "Pelatihan berbasis kompetensi",
      "Pendampingan dan pelatihan",
      "Layanan pelatihan sesuai kebutuhan",
    ];
    const indonesian = visitor.with({ "accept-language": "id" });
    const found = await search("pelatihan kopi", { first: 200 }, indonesian);
    expect(found.isNear).toBe(true);
    expect(names(found).slice(0, 5).sort()).toEqual(training.toSorted());
    expect(names(found)[5]).toBe("Pelatihan Masyarakat Produktif Kawasan Terpadu");
    const villages = found.nodes.filter(({ type }) => type === "REGION");
    expect(villages.every(({ title }) => title?.includes("Kopi"))).toBe(true);
    expect(found.nodes.findIndex(({ type }) => type === "REGION")).toBeGreaterThan(5);
  });

  it("finds the groups that make coffee after the training, for `training coffee`", async () => {
    const found = await search("training coffee", { first: 200 });
    expect(found.isNear).toBe(true);
    expect(found.nodes.slice(0, 5).every(({ type }) => type === "ACTION")).toBe(true);
    expect(found.nodes.slice(5, 7)).toMatchObject([
      { type: "PROGRAMME", title: "Integrated-Area Productive Community Training" },
      { type: "ENTERPRISE_GROUP", title: "Ekra Coffee" },
    ]);
    const [first] = (await search("kopi or coffee", { types: ["ENTERPRISE_GROUP"] })).nodes;
    expect(first?.title).toBe("Ekra Coffee");
  });

  it("finds nothing by words that stand everywhere, and names them", async () => {
    const found = await search("dan yang");
    expect(found).toMatchObject({ totalCount: 0, nodes: [], ignoredWords: ["dan", "yang"] });
  });

  it("takes what means something to Postgres as text", async () => {
    for (const text of [
      "%ebak%",
      "leba_",
      "kopi & !teh",
      "kopi:*",
      "a<->b",
      "\\kopi'",
      "('kopi' |",
    ]) {
      const found = await search(text);
      expect(found.totalCount).toBeGreaterThanOrEqual(0);
    }
    expect((await search("le_ak")).nodes.some(({ rank }) => rank >= 1)).toBe(false);
  });

  it("shows where a text matches, in segments that together are the text", async () => {
    const { nodes } = await search("Dinas Kesehatan", { first: 1 });
    const [name] = nodes[0]?.highlights ?? [];
    expect(name?.segments.map(({ text }) => text).join("")).toBe("Dinas Kesehatan Kabupaten Lebak");
    expect(matches(await search("trainings", { types: ["ACTION"] }))).toContain("training");
  });

  it("searches only the types that are given", async () => {
    const { nodes, counts } = await search("lebak", { types: ["AREA", "DELIBERATION"] });
    expect(new Set(nodes.map(({ type }) => type))).toEqual(new Set(["AREA", "DELIBERATION"]));
    expect(counts.map(({ type }) => type).sort()).toEqual(["AREA", "DELIBERATION"]);
    expect((await search("lebak", { types: [] })).totalCount).toBe(0);
  });

  it("searches only in a region, a programme, a plan or an organisation", async () => {
    const { counts } = await search("lebak", { where: { region: "36.02" }, first: 0 });
    const [all] = (await search("lebak", { types: ["REGION"], first: 0 })).counts;
    const regions = counts.find(({ type }) => type === "REGION")?.count ?? 0;
    expect(regions).toBeGreaterThan(0);
    expect(regions).toBeLessThan(all?.count ?? 0);
    const ofIpb = await search("lebak kasepuhan", { where: { organisation: "ipb" } });
    expect(ofIpb.nodes.every(({ type }) => type !== "REGION")).toBe(true);
    const inProgramme = await search("plan", { where: { programme: "pkk-kawasan" } });
    expect(inProgramme.nodes.map(({ type }) => type)).toContain("ACTION_PLAN");
    const plan = inProgramme.nodes.find(({ type }) => type === "ACTION_PLAN")?.node.id;
    const inPlan = await search("plan", { where: { plan } });
    expect(inPlan.nodes.map(({ node }) => node.id)).toContain(plan);
  });

  it("gives the same in pages as at once, and the total with each", async () => {
    const whole = await search("lebak", { first: 100 });
    expect(whole.totalCount).toBe(whole.counts.reduce((sum, { count }) => sum + count, 0));
    const ids: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page: Found = await search("lebak", { first: 7, after });
      ids.push(...page.nodes.map(({ node }) => node.id));
      expect(page.totalCount).toBe(whole.totalCount);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(ids.slice(0, 100)).toEqual(whole.nodes.map(({ node }) => node.id));
    expect(ids.length).toBe(whole.totalCount);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each<[string, object, string]>([
    ["", {}, "text"],
    ["x", {}, "text"],
    ["-kopi", {}, "text"],
    ["?!", {}, "text"],
    ["x".repeat(201), {}, "text"],
    ["kopi", { first: 201 }, "first"],
    ["kopi", { first: -1 }, "first"],
    ["kopi", { after: "WyJpZCsiXQ" }, "after"],
    ["kopi", { after: Buffer.from('["rank","a","b","c"]').toString("base64url") }, "after"],
    ["kopi", { where: { region: "Lebak" } }, "where.region"],
    ["kopi", { where: { plan: "36.02" } }, "where.plan"],
    ["kopi", { where: { programme: "x".repeat(201) } }, "where.programme"],
  ])("refuses %s with %j at %s", async (text, more, path) => {
    expect((await errorOf(text, more))?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path }],
    });
  });

  it("refuses a NUL character, and a text of a megabyte", async () => {
    expect((await errorOf("kopi\u0000"))?.extensions.code).toBe("BAD_USER_INPUT");
    expect((await errorOf("kopi ".repeat(200_000)))?.extensions.code).toMatch(
      /BAD_USER_INPUT|QUERY_TOO_COMPLEX/,
    );
  });

  it("costs by its page", async () => {
    const cost = async (first: number) => {
      const { extensions } = await visitor.ask(document, { text: "kopi", first });
      return Number(extensions?.cost);
    };
    expect(await cost(200)).toBeGreaterThan(5 * (await cost(20)));
  });
});

/** The lists by which a portal finds the rows of a type, from the root. Regions are public. */
const lists: Record<string, readonly string[]> = {
  ...{ ORGANISATION: ["organisations"], PROGRAMME: ["programmes"], AREA: ["areas"] },
  ...{ ACTION_PLAN: ["actionPlans"], ACTION: ["actions"], CONTRIBUTION: ["contributions"] },
  ...{ MILESTONE: ["actions", "milestones"], PROGRESS_UPDATE: ["actions", "progressUpdates"] },
  ...{ DELIBERATION: ["deliberations"], OUTCOME: ["outcomes"], INDICATOR: ["indicators"] },
  ...{ ENTERPRISE_GROUP: ["enterpriseGroups"], INSTRUMENT: ["instruments"] },
  ...{ FINDING: ["assessments", "findings"], ACTION_FINDING: ["actions", "findings"] },
  COMMENT: ["comments"],
};

/** The fields of lists that are connections; the others give their rows at once. */
const plainLists = ["milestones", "findings"];

async function listed(client: CheckedClient, [root = "", below]: readonly string[]) {
  const rows =
    below &&
    (plainLists.includes(below) ? `${below} { id }` : `${below}(first: 20) { nodes { id } }`);
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const answer: Record<
      string,
      { pageInfo: Found["pageInfo"]; nodes: Record<string, unknown>[] }
    > = await client.data(
      `query ($after: String) { ${root}(first: 50, after: $after) {
          pageInfo { hasNextPage endCursor } nodes { id ${rows ?? ""} } } }`,
      { after },
    );
    const { pageInfo, nodes } = answer[root] ?? { pageInfo: undefined, nodes: [] };
    for (const node of nodes) {
      const under = below ? node[below] : [node];
      const all = (Array.isArray(under) ? under : (under as { nodes: object[] }).nodes) as {
        id: string;
      }[];
      ids.push(...all.map(({ id }) => id));
    }
    after = pageInfo?.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return new Set(ids);
}

describe("What search finds", () => {
  it.each([
    ["a visitor", undefined],
    ["a member", "coordinator@disnaker-lebak.example"],
  ])("is in the lists of %s", async (_, email) => {
    const authorization = email && `Bearer ${await tokenFor(email)}`;
    const client = authorization ? visitor.with({ authorization }) : visitor;
    const text = "lebak or pelatihan or coffee or plan or program or desa or kerja or jalan";
    const found = await search(text, { types: Object.keys(lists), first: 200 }, client);
    expect(found.pageInfo.hasNextPage).toBe(false);
    for (const [type, path] of Object.entries(lists)) {
      const hits = found.nodes.filter((hit) => hit.type === type);
      const known = hits.length > 0 ? await listed(client, path) : new Set();
      expect([type, hits.filter(({ node }) => !known.has(node.id))]).toEqual([type, []]);
    }
    expect(new Set(found.nodes.map(({ type }) => type)).size).toBeGreaterThan(8);
  });
});

describe("The words of search", () => {
  const wordsOf = async (name: string) =>
    names(await search(name, { types: ["ORGANISATION"], first: 5 }));

  it("follow a row's texts", async () => {
    const operator = new CheckedClient(hub.url, {
      authorization: `Bearer ${await tokenFor("operator@rembuk.example")}`,
    });
    const { createOrganisation: made } = await operator.data<{
      createOrganisation: { organisation: { id: string; version: number } };
    }>(`mutation { createOrganisation(input: { key: "zeolit", name: "Yayasan Zeolit", sector: NGO }) {
      organisation { id version } } }`);
    expect(await wordsOf("zeolit")).toEqual(["Yayasan Zeolit"]);
    const { id, version } = made.organisation;
    await operator.data(`mutation { updateOrganisation(input: { id: "${id}", expectedVersion: ${version}, name: "Yayasan Kuarsa" }) {
      organisation { id } } }`);
    expect(await wordsOf("kuarsa")).toEqual(["Yayasan Kuarsa"]);
  });

  it("put a name with all of them before a text with all of them, in either language", async () => {
    const operator = new CheckedClient(hub.url, {
      authorization: `Bearer ${await tokenFor("operator@rembuk.example")}`,
    });
    const made = `mutation ($input: CreateOrganisationInput!) {
      createOrganisation(input: $input) { organisation { id } } }`;
    for (const input of [
      { key: "sekolah-kopi", name: "Pelatihan Kopi Kasepuhan", sector: "NGO" },
      { key: "balai-kopi", name: "Balai Ciptagelar", note: "melatih petani kopi", sector: "NGO" },
    ]) {
      await operator.data(made, { input });
    }
    const found = await search("pelatihan kopi");
    expect(found.isNear).toBe(false);
    expect(names(found)).toEqual(["Pelatihan Kopi Kasepuhan", "Balai Ciptagelar"]);
  });

  it("are the same when all are made again", async () => {
    const { rows: tables } = await hub.sql.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relname like '%\\_search' order by 1`,
    );
    const contents = async () => {
      const all = await Promise.all(
        tables.map(({ name }) =>
          hub.sql.query(`select names, words::text, id from ${name} order by id`),
        ),
      );
      return all.map(({ rows }) => rows);
    };
    const kept = await contents();
    await hub.sql.query("select search_rebuild()");
    expect(await contents()).toEqual(kept);
    expect(kept.flat().length).toBeGreaterThan(100);
  });
});
