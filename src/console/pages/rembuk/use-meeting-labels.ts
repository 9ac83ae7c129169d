import { useText } from "../../language/language.js";

const texts = {
  title: { id: "Judul", en: "Title" },
  summary: { id: "Tujuan", en: "Purpose" },
  kind: { id: "Jenis rembuk", en: "Kind of meeting" },
  convener: { id: "Penyelenggara", en: "Convened by" },
  heldFrom: { id: "Hari pertama", en: "First day" },
  heldTo: { id: "Hari terakhir", en: "Last day" },
  place: { id: "Tempat", en: "Place" },
  region: { id: "Provinsi", en: "Province" },
  programme: { id: "Program", en: "Programme" },
  visibility: { id: "Siapa yang dapat melihat", en: "Who may see it" },
  quorumShare: {
    id: "Bagian suara yang perlu hadir (%)",
    en: "Share of the voices that must attend (%)",
  },
};

/** The labels of a meeting's fields, by the paths of the contract's inputs. */
export function useMeetingLabels() {
  const t = useText();
  return {
    ...{ title: t(texts.title), summary: t(texts.summary), kind: t(texts.kind) },
    ...{ convenerId: t(texts.convener), heldFrom: t(texts.heldFrom), heldTo: t(texts.heldTo) },
    ...{ place: t(texts.place), regionCode: t(texts.region), programmeId: t(texts.programme) },
    ...{ visibility: t(texts.visibility), quorumShare: t(texts.quorumShare) },
  };
}
