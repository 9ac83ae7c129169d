import { describe, expect, it } from "@jest/globals";
import type { MinutesDocument } from "../../src/domain/deliberations/index.js";
import { minutesHtml } from "../../src/domain/deliberations/minutes/page/html.js";
import { party, recordedMinutes, syntheticMinutes } from "./synthetic-minutes.js";

const sha256 = "3f1c".repeat(16);
const page = (document: MinutesDocument, language: "id" | "en" = "id") =>
  minutesHtml(document, { sha256, language });

/** What a reader sees: the page's text without its markup and style. */
const shown = (html: string) =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/<[^>]+>/g, "")
    .replace(/\s+/g, " ");

const headings = (html: string) => [...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, text]) => text);

/** The same document with every text that people write changed. */
function reworded(document: MinutesDocument, change: (text: string) => string): MinutesDocument {
  const texts = ["title", "name", "place", "text", "reason", "note", "publisher", "address"];
  const walk = (value: unknown, name = ""): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, name));
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, walk(inner, key)]),
      );
    }
    const isText = texts.includes(name) || name === "delegates";
    return typeof value === "string" && isText ? change(value) : value;
  };
  return walk(document) as MinutesDocument;
}

describe("Readable minutes", () => {
  it("are a whole Indonesian document with the words of a berita acara", () => {
    const html = page(syntheticMinutes());
    expect(html).toMatch(/^<!doctype html>\n<html lang="id">/);
    expect(headings(html)).toEqual([
      ...["Penyelenggaraan", "Agenda", "Daftar hadir", "Kuorum", "Hasil rembuk"],
      ...["Pengesahan", "Keaslian dokumen"],
    ]);
    const text = shown(html);
    for (const words of [
      "Pada hari Kamis, 3 Juli 2031, bertempat di Pendopo Kabupaten Rekaan Selatan, telah diselenggarakan Rembuk Daerah",
      "Ditutup3 Juli 2031, pukul 15.32 WIB",
      "Waktu Indonesia Barat (WIB, UTC+7)",
      "08.55 – 12.0213.11 sampai ditutup",
      "hadir 11 dari 12 suara yang diundang; diperlukan 6. Kuorum terpenuhi.",
      "Disepakati secara musyawarah mufakat, 3 Juli 2031, pukul 10.52 WIB, dengan 11 dari 12 suara yang diundang hadir: 8 setuju, 2 setuju dengan catatan, 0 keberatan, 1 abstain.",
      "melalui pemungutan suara, setelah mufakat tidak tercapai",
      "Ditunda oleh penyelenggara",
      "Data penerima bantuan belum selesai dipadankan",
      "Tenggat31 Desember 2031",
      `${sha256} Sidik jari SHA-256 ini dihitung atas JSON kanonik`,
    ]) {
      expect(text).toContain(words);
    }
  });

  it("say the same in English", () => {
    const html = page(syntheticMinutes(), "en");
    expect(html).toContain('<html lang="en">');
    const text = shown(html);
    for (const words of [
      "On Thursday, 3 July 2031, at Pendopo Kabupaten Rekaan Selatan,",
      "Closed3 July 2031, 15:32 WIB",
      "Voices present at the close: 11 of the 12 invited; needed: 6. The quorum was met.",
      "Agreed by vote, after consensus (mufakat) had failed",
      "7 agreed, 1 agreed with a reservation, 2 objected, 0 abstained",
      "Deferred by the convener",
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/\b(undefined|null|Invalid Date|[A-Z]+_[A-Z]+)\b/);
  });

  it("put objections and reservations with their reasons before the table of positions", () => {
    const html = page(syntheticMinutes());
    const vote = html.slice(html.indexOf("Hasil 2"), html.indexOf("Hasil 3"));
    const places = ["Keberatan (2)", "sekurang-kurangnya dua musim", "Harga acuan", "<table"];
    const found = places.map((words) => vote.indexOf(words));
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
  });

  describe("give all times where the meeting was held", () => {
    const mimika = { key: "94.04", name: "Kabupaten Mimika" };
    /** Just after midnight on 4 July in Papua; in Java it is the evening of 3 July. */
    const midnight = "2031-07-03T15:05:00.000Z";

    /** The same minutes of a meeting that begins just after midnight in Papua. */
    function inPapua({ outcomes, ...rest }: MinutesDocument): MinutesDocument {
      const { deliberation, attendance } = rest;
      const held = { region: mimika, heldFrom: "2031-07-04", heldTo: "2031-07-04" };
      const times = { openedAt: midnight, closedAt: "2031-07-03T16:40:00.000Z" };
      const agenda = [{ title: "Pembukaan", startsAt: midnight, note: null }];
      return {
        ...rest,
        deliberation: { ...deliberation, ...held, ...times, agenda, timeZone: "WIT" },
        attendance: attendance.map((one) => ({
          ...one,
          intervals: [{ arrivedAt: midnight, leftAt: null }],
        })),
        outcomes: outcomes.map((outcome) => ({
          ...outcome,
          decidedAt: midnight,
          versions: outcome.versions.map((version) => ({
            ...version,
            writtenAt: midnight,
            positions: version.positions.map((one) => ({ ...one, takenAt: midnight })),
          })),
        })),
      };
    }

    const acknowledgements = [{ organisationId: party("bappeda").id, acknowledgedAt: midnight }];
    const shownIn = (document: MinutesDocument, language: "id" | "en") =>
      shown(minutesHtml(document, { sha256, language, acknowledgements }));

    it("the day in Papua, just after midnight there", () => {
      const text = shownIn(inPapua(syntheticMinutes()), "id");
      for (const words of [
        "Pada hari Jumat, 4 Juli 2031",
        "Dibuka4 Juli 2031, pukul 00.05 WIT",
        "Ditutup4 Juli 2031, pukul 01.40 WIT",
        "Waktu Indonesia Timur (WIT, UTC+9)",
        "Pembukaan (00.05)",
        "Hadir (WIT)",
        "Dinyatakan (WIT)",
        "secara musyawarah mufakat, 4 Juli 2031, pukul 00.05 WIT",
        "Universitas Rekaan (Perguruan tinggi), 4 Juli 2031, pukul 00.05 WIT",
        "Pendopo Kabupaten Rekaan Selatan, 4 Juli 2031",
        "Disahkan melalui hub:4 Juli 2031, pukul 00.05 WIT",
      ]) {
        expect(text).toContain(words);
      }
      expect(text).not.toMatch(/WIB|3 Juli/);
      expect(shownIn(inPapua(syntheticMinutes()), "en")).not.toMatch(/WIB|3 July/);
    });

    it("in Central Indonesia Time too", () => {
      const { deliberation, ...rest } = syntheticMinutes();
      const held = { ...deliberation, timeZone: "WITA" as const };
      const text = shownIn({ ...rest, deliberation: held }, "en");
      expect(text).toContain("Closed3 July 2031, 16:32 WITA");
      expect(text).toContain("Central Indonesia Time (WITA, UTC+8)");
    });

    it("by the region, if they were sealed before minutes said their zone", () => {
      const { deliberation, ...rest } = inPapua(syntheticMinutes());
      const { timeZone, ...before } = deliberation;
      expect(timeZone).toBe("WIT");
      const sealed = { ...rest, format: "rembuk-minutes/1" as const };
      const old = { ...sealed, deliberation: before };
      expect(shownIn(old, "id")).toContain("Dibuka4 Juli 2031, pukul 00.05 WIT");
      const nowhere = { ...sealed, deliberation: { ...before, region: null } };
      expect(shownIn(nowhere, "id")).toContain("Dibuka3 Juli 2031, pukul 22.05 WIB");
    });
  });

  it("keep every text that was replaced, with who changed it and why", () => {
    const text = shown(page(syntheticMinutes()));
    for (const words of [
      "Versi 1 — Universitas Rekaan (Perguruan tinggi), 3 Juli 2031, pukul 09.40 WIB",
      "Layanan pelatihan diberikan menurut kebutuhan.",
      "warga adat harus ikut",
      "Versi 2 — Lembaga Adat Rekaan",
      "Alasan perubahan: Warga adat ikut memetakan",
      "dicatat, tidak dihitung",
      "“Pelatihan dibuka di semua desa pada bulan yang sama.” dari Rembuk Daerah Rekaan Selatan 2030",
    ]) {
      expect(text).toContain(words);
    }
  });

  it("name the sectors that were missing from the quorum", () => {
    const document = syntheticMinutes();
    const sectorsMissing = ["NGO", "UNIVERSITY"] as never[];
    document.quorum = { met: false, attending: 5, invited: 12, needed: 6, sectorsMissing };
    const text = shown(page(document));
    expect(text).toContain("Kuorum tidak terpenuhi.");
    expect(text).toContain("Lembaga swadaya masyarakat dan Perguruan tinggi.");
  });

  it("show who acknowledged them, and leave room for the others to sign", () => {
    const acknowledgements = [
      { organisationId: party("bappeda").id, acknowledgedAt: "2031-07-04T03:12:00.000Z" },
    ];
    const html = minutesHtml(syntheticMinutes(), { sha256, language: "id", acknowledgements });
    expect(shown(html)).toContain(
      "Disahkan melalui hub: 4 Juli 2031, pukul 10.12 WIB".replace(": ", ":"),
    );
    expect(html.match(/<td data-column="Nama dan tanda tangan"><\/td>/g)).toHaveLength(11);
  });

  it("say of a meeting held without the hub that it was, and leave out what nobody knows", () => {
    const html = page(recordedMinutes());
    expect(headings(html)).toEqual([
      ...["Penyelenggaraan", "Hasil rembuk", "Sumber", "Pengesahan", "Keaslian dokumen"],
    ]);
    const text = shown(html);
    expect(text).toContain("Rembuk ini diselenggarakan tanpa hub.");
    expect(text).toContain("Pada tanggal 9–11 Agustus 2031, telah");
    expect(text).toContain("Kantor Berita Rekaan, 13 Agustus 2031");
    expect(text).not.toMatch(/Ditutup|Diusulkan oleh|Hadir|\d setuju/);
  });

  it("show every text as text, however it is written", () => {
    const hostile = `</title></style><script>alert("1")</script>'&lt;\u202Ekacau\n${"x".repeat(300)}`;
    const document = reworded(syntheticMinutes(), (text) => `${text}${hostile}`);
    const clean = page(syntheticMinutes());
    const html = page(document);
    const tags = (text: string) => text.match(/<[a-z]+/g)?.filter((tag) => tag !== "<a").length;
    expect(tags(html)).toBe(tags(clean));
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;lt;");
    // Text that turns the direction of reading is kept to itself, in the page and in its title.
    const alone = /<(bdi|title)>[^<]*\u202E[^<]*<\/\1>/g;
    expect(html.replace(alone, "").replace(/ href="[^"]*"/g, "")).not.toContain("\u202E");
  });

  it("need nothing from elsewhere, and follow only addresses of pages", () => {
    const { deliberation, ...rest } = syntheticMinutes();
    const source = { key: null, publisher: "X", date: "2031", note: null };
    const sources = ["javascript:alert(1)", "https://contoh.example/?a=1&b='2'"];
    const html = page({
      ...rest,
      deliberation: {
        ...deliberation,
        sources: sources.map((address) => ({ ...source, address })),
      },
    });
    expect(html).not.toMatch(
      /<(?:script|link|img|iframe|object|embed|base|form)|\bsrc=|url\(|@import/i,
    );
    expect(html).not.toMatch(/ (?:on\w+|style)=/i);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
    expect(links).toContain("https://contoh.example/?a=1&amp;b=&#39;2&#39;");
    expect(links.filter((address) => !address?.startsWith("https://"))).toEqual([]);
  });
});
