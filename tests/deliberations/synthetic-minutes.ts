import type { Stance } from "../../src/domain/deliberations/enums.js";
import type {
  MinutesDocument,
  MinutesOutcome,
  MinutesParty,
  MinutesPosition,
  MinutesVersion,
} from "../../src/domain/deliberations/minutes/minutes-document.js";
import type { Sector } from "../../src/domain/stakeholders/index.js";

// Synthetic minutes: every organisation, person, place and word in them is invented for the tests.

const named: [key: string, sector: string, name: string, delegates: string[]][] = [
  [
    "kementerian",
    "CENTRAL_GOVERNMENT",
    "Kementerian Contoh Republik Rekaan",
    ["Sri Wening, Direktur Perluasan Kesempatan Kerja", "Bagas Prakoso"],
  ],
  ["badan", "CENTRAL_GOVERNMENT", "Badan Perencanaan Rekaan", ["Nur Halimah"]],
  [
    "bappeda",
    "REGIONAL_GOVERNMENT",
    "Badan Perencanaan Pembangunan Daerah Kabupaten Rekaan Selatan",
    ["Made Suardana"],
  ],
  [
    "disnaker",
    "REGIONAL_GOVERNMENT",
    "Dinas Tenaga Kerja Kabupaten Rekaan Selatan",
    ["Yohanes Tandi", "Rina Marlina"],
  ],
  ["desa-hulu", "VILLAGE_GOVERNMENT", "Pemerintah Desa Hulu Rekaan", ["Asep Suryana, Kepala Desa"]],
  ["desa-hilir", "VILLAGE_GOVERNMENT", "Pemerintah Desa Hilir Rekaan", []],
  ["kopi", "PRIVATE_SECTOR", "PT Kopi Rekaan Sejahtera", ["Lia Gunawan"]],
  ["bank", "PRIVATE_SECTOR", "Bank Rekaan Daerah", ["Tomi Siregar"]],
  ["universitas", "UNIVERSITY", "Universitas Rekaan", ["Prof. Ratna Dewi", "Dr. Umar Faruq"]],
  ["lsm", "NGO", "Yayasan Rekaan Lestari", ["Maria Goreti"]],
  ["adat", "COMMUNITY_GROUP", "Lembaga Adat Rekaan", ["Abah Karna"]],
  ["petani", "COMMUNITY_GROUP", "Kelompok Tani Rekaan Mekar", ["Siti Aminah"]],
];

/** An id that is the same at every run. */
const idOf = (kind: number, at: number) =>
  `00000000-0000-4000-8000-${String(kind * 1000 + at).padStart(12, "0")}`;

const parties = new Map(
  named.map(([key, sector, name], at): [string, MinutesParty] => [
    key,
    { id: idOf(1, at), key, name, sector: sector as Sector },
  ]),
);

/** One of the twelve organisations. */
export function party(key: string): MinutesParty {
  const found = parties.get(key);
  if (!found) throw new Error(`There is no organisation ${key}`);
  return found;
}

/** An instant of the meeting's day, by its time in Jakarta. */
const at = (time: string) => new Date(`2031-07-03T${time}:00+07:00`).toISOString();

type Taken = [organisation: string, stance: `${Stance}`, reason?: string];

const positions = (time: string, taken: Taken[], absent: string[] = []): MinutesPosition[] =>
  taken.map(([key, stance, reason]) => ({
    organisation: party(key),
    stance: stance as Stance,
    reason: reason ?? null,
    takenAt: at(time),
    counted: !absent.includes(key),
  }));

const agreeing = (...keys: string[]): Taken[] => keys.map((key) => [key, "AGREE"]);

function version(number: number, by: string, more: Partial<MinutesVersion>): MinutesVersion {
  return {
    number,
    text: "",
    reason: null,
    organisation: party(by),
    responsible: [],
    dueOn: null,
    writtenAt: at("09:40"),
    positions: [],
    ...more,
  };
}

function outcome(number: number, more: Partial<MinutesOutcome>): MinutesOutcome {
  return {
    id: idOf(2, number),
    number,
    status: "PROPOSED" as MinutesOutcome["status"],
    proposedBy: party("kementerian"),
    decision: null,
    decidedAt: null,
    reason: null,
    supersedes: null,
    sources: [],
    versions: [],
    ...more,
  };
}

const long =
  "Layanan pelatihan diberikan menurut kebutuhan yang dipetakan bersama warga: setiap desa menyusun daftar keterampilan yang benar-benar diminta pasar, perguruan tinggi memeriksanya, dan dinas tenaga kerja membuka kelas hanya untuk keterampilan yang tercantum dalam daftar itu.";

const byMufakat = outcome(1, {
  status: "AGREED" as MinutesOutcome["status"],
  proposedBy: party("universitas"),
  decision: {
    method: "MUFAKAT" as never,
    agree: 8,
    agreeWithReservation: 2,
    object: 0,
    abstain: 1,
    invited: 12,
    attending: 11,
  },
  decidedAt: at("10:52"),
  supersedes: {
    id: idOf(2, 90),
    text: "Pelatihan dibuka di semua desa pada bulan yang sama.",
    deliberation: { key: "rembuk-rekaan-2030", name: "Rembuk Daerah Rekaan Selatan 2030" },
  },
  versions: [
    version(1, "universitas", {
      text: "Layanan pelatihan diberikan menurut kebutuhan.",
      responsible: [party("disnaker")],
      positions: positions("09:58", [
        ["kementerian", "AGREE"],
        [
          "adat",
          "OBJECT",
          "Naskah ini tidak menyebut siapa yang memetakan kebutuhan; warga adat harus ikut.",
        ],
      ]),
    }),
    version(2, "adat", {
      text: `${long}\n\nMusim tanam dan hari besar adat dihormati dalam penjadwalan.`,
      reason: "Warga adat ikut memetakan kebutuhan, dan jadwal mengikuti musim tanam.",
      responsible: [party("disnaker"), party("universitas"), party("desa-hulu")],
      dueOn: "2031-12-31",
      writtenAt: at("10:21"),
      positions: positions(
        "10:40",
        [
          ...agreeing(
            "kementerian",
            "badan",
            "bappeda",
            "disnaker",
            "desa-hulu",
            "universitas",
            "lsm",
            "adat",
          ),
          [
            "bank",
            "AGREE_WITH_RESERVATION",
            "Pembiayaan lanjutan bagi peserta bergantung pada persetujuan komite kredit, dan tidak dapat dijanjikan sekarang.",
          ],
          ["petani", "AGREE_WITH_RESERVATION", "Kelas tidak dibuka pada bulan panen."],
          ["kopi", "ABSTAIN"],
          ["desa-hilir", "AGREE"],
        ],
        ["desa-hilir"],
      ),
    }),
  ],
});

const byVote = outcome(2, {
  status: "AGREED" as MinutesOutcome["status"],
  proposedBy: party("kopi"),
  decision: {
    method: "VOTE" as never,
    agree: 7,
    agreeWithReservation: 1,
    object: 2,
    abstain: 0,
    invited: 12,
    attending: 10,
  },
  decidedAt: at("13:47"),
  sources: [
    {
      key: null,
      publisher: "Universitas Rekaan",
      date: "2031-05",
      note: "Survei harga kopi di tingkat petani",
      address: "https://universitas-rekaan.example/survei?tahun=2031&bagian=kopi",
    },
  ],
  versions: [
    version(1, "kopi", {
      text: "Hasil panen kopi dari tujuh desa dibeli melalui satu gudang bersama yang dikelola badan usaha milik desa, dengan harga yang diumumkan setiap pekan.",
      responsible: [party("kopi")],
      dueOn: "2032-03-01",
      writtenAt: at("11:05"),
      positions: positions("13:30", [
        ...agreeing("kementerian", "badan", "bappeda", "disnaker", "desa-hulu", "kopi", "bank"),
        [
          "universitas",
          "AGREE_WITH_RESERVATION",
          "Harga acuan perlu ditinjau pihak ketiga setiap triwulan.",
        ],
        [
          "petani",
          "OBJECT",
          "Petani kehilangan pilihan pembeli.\nKami meminta penjualan ke gudang bersama bersifat sukarela, sekurang-kurangnya dua musim pertama.",
        ],
        ["lsm", "OBJECT", "Belum ada kajian dampak terhadap petani penggarap."],
      ]),
    }),
  ],
});

const deferred = outcome(3, {
  status: "DEFERRED" as MinutesOutcome["status"],
  proposedBy: party("lsm"),
  decision: {
    method: "CONVENER" as never,
    agree: 0,
    agreeWithReservation: 0,
    object: 0,
    abstain: 0,
    invited: 12,
    attending: 11,
  },
  decidedAt: at("15:10"),
  reason: "Data penerima bantuan belum selesai dipadankan; dibahas pada rembuk berikutnya.",
  versions: [
    version(1, "lsm", {
      text: "Satu daftar penerima dipakai oleh semua program di kawasan.",
      writtenAt: at("14:20"),
    }),
  ],
});

/** A regional rembuk of 12 organisations in 7 sectors with 3 outcomes. */
export function syntheticMinutes(): MinutesDocument {
  return {
    format: "rembuk-minutes/2",
    deliberation: {
      id: idOf(3, 1),
      key: "rembuk-rekaan-2031",
      kind: "REGIONAL" as never,
      title: "Rembuk Daerah Perluasan Kesempatan Kerja Kawasan Rekaan Selatan 2031",
      convener: party("kementerian"),
      programme: {
        key: "program-rekaan",
        name: "Program Rekaan Perluasan Kesempatan Kerja Berbasis Kawasan",
      },
      area: { key: "kawasan-rekaan", name: "Kawasan Rekaan Selatan" },
      region: { key: "99.01", name: "Kabupaten Rekaan Selatan" },
      place: "Pendopo Kabupaten Rekaan Selatan",
      timeZone: "WIB",
      heldFrom: "2031-07-03",
      heldTo: "2031-07-03",
      openedAt: at("09:04"),
      closedAt: at("15:32"),
      recorded: false,
      agenda: [
        { title: "Pembukaan dan pembacaan tata tertib", startsAt: at("09:00"), note: null },
        {
          title: "Pelatihan menurut kebutuhan",
          startsAt: at("09:30"),
          note: "Paparan hasil pemetaan oleh Universitas Rekaan",
        },
        { title: "Gudang bersama dan harga kopi", startsAt: null, note: null },
        { title: "Daftar penerima", startsAt: at("14:00"), note: null },
      ],
      quorumRule: { everySector: true, share: 50 },
      sources: [],
    },
    attendance: named
      .map(([key, , , delegates]) => ({
        organisation: party(key),
        delegates,
        intervals:
          key === "desa-hilir"
            ? [{ arrivedAt: at("09:10"), leftAt: at("10:45") }]
            : key === "lsm"
              ? [
                  { arrivedAt: at("08:55"), leftAt: at("12:02") },
                  { arrivedAt: at("13:11"), leftAt: null },
                ]
              : [{ arrivedAt: at("08:41"), leftAt: null }],
        presentAtClose: key !== "desa-hilir",
      }))
      .toSorted((a, b) => a.organisation.name.localeCompare(b.organisation.name)),
    quorum: { met: true, attending: 11, invited: 12, needed: 6, sectorsMissing: [] },
    outcomes: [byMufakat, byVote, deferred],
  };
}

/** A meeting of several days, held without the hub and recorded from what was published. */
export function recordedMinutes(): MinutesDocument {
  const { format, deliberation } = syntheticMinutes();
  const source = {
    key: null,
    publisher: "Kantor Berita Rekaan",
    date: "2031-08-13",
    note: null,
    address: null,
  };
  return {
    format,
    deliberation: {
      ...deliberation,
      kind: "FOCUS_GROUP" as never,
      title: "Diskusi tentang akar kemiskinan (rekaan)",
      place: null,
      area: null,
      region: null,
      heldFrom: "2031-08-09",
      heldTo: "2031-08-11",
      openedAt: "2032-01-05T02:00:00.000Z",
      closedAt: "2032-01-05T02:10:00.000Z",
      recorded: true,
      agenda: [],
      sources: [source],
    },
    attendance: [],
    quorum: null,
    outcomes: [
      outcome(1, {
        status: "AGREED" as MinutesOutcome["status"],
        decision: {
          method: "RECORDED" as never,
          agree: null,
          agreeWithReservation: null,
          object: null,
          abstain: null,
          invited: null,
          attending: null,
        },
        proposedBy: null,
        sources: [source],
        versions: [
          version(1, "kementerian", {
            text: "Temuan menjadi bahan rencana strategis 2032–2036.",
            writtenAt: "2032-01-05T02:05:00.000Z",
          }),
        ],
      }),
    ],
  };
}
