import { Stance } from "../../domain/deliberations/index.js";

/** The way in which an outcome of a meeting is decided. */
export type Decision = "mufakat" | "vote" | "reject" | "defer" | "open" | "voting";

/** An outcome of a meeting in session. */
export interface OutcomeFacts {
  key: string;
  text: string;
  /** A second text, which clears the positions. */
  amended?: string;
  /** The stances of the attending organisations, in the order of their invitations. */
  stances: readonly Stance[];
  decision: Decision;
  /** The course of the main plan's action that it becomes. */
  becomes?: "completed" | "running" | "late";
  /** The key of the agreed outcome of the earlier meeting that it supersedes. */
  supersedes?: string;
  /** The key of the deferred outcome of the earlier meeting that it takes up again. */
  takesUp?: string;
  /** Days before or after the day of making on which it is due. */
  due: number;
}

const { AGREE, AGREE_WITH_RESERVATION, OBJECT, ABSTAIN } = Stance;
const all = [AGREE, AGREE, AGREE, AGREE];

/** The outcomes of the closed meeting of a province: each status, by each method. */
export const closedOutcomes: OutcomeFacts[] = [
  {
    ...{ key: "peta", text: "Potensi setiap desa dipetakan bersama warga" },
    ...{ stances: all, decision: "mufakat", becomes: "completed", due: -45 },
  },
  {
    ...{ key: "latihan", text: "Pelatihan pengolahan hasil dibuka bagi 60 orang" },
    amended: "Pelatihan pengolahan hasil dibuka bagi 80 orang, separuhnya perempuan",
    stances: [AGREE, AGREE_WITH_RESERVATION, AGREE, ABSTAIN],
    ...{ decision: "mufakat", becomes: "running", due: 100 },
  },
  {
    ...{ key: "alat", text: "Alat kerja dibeli lewat pengadaan bersama" },
    stances: [AGREE, AGREE, OBJECT, AGREE],
    ...{ decision: "vote", becomes: "late", due: -15 },
  },
  {
    ...{ key: "pasar", text: "Pasar mingguan kawasan dibuka kembali" },
    ...{ stances: all, decision: "mufakat", due: 30 },
  },
  {
    ...{ key: "iuran", text: "Setiap kelompok membayar iuran bulanan" },
    stances: [AGREE, OBJECT, OBJECT, OBJECT],
    ...{ decision: "vote", due: 20 },
  },
  {
    ...{ key: "pabrik", text: "Pabrik baru dibangun di kawasan" },
    ...{ stances: [], decision: "reject", due: 300 },
  },
  {
    ...{ key: "jalan", text: "Jalan produksi diperlebar" },
    ...{ stances: [], decision: "defer", due: 200 },
  },
];

/**
 * The outcomes of the meeting that is in session: one with an objection, one in a vote, one that supersedes an
 * outcome of the closed meeting, and one that takes up what that meeting deferred.
 */
export const liveOutcomes: OutcomeFacts[] = [
  {
    ...{ key: "pameran", text: "Kelompok ikut dua pameran setahun" },
    ...{ stances: [AGREE, OBJECT, AGREE], decision: "open", due: 120 },
  },
  {
    ...{ key: "gudang", text: "Gudang bersama disewa selama setahun" },
    ...{ stances: [AGREE, AGREE_WITH_RESERVATION, OBJECT], decision: "voting", due: 60 },
  },
  {
    ...{ key: "pasar-baru", text: "Pasar kawasan dibuka dua kali seminggu" },
    ...{ stances: [AGREE, AGREE, ABSTAIN], decision: "mufakat", due: 90, supersedes: "pasar" },
  },
  {
    ...{ key: "jalan-lagi", text: "Jalan produksi diperlebar bertahap" },
    ...{ stances: [AGREE], decision: "open", due: 240, takesUp: "jalan" },
  },
];
