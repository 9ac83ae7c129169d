import { useEffect, useState } from "react";
import {
  type ExportFormat,
  ViewPageExportDocument,
  type ViewPagePartsFragment,
  ViewPageStartExportDocument,
} from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useAnswer, useChange } from "../../graph/hooks.js";
import { useFormats } from "../../language/formats.js";
import { useLanguage, useText } from "../../language/language.js";
import { Card } from "../../parts/card.js";
import { sizeOf, useDownload } from "../../parts/download.js";
import { FaultNote } from "../../parts/fault-note.js";
import { newId } from "../../parts/new-id.js";
import { Status } from "../../parts/status.js";
import styles from "./views.module.css";

const texts = {
  title: { id: "Unduh", en: "Download" },
  now: { id: "Unduh {format}", en: "Download {format}" },
  long: {
    id: "Untuk hasil yang sangat besar, hub menyiapkan berkasnya di latar belakang:",
    en: "For a very large result, the hub makes the file in the background:",
  },
  start: { id: "Siapkan {format}", en: "Make {format}" },
  failed: { id: "Berkas tidak dapat diunduh: {reason}", en: "The file could not be had: {reason}" },
  offline: { id: "hub belum dapat dihubungi", en: "the hub cannot be reached" },
  progress: { id: "Kemajuan ekspor", en: "Progress of the export" },
  rows: {
    id: "{rows, plural, other {# baris}}, {size}",
    en: "{rows, plural, one {# row} other {# rows}}, {size}",
  },
};

const formats: readonly ExportFormat[] = ["CSV", "XLSX", "JSON", "NDJSON"];

/** The locale of files: separators and decimal signs as spreadsheets of the reader expect them. */
const localeOf = (language: "id" | "en"): string => (language === "id" ? "id-ID" : "en-GB");

/** Fetches a file, and has the words of a refusal. */
function useNotedDownload() {
  const t = useText();
  const download = useDownload();
  const [refusal, setRefusal] = useState<string>();
  const fetchFile = async (path: string) => {
    const reason = await download(path);
    setRefusal(
      reason === undefined ? undefined : t(texts.failed, { reason: reason || t(texts.offline) }),
    );
  };
  const note = refusal ? (
    <p role="alert" className={styles.fault}>
      {refusal}
    </p>
  ) : null;
  return [fetchFile, note] as const;
}

/** An export that is being made is asked for after these milliseconds first, then less and less often. */
const askMs = { first: 500, longest: 15_000, growth: 1.5 };

/** An export in the background: its progress, then its file. */
function RunningExport({ id }: { id: string }) {
  const t = useText();
  const { number } = useFormats();
  const { data, fault, again } = useAnswer(ViewPageExportDocument, { id });
  const [fetchFile, note] = useNotedDownload();
  const made = data?.export;
  const isOpen = !made || made.status === "QUEUED" || made.status === "RUNNING";
  useEffect(() => {
    if (!isOpen) return;
    let wait = askMs.first;
    let timer = setTimeout(function ask() {
      again();
      wait = Math.min(askMs.longest, wait * askMs.growth);
      timer = setTimeout(ask, wait);
    }, wait);
    return () => clearTimeout(timer);
  }, [isOpen, again]);
  if (!made) return <FaultNote fault={fault} again={again} />;
  const { status, progress, rows, bytes, address, failure } = made;
  return (
    <div className="stack">
      <div className="row" aria-live="polite">
        <Status of="ExportStatus" member={status} />
        {isOpen ? (
          <progress
            className={styles.progress}
            max={100}
            value={progress}
            aria-label={t(texts.progress)}
          />
        ) : null}
        {rows !== null && bytes !== null ? (
          <span className="soft small">{t(texts.rows, { rows, size: sizeOf(bytes, number) })}</span>
        ) : null}
        {failure ? <span className={styles.fault}>{failure}</span> : null}
        {address ? (
          <button type="button" className="button" onClick={() => void fetchFile(address)}>
            {t(texts.title)}
          </button>
        ) : null}
      </div>
      {note}
    </div>
  );
}

type Parameters = Record<string, string>;

/** Exports that take long, of those who may start one. */
function LongExport({ view, parameters }: { view: ViewPagePartsFragment; parameters: Parameters }) {
  const t = useText();
  const language = useLanguage();
  const [start, starting] = useChange(ViewPageStartExportDocument);
  const [id, setId] = useState<string>();
  const [fault, setFault] = useState<Fault>();
  const begin = async (format: ExportFormat) => {
    const input = { id: newId(), viewKey: view.key, parameters, format };
    const outcome = await start({ input: { ...input, locale: localeOf(language) } });
    setFault(outcome.fault);
    setId(outcome.data?.startExport.export?.id);
  };
  return (
    <div className="stack">
      <p className="soft small">{t(texts.long)}</p>
      <div className="row">
        {formats.map((format) => (
          <button
            key={format}
            type="button"
            className="button quiet"
            disabled={starting}
            onClick={() => void begin(format)}
          >
            {t(texts.start, { format })}
          </button>
        ))}
      </div>
      <FaultNote fault={fault} />
      {id ? <RunningExport key={id} id={id} /> : null}
    </div>
  );
}

/** The result as a file: at once, or made in the background. */
export function ViewExports({
  view,
  parameters,
  isMember,
}: {
  view: ViewPagePartsFragment;
  parameters: Parameters;
  isMember: boolean;
}) {
  const t = useText();
  const language = useLanguage();
  const [fetchFile, note] = useNotedDownload();
  const search = new URLSearchParams({ ...parameters, locale: localeOf(language) });
  return (
    <div className="no-print">
      <Card title={t(texts.title)}>
        <div className="row">
          {formats.map((format) => (
            <button
              key={format}
              type="button"
              className="button"
              onClick={() =>
                void fetchFile(`/views/${view.key}.${format.toLowerCase()}?${search.toString()}`)
              }
            >
              {t(texts.now, { format })}
            </button>
          ))}
        </div>
        {note}
        {isMember ? <LongExport view={view} parameters={parameters} /> : null}
      </Card>
    </div>
  );
}
