import type { Fault } from "../../../graph/faults.js";
import { useText } from "../../../language/language.js";
import { CellFaults } from "../../../parts/cell-faults.js";
import { useDownload } from "../../../parts/download.js";
import { FaultNote } from "../../../parts/fault-note.js";
import type { Sent } from "../../../parts/file-transfer.js";

const texts = {
  sending: { id: "Mengirim tabel", en: "Sending the table" },
  READING: {
    id: "Membaca: {rows, plural, other {# baris}}, {refused} salah",
    en: "Reading: {rows, plural, one {# row} other {# rows}}, {refused} wrong",
  },
  RECORDING: {
    id: "Mencatat: {rows, plural, other {# baris}}, {refused} salah",
    en: "Recording: {rows, plural, one {# row} other {# rows}}, {refused} wrong",
  },
  checked: {
    id: "Pemeriksaan: {taken, plural, other {# baris akan masuk}}, {unchanged} sama, {refused} salah. Belum ada yang dicatat.",
    en: "Check: {taken, plural, one {# row} other {# rows}} would be taken, {unchanged} unchanged, {refused} wrong. Nothing was recorded.",
  },
  taken: {
    id: "{taken, plural, other {# baris masuk}}, {unchanged} sama, {refused} salah, {leftAlone} dibiarkan.",
    en: "{taken, plural, one {# row was} other {# rows were}} taken, {unchanged} unchanged, {refused} wrong, {leftAlone} left alone.",
  },
  nothing: { id: "Tidak ada baris yang dicatat.", en: "No row was recorded." },
  rejected: { id: "Unduh baris yang salah", en: "Download the wrong rows" },
};

/** How far the hub is with a table. */
export interface Progress {
  step: string;
  rows: number;
  refused: number;
}

export const isProgress = (line: unknown): line is { progress: Progress } =>
  typeof line === "object" && line !== null && "progress" in line;

/** How much of the table has arrived, and how far the hub is with its rows. */
export function ProgressNote({
  share,
  progress,
}: {
  share: number;
  progress: Progress | undefined;
}) {
  const t = useText();
  const { step, ...counts } = progress ?? { step: "" };
  const words =
    step === "READING" || step === "RECORDING"
      ? t(texts[step], counts as Omit<Progress, "step"> & Record<string, number>)
      : t(texts.sending);
  return (
    <div role="status" className="stack">
      <label>
        {words} <progress max={100} value={share} />
      </label>
    </div>
  );
}

interface Result {
  taken: number;
  unchanged: number;
  refused: number;
  leftAlone: number;
  faults?: Fault["fields"];
  rejected?: string | null;
}

/** What became of a table, or would: its counts, and its wrong cells by their addresses. */
export function ImportOutcome({ sent, isCheck }: { sent: Sent; isCheck: boolean }) {
  const t = useText();
  const download = useDownload();
  if (sent.fault) {
    const { fields, ...fault } = sent.fault;
    if (fields.length === 0) return <FaultNote fault={{ ...fault, fields }} />;
    return (
      <>
        <p role="status">{t(texts.nothing)}</p>
        <CellFaults faults={fields} />
      </>
    );
  }
  const { faults = [], rejected, ...counts } = sent.data as unknown as Result;
  const { taken, unchanged, refused, leftAlone } = counts;
  return (
    <>
      <p role="status">
        {t(isCheck ? texts.checked : texts.taken, { taken, unchanged, refused, leftAlone })}
      </p>
      <CellFaults faults={faults} />
      {rejected ? (
        <div className="row">
          <button type="button" className="button" onClick={() => void download(rejected)}>
            {t(texts.rejected)}
          </button>
        </div>
      ) : null}
    </>
  );
}
