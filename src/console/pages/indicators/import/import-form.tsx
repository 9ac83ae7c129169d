import { useState } from "react";
import { useText } from "../../../language/language.js";
import { membersOf, useMemberName } from "../../../language/members.js";
import { Card } from "../../../parts/card.js";
import { useDownload } from "../../../parts/download.js";
import { ChoiceField, Field } from "../../../parts/fields.js";
import type { Sent } from "../../../parts/file-transfer.js";
import { newId } from "../../../parts/new-id.js";
import { useSendFile } from "../../../parts/use-file-transfer.js";
import { useMemberships } from "../../../session/use-memberships.js";
import styles from "../indicators.module.css";
import { ImportOutcome, isProgress, type Progress, ProgressNote } from "./import-outcome.js";

const texts = {
  title: { id: "Impor capaian dari tabel", en: "Import figures from a table" },
  file: { id: "Tabel CSV", en: "CSV table" },
  about: {
    id: "Satu capaian setiap baris. Mulailah dari formulir kosong, atau dari tabel yang diunduh.",
    en: "One figure a row. Begin with the empty form, or with a downloaded table.",
  },
  form: { id: "Unduh formulir kosong", en: "Download the empty form" },
  organisation: { id: "Atas nama lembaga", en: "For the organisation" },
  mode: { id: "Cara", en: "Mode" },
  numbers: { id: "Cara menulis angka", en: "How numbers are written" },
  either: { id: "Tidak ditentukan", en: "Not said" },
  ID: { id: "12.500,5 (Indonesia)", en: "12.500,5 (Indonesia)" },
  EN: { id: "12,500.5 (Inggris)", en: "12,500.5 (English)" },
  check: { id: "Periksa dahulu", en: "Check first" },
  send: { id: "Impor", en: "Import" },
  anew: { id: "Tabel lain", en: "Another table" },
};

interface Choice {
  organisation: string;
  mode: string;
  numbers: string;
}

function Choices({ of, change }: { of: Choice; change: (choice: Partial<Choice>) => void }) {
  const t = useText();
  const name = useMemberName();
  const memberships = useMemberships() ?? [];
  return (
    <div className={styles.choices}>
      <ChoiceField
        label={t(texts.organisation)}
        value={of.organisation}
        change={(organisation) => change({ organisation })}
        choices={memberships.map(({ organisation }) => ({
          value: organisation.id,
          label: organisation.name,
        }))}
      />
      <ChoiceField
        label={t(texts.mode)}
        value={of.mode}
        change={(mode) => change({ mode })}
        choices={membersOf("ImportMode").map((value) => ({
          value,
          label: name("ImportMode", value),
        }))}
      />
      <ChoiceField
        label={t(texts.numbers)}
        value={of.numbers}
        change={(numbers) => change({ numbers })}
        choices={[
          { value: "", label: t(texts.either) },
          { value: "ID", label: t(texts.ID) },
          { value: "EN", label: t(texts.EN) },
        ]}
      />
    </div>
  );
}

/** Sends one table: the choices, the file under its id, progress, and the outcome of the last sending. */
function useImport(choice: Choice, imported: () => void) {
  const [id] = useState(newId);
  const { send, share } = useSendFile();
  const [progress, setProgress] = useState<Progress>();
  const [outcome, setOutcome] = useState<{ sent: Sent; isCheck: boolean }>();
  const start = async (file: File, isCheck: boolean) => {
    setOutcome(undefined);
    setProgress(undefined);
    const parameters = new URLSearchParams({
      kind: "MEASUREMENTS",
      ...Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== "")),
      ...(isCheck ? { check: "true" } : {}),
    });
    const sent = await send({
      method: "PUT",
      path: `/imports/${id}?${parameters}`,
      file,
      mediaType: "text/csv",
      onLine: (line) => {
        if (isProgress(line)) setProgress(line.progress);
      },
    });
    setOutcome({ sent, isCheck });
    if (!isCheck && !sent.fault) imported();
  };
  return { start, share, progress, outcome };
}

/** Imports a table of figures: a dry run first, then all of it, its correct rows, or its corrections. */
export function ImportForm({
  imported,
  startAnew,
}: {
  imported: () => void;
  startAnew: () => void;
}) {
  const t = useText();
  const memberships = useMemberships() ?? [];
  const download = useDownload();
  const [file, setFile] = useState<File>();
  const [chosen, choose] = useState<Partial<Choice>>({});
  const first = memberships[0]?.organisation.id ?? "";
  const choice = { organisation: first, mode: "ALL", numbers: "", ...chosen };
  const { start, share, progress, outcome } = useImport(choice, imported);
  const isDone = outcome !== undefined && !outcome.isCheck && !outcome.sent.fault;
  const button = (label: string, isCheck: boolean, look: string) => (
    <button
      type="button"
      className={`button ${look}`}
      disabled={!file || share !== null || isDone}
      onClick={() => file && void start(file, isCheck)}
    >
      {label}
    </button>
  );
  return (
    <Card
      title={t(texts.title)}
      actions={
        <button
          type="button"
          className="button quiet"
          onClick={() => void download("/tables/measurements.csv?template")}
        >
          {t(texts.form)}
        </button>
      }
    >
      <Field label={t(texts.file)} hint={t(texts.about)}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".csv,text/csv"
            onChange={({ target }) => setFile(target.files?.[0])}
          />
        )}
      </Field>
      <Choices of={choice} change={(change) => choose({ ...chosen, ...change })} />
      <div className="row">
        {button(t(texts.check), true, "")}
        {button(t(texts.send), false, "main")}
        {isDone ? (
          <button type="button" className="button" onClick={startAnew}>
            {t(texts.anew)}
          </button>
        ) : null}
      </div>
      {share === null ? null : <ProgressNote share={share} progress={progress} />}
      {outcome ? <ImportOutcome {...outcome} /> : null}
    </Card>
  );
}
