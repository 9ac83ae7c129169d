import { useState } from "react";
import {
  type AssessmentEvidenceFragment,
  AssessmentRemoveEvidenceDocument,
} from "../../../generated/graphql.js";
import type { Fault } from "../../../graph/faults.js";
import { useChange } from "../../../graph/hooks.js";
import { useFormats } from "../../../language/formats.js";
import { useText } from "../../../language/language.js";
import { useDownload } from "../../../parts/download.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { useAtWork } from "../at-work.js";
import styles from "./evidence.module.css";

const texts = {
  size: { id: "{size} kB", en: "{size} kB" },
  remove: { id: "Hapus bukti {title}", en: "Remove the evidence {title}" },
  failed: { id: "Berkas belum dapat diunduh.", en: "The file cannot be downloaded now." },
};

function Item({ evidence, remove }: { evidence: AssessmentEvidenceFragment; remove: () => void }) {
  const t = useText();
  const { number } = useFormats();
  const { rights } = useAtWork();
  const download = useDownload();
  const [failed, setFailed] = useState(false);
  const { title, file, address } = evidence;
  const get = async (path: string) => setFailed((await download(path)) !== undefined);
  return (
    <li className="row">
      {file ? (
        <>
          <button type="button" className={styles.link} onClick={() => void get(file.address)}>
            {title}
          </button>
          <span className="soft small">
            {t(texts.size, { size: number(Math.ceil(file.size / 1024)) })}
          </span>
        </>
      ) : (
        <a href={address ?? ""} rel="noreferrer noopener" target="_blank">
          {title}
        </a>
      )}
      {failed ? <span role="alert">{t(texts.failed)}</span> : null}
      {rights.answers ? (
        <button
          type="button"
          className="button quiet"
          aria-label={t(texts.remove, { title })}
          onClick={remove}
        >
          ✕
        </button>
      ) : null}
    </li>
  );
}

/** Evidence, each to open; while the assessment is open its assessors may remove one. */
export function EvidenceList({ evidence }: { evidence: readonly AssessmentEvidenceFragment[] }) {
  const { again } = useAtWork();
  const [run] = useChange(AssessmentRemoveEvidenceDocument);
  const [fault, setFault] = useState<Fault>();
  const remove = async ({ id, version }: AssessmentEvidenceFragment) => {
    const outcome = await run({ input: { id, expectedVersion: version } });
    setFault(outcome.fault);
    if (!outcome.fault) again();
  };
  if (evidence.length === 0) return null;
  return (
    <>
      <ul className={`plain ${styles.list}`}>
        {evidence.map((one) => (
          <Item key={one.id} evidence={one} remove={() => void remove(one)} />
        ))}
      </ul>
      <FaultNote fault={fault} />
    </>
  );
}
