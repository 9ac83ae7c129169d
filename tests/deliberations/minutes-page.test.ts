import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { TestDeliberation } from "../testkit/deliberations/test-deliberation.js";
import { refused, write } from "../testkit/mutations/documents.js";
import { type Party, World } from "../testkit/world/world.js";

const sha256 = "3f1c".repeat(16);
/** What a reader sees: the page's text without its markup and style. */
const shown = (html: string) =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/<[^>]+>/g, "")
    .replace(/\s+/g, " ");

describe("The page of minutes", () => {
  let world: World;
  let parties: Party[];
  let open: { rembuk: TestDeliberation; key: string; html: string };
  beforeAll(async () => {
    world = await World.start();
    parties = [await world.organisation("REGIONAL_GOVERNMENT"), await world.organisation("NGO")];
    open = await closed("PUBLIC");
  });
  afterAll(() => world.stop());

  const at = (name: string) => new URL(`/minutes/${name}`, world.hub.url);
  const get = (name: string, headers: Record<string, string> = {}, method = "GET") =>
    fetch(at(name), { method, headers });

  /** A closed deliberation with one outcome, and its page as the convener's coordinator sees it. */
  async function closed(visibility: string) {
    const [convener, guest] = parties as [Party, Party];
    const named = world.unique("rembuk-halaman");
    const more = { key: named, visibility };
    const rembuk = await TestDeliberation.inSession(world, convener, parties, more);
    const key = `${named}-${rembuk.id.slice(-8)}`;
    const outcome = await rembuk.propose(guest, { text: "Jalan <desa> diperbaiki" });
    await rembuk.position(convener, outcome);
    await rembuk.position(guest, outcome, "AGREE_WITH_RESERVATION", { reason: "Setelah panen" });
    await rembuk.decide("agreeOutcome", outcome);
    await rembuk.step("closeDeliberation");
    const html = await (await get(key, (await rembuk.chair).sent)).text();
    return { rembuk, key, html };
  }

  it("shows minutes to those who may see the deliberation, by its key or its id", async () => {
    const byKey = await get(open.key, { "accept-language": "id" });
    expect(byKey.status).toBe(200);
    expect(Object.fromEntries(byKey.headers)).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "content-language": "id",
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
    });
    const html = await byKey.text();
    expect(shown(html)).toContain("1 setuju, 1 setuju dengan catatan, 0 keberatan, 0 abstain");
    expect(html).toContain("Jalan &lt;desa&gt; diperbaiki");
    expect(html).toContain("Setelah panen");
    const byId = await get(open.rembuk.id.toUpperCase(), { "accept-language": "id" });
    expect(await byId.text()).toBe(html);
    const { minutes } = (
      await world
        .visitor()
        .data<{ deliberation: { minutes: { sha256: string } } }>(
          "query($key: String) { deliberation(key: $key) { minutes { sha256 } } }",
          { key: open.key },
        )
    ).deliberation;
    expect(html).toContain(minutes.sha256);
  });

  it("lets the query choose the language before the browser does", async () => {
    const language = async (query: string, accepted: string) => {
      const response = await get(`${open.key}${query}`, { "accept-language": accepted });
      return /<html lang="(..)">/.exec(await response.text())?.[1];
    };
    expect(await language("", "id")).toBe("id");
    expect(await language("?language=en", "id")).toBe("en");
    expect(await language("?language=ID", "en")).toBe("id");
    expect((await get(`${open.key}?language=fr`)).status).toBe(400);
  });

  it("forbids the page every script and everything from elsewhere", async () => {
    const policy = (await get(open.key)).headers.get("content-security-policy");
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
  });

  it("answers HEAD as GET without the page, and no other method", async () => {
    const head = await get(open.key, {}, "HEAD");
    expect([head.status, await head.text()]).toEqual([200, ""]);
    const post = await get(open.key, {}, "POST");
    expect([post.status, post.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  it("keeps what a credential opened out of every cache", async () => {
    const { rembuk, key, html } = await closed("PARTICIPANTS");
    expect(html).toContain("Setelah panen");
    const response = await get(key, (await rembuk.chair).sent);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(response.headers.get("vary")).toContain("Authorization");
  });

  it("looks absent to those who may not see the deliberation", async () => {
    const { rembuk, key } = await closed("PARTICIPANTS");
    const stranger = await world.member(await world.organisation("UNIVERSITY"), "ADMIN");
    const guest = await world.member(parties[1] as Party, "VIEWER");
    const inSession = await TestDeliberation.inSession(world, parties[0] as Party, parties);
    const answers = await Promise.all([
      get("no-such-key"),
      get(key),
      get(rembuk.id),
      get(key, stranger.sent),
      get(inSession.id),
      get("%E0%A4%A"),
      get(""),
    ]);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect(new Set(bodies).size).toBe(1);
    expect((await get(key, guest.sent)).status).toBe(200);
  });

  it("refuses readers with a page and programs as GraphQL does", async () => {
    const reader = await get("no-such-key", { accept: "text/html", "accept-language": "id" });
    expect(reader.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(reader.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await reader.text()).toContain("Tidak ada apa pun di alamat ini");
    const program = await get("no-such-key");
    expect(await program.json()).toMatchObject({
      errors: [{ extensions: { code: "NOT_FOUND" } }],
    });
    const unknown = await get(open.key, { authorization: "Bearer nonsense" });
    expect([unknown.status, unknown.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
  });

  it("costs a document much, as making it takes the hub's time", async () => {
    const asked = `{ deliberation(key: "${open.key}") { minutes { html } } }`;
    const { extensions } = await world.visitor().ask(asked);
    expect(extensions?.cost).toBeGreaterThan(1000);
    const often = Array.from({ length: 8 }, (_, at) => `h${at}: html`).join(" ");
    const error = await world
      .visitor()
      .error(`{ deliberations(first: 20) { nodes { minutes { ${often} } } } }`);
    expect(error.extensions.code).toBe("QUERY_TOO_COMPLEX");
  });

  it("shows who has acknowledged the minutes since", async () => {
    const [, guest] = parties as [Party, Party];
    const { deliberation } = await world
      .visitor()
      .data<{ deliberation: { minutes: { id: string; sha256: string; html: string } } }>(
        "query($key: String) { deliberation(key: $key) { minutes { id sha256 html(language: EN) } } }",
        { key: open.key },
      );
    const { id, sha256: seen, html } = deliberation.minutes;
    expect(html).toContain('<html lang="en">');
    const coordinator = await world.member(guest, "COORDINATOR");
    const input = { minutesId: id, organisationId: guest.id };
    expect(await refused(coordinator, "acknowledgeMinutes", { ...input, sha256 })).toMatchObject({
      code: "BAD_USER_INPUT",
    });
    await write(coordinator, "acknowledgeMinutes", { ...input, sha256: seen });
    const text = shown(await (await get(`${open.key}?language=id`)).text());
    expect(text.match(/Disahkan melalui hub/g)).toHaveLength(1);
  });
});
