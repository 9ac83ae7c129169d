import type { Language } from "../../../../platform/errors.js";
import { type Html, html } from "../../../../platform/html.js";
import type { TimeZone } from "../../../regions/index.js";
import type { Tally } from "../../outcomes/decision.js";
import type { MinutesDocument, MinutesQuorum } from "../minutes-document.js";

type QuorumRule = MinutesDocument["deliberation"]["quorumRule"];

/** The values of the first sentence. */
interface Opening {
  when: string;
  severalDays: boolean;
  place: Html | null;
  kind: string;
  title: Html;
  convener: Html;
}

const inIndonesian: Record<TimeZone, string> = {
  WIB: "Waktu Indonesia Barat (WIB, UTC+7)",
  WITA: "Waktu Indonesia Tengah (WITA, UTC+8)",
  WIT: "Waktu Indonesia Timur (WIT, UTC+9)",
};

const inEnglish: Record<TimeZone, string> = {
  WIB: "Western Indonesia Time (WIB, UTC+7)",
  WITA: "Central Indonesia Time (WITA, UTC+8)",
  WIT: "Eastern Indonesia Time (WIT, UTC+9)",
};

const indonesian = {
  minutes: "Berita Acara",
  inOtherLanguage: { language: "en", text: "Read in English" },
  opening: ({ when, severalDays, place, kind, title, convener }: Opening): Html =>
    html`Pada ${severalDays ? "tanggal" : "hari"} ${when}${place && html`, bertempat di ${place}`}, telah diselenggarakan ${kind} “${title}” oleh ${convener}, yang hasilnya dituangkan dalam berita acara ini.`,
  recorded:
    "Rembuk ini diselenggarakan tanpa hub. Isi berita acara ini dicatat kemudian dari sumber yang disebut di dalamnya; apa yang tidak disebut oleh sumber tidak dicatat di sini.",
  meeting: "Penyelenggaraan",
  convener: "Penyelenggara",
  programme: "Program",
  area: "Kawasan",
  region: "Wilayah",
  place: "Tempat",
  dates: "Tanggal",
  opened: "Dibuka",
  closed: "Ditutup",
  entered: "Dicatat di hub",
  key: "Kunci rembuk",
  onDay: (date: string, time: string, zone: TimeZone) => `${date}, pukul ${time} ${zone}`,
  zone: (zone: TimeZone) => `Semua waktu dalam berita acara ini adalah ${inIndonesian[zone]}.`,
  agenda: "Agenda",
  attendance: "Daftar hadir",
  invited: "Lembaga yang diundang",
  invitedCaption: "Lembaga yang diundang, menurut sektor",
  attendedCaption: "Lembaga yang hadir menurut sumber, menurut sektor",
  organisation: "Lembaga",
  delegates: "Delegasi",
  present: (zone: TimeZone) => `Hadir (${zone})`,
  untilClose: "sampai ditutup",
  recordedBy: "dicatat oleh",
  neverCame: "Tidak hadir",
  atClose: "Saat ditutup",
  isPresent: "Hadir",
  isAbsent: "Tidak hadir",
  quorum: "Kuorum",
  quorumRule: ({ share, everySector }: QuorumRule) =>
    `Kuorum menuntut sedikitnya ${share} persen suara yang diundang hadir (sebuah lembaga beserta bagian-bagiannya adalah satu suara)${
      everySector
        ? ", dan setiap sektor yang diundang memiliki lembaga yang hadir dan menyatakan sikap"
        : ""
    }. Mufakat hanya sah, dan pemungutan suara hanya dibuka, dengan kuorum pada saat itu.`,
  quorumFigures: ({ invited, needed, attending }: MinutesQuorum) =>
    `Pada saat rembuk ditutup, hadir ${attending} dari ${invited} suara yang diundang; diperlukan ${needed}.`,
  quorumMet: "Kuorum terpenuhi.",
  quorumNotMet: "Kuorum tidak terpenuhi.",
  sectorsMissing: "Sektor yang tidak terwakili",
  outcomes: "Hasil rembuk",
  noOutcomes: "Rembuk ini ditutup tanpa hasil.",
  outcome: "Hasil",
  undecided: "Belum diputuskan",
  presentThen: (attending: number, invited: number) =>
    `dengan ${attending} dari ${invited} suara yang diundang hadir`,
  tally: ({ agree, agreeWithReservation, object, abstain }: Tally) =>
    `${agree} setuju, ${agreeWithReservation} setuju dengan catatan, ${object} keberatan, ${abstain} abstain`,
  reason: "Alasan",
  proposedBy: "Diusulkan oleh",
  responsible: "Pihak penanggung jawab",
  due: "Tenggat",
  vote: "Pemungutan suara",
  voteOpened: (when: string, voices: number) => `dibuka ${when}, dengan ${voices} suara`,
  supersedes: "Menggantikan hasil terdahulu",
  takesUp: "Membahas kembali hasil yang ditunda",
  earlierFrom: "dari",
  reasonsOf: { OBJECT: "Keberatan", AGREE_WITH_RESERVATION: "Setuju dengan catatan" },
  noReason: "tanpa alasan tertulis",
  notCounted: "dicatat, tidak dihitung",
  positionsOn: (version: number) => `Sikap lembaga atas naskah versi ${version}`,
  sector: "Sektor",
  stance: "Sikap",
  takenAt: (zone: TimeZone) => `Dinyatakan (${zone})`,
  history: "Riwayat naskah",
  version: (number: number) => `Versi ${number}`,
  currentVersion: "Naskah yang berlaku, tercantum di atas.",
  changedBecause: "Alasan perubahan",
  acknowledgement: "Pengesahan",
  closing:
    "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.",
  attended: "Lembaga yang hadir",
  signature: "Nama dan tanda tangan",
  acknowledged: "Disahkan melalui hub",
  authenticity: "Keaslian dokumen",
  howToCheck:
    "Sidik jari SHA-256 ini dihitung atas JSON kanonik (RFC 8785, UTF-8) yang diberikan bidang “document” berita acara ini di hub: simpan teks itu persis apa adanya, hitung SHA-256-nya, lalu bandingkan.",
  sources: "Sumber",
};

/** The sentences and labels of minutes in one language. */
export type MinutesWords = typeof indonesian;

const english: MinutesWords = {
  minutes: "Minutes",
  inOtherLanguage: { language: "id", text: "Baca dalam bahasa Indonesia" },
  opening: ({ when, place, kind, title, convener }) =>
    html`On ${when}${place && html`, at ${place}`}, ${convener} held the ${kind} “${title}”. These minutes record its outcomes.`,
  recorded:
    "This meeting was held without the hub. What is here was recorded afterwards from the sources named in it; what the sources do not say is not recorded here.",
  meeting: "The meeting",
  convener: "Convener",
  programme: "Programme",
  area: "Area",
  region: "Region",
  place: "Place",
  dates: "Date",
  opened: "Opened",
  closed: "Closed",
  entered: "Recorded in the hub",
  key: "Key",
  onDay: (date, time, zone) => `${date}, ${time} ${zone}`,
  zone: (zone) => `All times in these minutes are ${inEnglish[zone]}.`,
  agenda: "Agenda",
  attendance: "Attendance",
  invited: "The invited organisations",
  invitedCaption: "The invited organisations, by sector",
  attendedCaption: "The organisations that attended, as the sources say, by sector",
  organisation: "Organisation",
  delegates: "Delegates",
  present: (zone) => `Present (${zone})`,
  untilClose: "to the close",
  recordedBy: "recorded by",
  neverCame: "Did not attend",
  atClose: "At the close",
  isPresent: "Present",
  isAbsent: "Absent",
  quorum: "Quorum",
  quorumRule: ({ share, everySector }) =>
    `The quorum asks that at least ${share} per cent of the invited voices are present (an organisation and its parts are one voice)${
      everySector
        ? ", and that every invited sector has an organisation that is present and took a position"
        : ""
    }. Consensus holds, and a vote is opened, only with the quorum at that moment.`,
  quorumFigures: ({ invited, needed, attending }) =>
    `Voices present at the close: ${attending} of the ${invited} invited; needed: ${needed}.`,
  quorumMet: "The quorum was met.",
  quorumNotMet: "The quorum was not met.",
  sectorsMissing: "Sectors not represented",
  outcomes: "Outcomes",
  noOutcomes: "This meeting closed without an outcome.",
  outcome: "Outcome",
  undecided: "Not decided",
  presentThen: (attending, invited) => `with ${attending} of the ${invited} invited voices present`,
  tally: ({ agree, agreeWithReservation, object, abstain }) =>
    `${agree} agreed, ${agreeWithReservation} agreed with a reservation, ${object} objected, ${abstain} abstained`,
  reason: "Reason",
  proposedBy: "Proposed by",
  responsible: "Responsible",
  due: "Due",
  vote: "Vote",
  voteOpened: (when, voices) => `opened on ${when}, with ${voices} voices`,
  supersedes: "Supersedes an earlier outcome",
  takesUp: "Takes up again a deferred outcome",
  earlierFrom: "of",
  reasonsOf: { OBJECT: "Objections", AGREE_WITH_RESERVATION: "Reservations" },
  noReason: "no reason written",
  notCounted: "recorded, not counted",
  positionsOn: (version) => `Positions on version ${version} of the text`,
  sector: "Sector",
  stance: "Position",
  takenAt: (zone) => `Taken (${zone})`,
  history: "History of the text",
  version: (number) => `Version ${number}`,
  currentVersion: "The current text, given above.",
  changedBecause: "Reason for the change",
  acknowledgement: "Acknowledgement",
  closing: "These minutes were drawn up truthfully, to be used as is proper.",
  attended: "The organisations that attended",
  signature: "Name and signature",
  acknowledged: "Acknowledged through the hub",
  authenticity: "Authenticity",
  howToCheck:
    "This SHA-256 fingerprint covers the canonical JSON (RFC 8785, UTF-8) that the field “document” of these minutes gives in the hub: save that text exactly as it is, compute its SHA-256, and compare.",
  sources: "Sources",
};

/** The sentences and labels of minutes, by language. */
export const minutesWords: Record<Language, MinutesWords> = { id: indonesian, en: english };
