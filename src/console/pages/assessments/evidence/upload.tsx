import { type ChangeEvent, useRef, useState } from "react";
import type { Fault } from "../../../graph/faults.js";
import { useText } from "../../../language/language.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { newId } from "../../../parts/new-id.js";
import { useSendFile } from "../../../parts/use-file-transfer.js";
import { useAtWork } from "../at-work.js";
import styles from "./evidence.module.css";
import { acceptedFiles, mediaTypeOf } from "./media-types.js";

const texts = {
  file: { id: "Unggah berkas", en: "Upload a file" },
  camera: { id: "Ambil foto", en: "Take a picture" },
  sending: { id: "Mengunggah {name}", en: "Uploading {name}" },
  stop: { id: "Batalkan", en: "Cancel" },
  again: { id: "Kirim lagi {name}", en: "Send {name} again" },
};

/** A file that is on its way, with the id under which the hub takes it once. */
interface Waiting {
  id: string;
  file: File;
}

function Picker({
  label,
  pick,
  camera = false,
}: {
  label: string;
  pick: (file: File) => void;
  camera?: boolean;
}) {
  const input = useRef<HTMLInputElement>(null);
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file) pick(file);
    target.value = "";
  };
  return (
    <>
      <button type="button" className="button" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={camera ? "image/*" : acceptedFiles}
        {...(camera ? { capture: "environment" as const } : {})}
        onChange={chosen}
      />
    </>
  );
}

/** Sends a file or a picture of the camera as evidence, for a question or for the whole assessment. */
export function EvidenceUpload({ question }: { question?: string }) {
  const t = useText();
  const { assessment, again } = useAtWork();
  const { send, share, stop } = useSendFile();
  const [waiting, setWaiting] = useState<Waiting>();
  const [fault, setFault] = useState<Fault>();
  const upload = async (next: Waiting) => {
    setWaiting(next);
    setFault(undefined);
    const { id, file } = next;
    const parameters = new URLSearchParams({
      id,
      name: file.name,
      ...(question ? { question } : {}),
    });
    const path = `/assessments/${assessment.id}/evidence?${parameters}`;
    const sent = await send({ method: "POST", path, file, mediaType: mediaTypeOf(file) });
    setFault(sent.fault);
    if (sent.fault) return;
    setWaiting(undefined);
    again();
  };
  const pick = (file: File) => void upload({ id: newId(), file });
  if (waiting && share !== null) {
    const name = waiting.file.name;
    return (
      <div className={styles.sending}>
        <label>
          {t(texts.sending, { name })} <progress max={100} value={share} />
        </label>
        <button type="button" className="button" onClick={stop}>
          {t(texts.stop)}
        </button>
      </div>
    );
  }
  return (
    <div className={styles.upload}>
      <div className="row">
        <Picker label={t(texts.file)} pick={pick} />
        <Picker label={t(texts.camera)} pick={pick} camera />
        {waiting ? (
          <button type="button" className="button main" onClick={() => void upload(waiting)}>
            {t(texts.again, { name: waiting.file.name })}
          </button>
        ) : null}
      </div>
      <FaultNote fault={fault} />
    </div>
  );
}
