import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  publishedInstrument,
  type Setting,
  TestAssessment,
} from "../testkit/assessments/test-assessment.js";
import { downloadFile, headOf, types, uploadFile } from "../testkit/files/transfers.js";
import { parts, rightWorkbook, zip } from "../testkit/files/zip-packages.js";
import type { CheckedClient } from "../testkit/hub/checked-client.js";
import { newId, type Party, World } from "../testkit/world/world.js";

interface Attached {
  id: string;
  position: number;
  size: number;
  sha256: string;
  address: string;
}

let world: World;
let setting: Setting;
let assessor: CheckedClient;
let reviewer: Party;

beforeAll(async () => {
  world = await World.start({ LIMIT_FILE_BYTES: "100000" });
  const [university, owner] = [await world.organisation(), await world.organisation()];
  reviewer = await world.organisation();
  assessor = await world.member(university, "ASSESSOR");
  const plan = await world.plan(await world.programme(owner), await world.organisation());
  const instrument = await publishedInstrument(world, university);
  setting = { university, owner, instrument, subject: { planId: plan.id } };
});
afterAll(() => world.stop());

/** A workbook whose list of parts names macros. */
/** An image of one pixel, as PNG. */
const onePixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

const macros = { ...parts(""), "xl/vbaProject.bin": "macros" };

const offered = () => TestAssessment.offered(world, setting);
const pdf = (words: string) => Buffer.from(`%PDF-1.7\n${words}`);

const attach = (
  { id }: { id: string },
  query: string,
  content: Buffer,
  { as = assessor, type = types.pdf } = {},
) =>
  uploadFile<Attached>(as, ["POST", `/assessments/${id}/evidence${query}`], content, {
    "content-type": type,
  });

const statusOf = async (client: CheckedClient, address: string) =>
  (await downloadFile(client, address)).status;

/** What an assessment shows of its evidence. */
async function evidenceOf(assessment: TestAssessment, client?: CheckedClient) {
  const fields =
    "evidence { id title question address file { name size mediaType sha256 address } }";
  const shown = await assessment.shown<{ evidence: { id: string; file: Attached | null }[] }>(
    fields,
    client,
  );
  return shown?.evidence ?? [];
}

describe("A file as evidence", () => {
  it("is kept by its hash, and comes back as it was under its own name", async () => {
    const assessment = await offered();
    const content = pdf("catatan lapangan");
    const sha256 = createHash("sha256").update(content).digest("hex");
    const name = encodeURIComponent('../Catatan "é".pdf');
    const { status, body } = await attach(
      assessment,
      `?title=Catatan%20lapangan&question=a-1&name=${name}`,
      content,
    );
    expect([status, body]).toEqual([
      200,
      {
        ...{ id: body.id, position: body.position, size: content.length, sha256 },
        address: `/files/${body.id}`,
      },
    ]);
    const file = { name: '../Catatan "é".pdf', size: content.length, mediaType: types.pdf, sha256 };
    expect(await evidenceOf(assessment)).toEqual([
      {
        ...{ id: body.id, title: "Catatan lapangan", question: "a-1", address: null },
        file: { ...file, address: body.address },
      },
    ]);
    const back = await downloadFile(assessor, body.address);
    expect(back.content.equals(content)).toBe(true);
    expect(Object.fromEntries(back.headers)).toMatchObject({
      "content-type": types.pdf,
      "content-disposition":
        "attachment; filename=\".._Catatan ___.pdf\"; filename*=UTF-8''..%2FCatatan%20%22%C3%A9%22.pdf",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
    });
    const plain = await attach(assessment, "", Buffer.from("a"), { type: "text/plain" });
    const shown = await evidenceOf(assessment);
    expect(shown[1]).toMatchObject({ id: plain.body.id, title: "file", question: null });
  });

  it("is attached once under an id of its sender's", async () => {
    const assessment = await offered();
    const id = newId();
    const first = await attach(assessment, `?id=${id}&title=a`, pdf("a"));
    const before = await headOf(world);
    const again = await attach(assessment, `?id=${id.toUpperCase()}&title=a`, pdf("a"));
    expect(again.body).toEqual(first.body);
    expect((await attach(assessment, `?id=${id}&title=a`, pdf("b"))).code).toBe("CONFLICT");
    expect((await attach(assessment, `?id=${id}&title=b`, pdf("a"))).code).toBe("CONFLICT");
    expect(await headOf(world)).toBe(before);
  });

  it("is of the type that its bytes show, and its name ends so", async () => {
    const assessment = await offered();
    const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    const workbook = await rightWorkbook();
    const png = Buffer.from(onePixel, "base64");
    const page = Buffer.from("<html><script>1</script></html>");
    const refused: [type: string, content: Buffer][] = [
      [types.pdf, page],
      [types.pdf, Buffer.alloc(0)],
      ["image/jpeg", png],
      ["image/png", pdf("x")],
      ["image/webp", Buffer.from("RIFF0000WAVE")],
      ["text/plain", png],
      ["text/csv", Buffer.from([0x61, 0xff])],
      ["application/vnd.ms-excel", Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
      [word, workbook],
      [word, Buffer.from("PK\u0003\u0004 broken")],
      [types.xlsx, await zip({ a: "b" })],
      [types.xlsx, await zip(macros)],
      ["application/vnd.oasis.opendocument.text", workbook],
    ];
    for (const [type, content] of refused) {
      const { status, code, reason } = await attach(assessment, "", content, { type });
      expect([type, status, code, reason]).toEqual([type, 400, "BAD_USER_INPUT", "OTHER_TYPE"]);
    }
    const ods = "application/vnd.oasis.opendocument.spreadsheet";
    const named: [name: string, type: string, content: Buffer, shown: string][] = [
      ["foto.JPEG", "image/jpeg", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "foto.JPEG"],
      ["setup.exe", types.pdf, pdf("x"), "setup.exe.pdf"],
      ["page.html", "text/plain", page, "page.html.txt"],
      ["gambar", "image/png", png, "gambar.png"],
      ["tabel.xlsx", types.xlsx, workbook, "tabel.xlsx"],
      // Browsers on Windows declare a CSV so.
      ["tabel-2.csv", "application/vnd.ms-excel", Buffer.from("a;b"), "tabel-2.csv"],
      ["tabel", ods, await zip({ mimetype: ods }), "tabel.ods"],
    ];
    for (const [name, type, content] of named) {
      const { status } = await attach(assessment, `?name=${name}`, content, { type });
      expect([name, status]).toEqual([name, 200]);
    }
    const shown = (await evidenceOf(assessment)) as unknown as { file: { name: string } }[];
    expect(shown.map(({ file }) => file.name).sort()).toEqual(
      named.map(([, , , one]) => one).sort(),
    );
  });

  it("is refused for what it is, where it goes, or whose it is", async () => {
    const assessment = await offered();
    const { university, owner } = setting;
    const stranger = await world.member(await world.organisation(), "ASSESSOR");
    const coordinator = await world.member(owner, "COORDINATOR");
    const viewer = await world.member(university, "VIEWER");
    const before = await headOf(world);
    const refusals = [
      await attach(assessment, "?question=b-1", pdf("x")),
      await attach(assessment, `?title=${"x".repeat(301)}`, pdf("x")),
      await attach(assessment, "?title=%00", pdf("x")),
      await attach(assessment, "?id=x", pdf("x")),
      await attach(assessment, "", pdf("x"), { type: "text/html" }),
      await attach(assessment, "", pdf("x"), { type: "application/x-msdownload" }),
      await attach(assessment, "", Buffer.alloc(100_001)),
      await attach({ id: newId() }, "", pdf("x")),
      await attach(assessment, "", pdf("x"), { as: stranger }),
      await attach(assessment, "", pdf("x"), { as: viewer }),
      await attach(assessment, "", pdf("x"), { as: coordinator }),
      await attach(assessment, "", pdf("x"), { as: world.visitor() }),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([
      ...[400, 400, 400, 400, 415, 415, 413, 404, 404, 403, 403, 401],
    ]);
    expect(refusals[0]?.paths).toEqual(["question"]);
    expect(refusals[8]?.errors).toEqual(refusals[7]?.errors);
    expect(await headOf(world)).toBe(before);
    const largest = Buffer.concat([pdf(""), Buffer.alloc(100_000 - pdf("").length)]);
    expect((await attach(assessment, "", largest)).status).toBe(200);
    await assessment.submitted();
    const late = await attach(assessment, "", pdf("x"));
    expect([late.status, late.code]).toEqual([400, "INVALID_TRANSITION"]);
  });
});

describe("Who sees a file", () => {
  it("are those who see the assessment, and all once it is published", async () => {
    const assessment = await offered();
    const { body } = await attach(assessment, "?title=a", pdf("bukti"));
    const outsiders = [
      world.visitor(),
      await world.operator,
      await world.member(await world.organisation(), "ADMIN"),
      await world.member(reviewer, "COORDINATOR"),
    ];
    const insiders = [
      await world.member(setting.university, "VIEWER"),
      await world.key(setting.university, "READ"),
      await world.member(setting.owner, "COORDINATOR"),
    ];
    const statuses = (clients: CheckedClient[]) =>
      Promise.all(clients.map((client) => statusOf(client, body.address)));
    expect(await statuses(outsiders)).toEqual([404, 404, 404, 404]);
    expect(await statuses(insiders)).toEqual([200, 200, 200]);
    expect(await statusOf(assessor, `/files/${body.sha256}`)).toBe(404);
    expect(await statusOf(assessor, `/files/${assessment.id}`)).toBe(404);
    await assessment.submitted();
    await assessment.step("beginReview", { reviewerId: reviewer.id });
    expect(await statuses(outsiders)).toEqual([404, 404, 404, 200]);
    await assessment.publish(reviewer);
    expect(await statuses(outsiders)).toEqual([200, 200, 200, 200]);
    const { headers } = await downloadFile(world.visitor(), body.address);
    expect(headers.get("cache-control")).toBe("no-cache");
  });

  it("a correction has its own, which goes when it is removed; the published one stays", async () => {
    const assessment = await offered();
    const { body } = await attach(assessment, "?title=a&question=a-1", pdf("tetap"));
    await (await assessment.submitted()).publish();
    const correction = await assessment.correct();
    const [copy] = await evidenceOf(correction);
    expect(copy).toMatchObject({ title: "a", question: "a-1", file: { sha256: body.sha256 } });
    expect(copy?.id).not.toBe(body.id);
    const address = String(copy?.file?.address);
    expect(address).toBe(`/files/${copy?.id}`);
    expect([await statusOf(assessor, address), await statusOf(world.visitor(), address)]).toEqual([
      ...[200, 404],
    ]);
    const input = { id: String(copy?.id), expectedVersion: 1 };
    await assessor.data(
      "mutation ($input: RemovalInput!) { removeEvidence(input: $input) { position } }",
      { input } as never,
    );
    expect(await statusOf(assessor, address)).toBe(404);
    expect(await evidenceOf(correction)).toEqual([]);
    const kept = await downloadFile(world.visitor(), body.address);
    expect(kept.content.toString()).toContain("tetap");
  });
});
