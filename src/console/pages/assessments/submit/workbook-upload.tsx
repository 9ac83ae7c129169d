import { useRef, useState } from "react";
import type { Fault } from "../../../graph/faults.js";
import { useText } from "../../../language/language.js";
import { Card } from "../../../parts/card.js";
import { CellFaults } from "../../../parts/cell-faults.js";
import { saveAs } from "../../../parts/download.js";
import { FaultNote } from "../../../parts/fault-note.js";
import type { Sent } from "../../../parts/file-transfer.js";
import { useSendFile } from "../../../parts/use-file-transfer.js";
import { useAtWork } from "../at-work.js";

const texts = {
  title: { id: "Menjawab dengan buku kerja", en: "Answer by the workbook" },
  about: {
    id: "Unduh buku kerja (XLSX) di kepala halaman, isi tanpa sambungan, lalu kirim di sini.",
    en: "Download the workbook (XLSX) at the head of the page, fill it in without a line, and send it here.",
  },
  file: { id: "Buku kerja yang sudah diisi", en: "The completed workbook" },
  check: { id: "Periksa saja", en: "Check only" },
  send: { id: "Kirim", en: "Send" },
  valid: { id: "Kirim yang benar saja", en: "Send the correct rows only" },
  replace: {
    id: "Ganti jawaban di hub dengan isi buku kerja",
    en: "Replace the hub's answers with the workbook's",
  },
  sending: { id: "Mengirim buku kerja", en: "Sending the workbook" },
  taken: {
    id: "{taken, plural, other {# jawaban masuk}}, {cleared} dihapus.",
    en: "{taken, plural, one {# answer was} other {# answers were}} taken, {cleared} removed.",
  },
  checked: {
    id: "{taken, plural, other {# jawaban akan masuk}}, {cleared} akan dihapus.",
    en: "{taken, plural, one {# answer} other {# answers}} would be taken, {cleared} removed.",
  },
  rejected: { id: "Unduh baris yang salah", en: "Download the wrong rows" },
};

const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

interface Result {
  taken: number;
  cleared: number;
  faults?: Fault["fields"];
  rejected?: string | null;
}

const bytesOf = (base64: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: mediaType });

function Outcome({ sent, isCheck }: { sent: Sent; isCheck: boolean }) {
  const t = useText();
  if (sent.fault) {
    const { fields, ...fault } = sent.fault;
    return fields.length > 0 ? (
      <CellFaults faults={fields} />
    ) : (
      <FaultNote fault={{ ...fault, fields: [] }} />
    );
  }
  const { taken, cleared, faults = [], rejected } = sent.data as unknown as Result;
  return (
    <>
      <p role="status">{t(isCheck ? texts.checked : texts.taken, { taken, cleared })}</p>
      <CellFaults faults={faults} />
      {rejected ? (
        <button
          type="button"
          className="button"
          onClick={() => saveAs(bytesOf(rejected), "rejected.xlsx")}
        >
          {t(texts.rejected)}
        </button>
      ) : null}
    </>
  );
}

/** Sends a completed workbook: a check, all of it, or its correct rows; wrong cells are listed by address. */
export function WorkbookUpload() {
  const t = useText();
  const { assessment, again } = useAtWork();
  const input = useRef<HTMLInputElement>(null);
  const { send, share } = useSendFile();
  const [outcome, setOutcome] = useState<{ sent: Sent; isCheck: boolean }>();
  const post = async (parameters: Record<string, string>) => {
    const [file] = input.current?.files ?? [];
    if (!file) return input.current?.click();
    const path = `/assessments/${assessment.id}/workbook.xlsx?${new URLSearchParams(parameters)}`;
    const sent = await send({ method: "POST", path, file, mediaType });
    setOutcome({ sent, isCheck: parameters.check === "true" });
    if (!sent.fault) again();
  };
  const buttons: [label: string, parameters: Record<string, string>, look: string][] = [
    [t(texts.check), { check: "true" }, ""],
    [t(texts.send), {}, "main"],
    [t(texts.valid), { mode: "VALID" }, ""],
    ...(outcome?.sent.fault?.code === "CONFLICT"
      ? ([[t(texts.replace), { expectedVersion: String(assessment.version) }, "danger"]] as never)
      : []),
  ];
  return (
    <Card title={t(texts.title)}>
      <p className="small soft">{t(texts.about)}</p>
      <label className="stack">
        <span>{t(texts.file)}</span>
        <input ref={input} type="file" accept=".xlsx" onChange={() => setOutcome(undefined)} />
      </label>
      <div className="row">
        {buttons.map(([label, parameters, look]) => (
          <button
            key={label}
            type="button"
            className={`button ${look}`}
            disabled={share !== null}
            onClick={() => void post(parameters)}
          >
            {label}
          </button>
        ))}
      </div>
      {share === null ? null : (
        <label>
          {t(texts.sending)} <progress max={100} value={share} />
        </label>
      )}
      {outcome ? <Outcome {...outcome} /> : null}
    </Card>
  );
}
