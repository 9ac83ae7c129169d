import { QuestionKind, ScoreFormula } from "../enums.js";
import type {
  DraftInstrumentInput,
  InstrumentSectionInput,
  QuestionInput,
} from "./instrument-inputs.js";

// The five livelihood capitals of an area. The capitals are those of the sustainable livelihoods
// framework (DFID, Sustainable livelihoods guidance sheets, 1999); the questions are the hub's own.

type Texts = [english: string, indonesian: string];

const text = ([english, indonesian]: Texts) => ({ english, indonesian });

const scaleHelp: Texts = [
  "1: not at all or nobody; 2: little or few; 3: about half; 4: mostly; 5: fully or everybody.",
  "1: sama sekali tidak atau tidak ada; 2: sedikit; 3: sekitar separuh; 4: sebagian besar; 5: sepenuhnya atau semua.",
];

const scale = (...question: Texts): Partial<QuestionInput> => ({
  kind: QuestionKind.SCALE,
  text: text(question),
  help: text(scaleHelp),
});

const percent = (...question: Texts): Partial<QuestionInput> => ({
  kind: QuestionKind.PERCENT,
  text: text(question),
});

const yesNo = (...question: Texts): Partial<QuestionInput> => ({
  kind: QuestionKind.BOOLEAN,
  text: text(question),
});

/** A capital as a section: its scored questions, then one for remarks. */
function capital(
  name: string,
  title: Texts,
  questions: readonly Partial<QuestionInput>[],
): InstrumentSectionInput {
  const scored = questions.map((question, at) => ({
    key: `${name}-${at + 1}`,
    dimension: name.toUpperCase(),
    ...question,
  }));
  const words = {
    key: `${name}-notes`,
    kind: QuestionKind.TEXT,
    required: false,
    text: text([
      `What else is to be known of the ${title[0].toLowerCase()}?`,
      `Apa lagi yang perlu diketahui tentang ${title[1].toLowerCase()}?`,
    ]),
  };
  return { key: name, title: text(title), questions: [...scored, words] as QuestionInput[] };
}

const titles = {
  human: ["Human capital", "Modal manusia"],
  social: ["Social capital", "Modal sosial"],
  natural: ["Natural capital", "Modal alam"],
  physical: ["Physical capital", "Modal fisik"],
  financial: ["Financial capital", "Modal finansial"],
} satisfies Record<string, Texts>;

const sections: InstrumentSectionInput[] = [
  capital("human", titles.human, [
    scale(
      "Do people of working age have skills that the area's main trades ask for?",
      "Apakah penduduk usia kerja memiliki keterampilan yang diminta usaha utama kawasan?",
    ),
    scale(
      "Can those who want to learn a trade reach training with an instructor?",
      "Apakah yang ingin belajar keahlian dapat menjangkau pelatihan dengan instruktur?",
    ),
    scale(
      "Are people healthy enough to work through the season?",
      "Apakah penduduk cukup sehat untuk bekerja sepanjang musim?",
    ),
    scale(
      "Do young people who finished school find work or start a business in the area?",
      "Apakah pemuda lulusan sekolah mendapat pekerjaan atau memulai usaha di kawasan?",
    ),
    percent(
      "What share of people from 15 to 64 finished junior secondary school?",
      "Berapa persen penduduk usia 15–64 tahun menamatkan SMP atau sederajat?",
    ),
  ]),
  capital("social", titles.social, [
    scale(
      "Do village deliberations include women, young people and the poorest?",
      "Apakah musyawarah desa melibatkan perempuan, pemuda, dan warga termiskin?",
    ),
    scale(
      "Do groups of producers or workers meet, decide and keep accounts?",
      "Apakah kelompok produsen atau pekerja bertemu, mengambil keputusan, dan membukukan keuangan?",
    ),
    scale(
      "Do people help each other with work or money without being asked by government?",
      "Apakah warga saling membantu tenaga atau uang tanpa diminta pemerintah?",
    ),
    scale(
      "Do village, regency and companies keep what they agree with each other?",
      "Apakah desa, kabupaten, dan perusahaan menepati kesepakatan satu sama lain?",
    ),
  ]),
  capital("natural", titles.natural, [
    scale(
      "Is there land, forest or water that the community may use by right for its trades?",
      "Apakah ada lahan, hutan, atau perairan yang berhak digunakan masyarakat untuk usahanya?",
    ),
    scale(
      "Is there water in the dry season for people, fields and animals?",
      "Apakah air tersedia pada musim kemarau bagi warga, ladang, dan ternak?",
    ),
    scale(
      "Do soil, forest and waters keep their yield under today's use?",
      "Apakah tanah, hutan, dan perairan tetap produktif dengan pemanfaatan saat ini?",
    ),
    {
      ...scale(
        "How much do landslides, floods, drought or fire damage people's work?",
        "Seberapa besar longsor, banjir, kekeringan, atau kebakaran merugikan pekerjaan warga?",
      ),
      reversed: true,
    },
  ]),
  capital("physical", titles.physical, [
    scale(
      "Can goods leave the villages by road or boat in every season?",
      "Apakah barang dapat keluar dari desa lewat jalan atau kapal pada setiap musim?",
    ),
    scale(
      "Is there electricity enough to run a workshop's tools?",
      "Apakah listrik cukup untuk menjalankan alat produksi?",
    ),
    scale(
      "Is there a mobile or internet signal good enough to sell and to be paid?",
      "Apakah sinyal seluler atau internet cukup baik untuk berjualan dan menerima pembayaran?",
    ),
    scale(
      "Do groups have the rooms and equipment that their products need?",
      "Apakah kelompok memiliki tempat dan peralatan yang diperlukan produknya?",
    ),
  ]),
  capital("financial", titles.financial, [
    scale(
      "Do households have savings, or animals and stock that they can sell?",
      "Apakah rumah tangga memiliki tabungan, atau ternak dan persediaan yang dapat dijual?",
    ),
    scale(
      "Can a small business get credit at a bank or cooperative at a bearable price?",
      "Apakah usaha kecil dapat memperoleh kredit bank atau koperasi dengan biaya terjangkau?",
    ),
    scale(
      "Do sellers in the area get a steady price from buyers outside it?",
      "Apakah penjual di kawasan mendapat harga yang stabil dari pembeli di luar?",
    ),
    yesNo(
      "Is there a savings and loan group, cooperative or village enterprise that lends?",
      "Apakah ada kelompok simpan pinjam, koperasi, atau BUM Desa yang memberi pinjaman?",
    ),
    {
      ...scale(
        "Do the poorest households get loans from it too?",
        "Apakah rumah tangga termiskin juga mendapat pinjaman darinya?",
      ),
      condition: { question: "financial-4", anyOf: ["true"] },
    },
  ]),
];

/** The questionnaire that comes with the hub (domain, "Instrument"). */
export const assetPentagon = {
  key: "asset-pentagon",
  title: text(["Asset pentagon of an area", "Pentagon aset kawasan"]),
  about:
    "The five livelihood capitals of an area: human, social, natural, physical and financial. Each question is answered for the area as a whole.",
  formula: ScoreFormula.WEIGHTED_MEAN,
  dimensions: Object.entries(titles).map(([name, title]) => ({
    key: name.toUpperCase(),
    title: text(title as Texts),
  })),
  sections,
} satisfies DraftInstrumentInput;
