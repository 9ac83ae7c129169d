import { useState } from "react";
import { AssessmentAddLinkDocument } from "../../../generated/graphql.js";
import type { Fault } from "../../../graph/faults.js";
import { useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { Card } from "../../../parts/card.js";
import { Empty } from "../../../parts/empty.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { faultAt, TextField } from "../../../parts/fields.js";
import { newId } from "../../../parts/new-id.js";
import { useAtWork } from "../at-work.js";
import { ActionFindings } from "./action-findings.js";
import { EvidenceList } from "./evidence-list.js";
import { Findings } from "./findings.js";
import { EvidenceUpload } from "./upload.js";

const texts = {
  title: { id: "Bukti", en: "Evidence" },
  none: { id: "Belum ada bukti.", en: "No evidence yet." },
  open: {
    id: "Setelah terbit, bukti terbuka bagi semua yang melihat asesmen. Jangan mengunggah nama orang.",
    en: "Once published, evidence is open to everybody who sees the assessment. Upload no names of persons.",
  },
  link: { id: "Tambah tautan", en: "Add a link" },
  name: { id: "Judul bukti", en: "Title of the evidence" },
  address: { id: "Alamat (https://…)", en: "Address (https://…)" },
};

function LinkForm() {
  const t = useText();
  const { assessment } = useAtWork();
  const empty = () => ({ id: newId(), title: "", address: "" });
  const [form, setForm] = useState(empty);
  const [fault, setFault] = useState<Fault>();
  const [run, running] = useChange(AssessmentAddLinkDocument);
  const add = async () => {
    const outcome = await run({ input: { ...form, assessmentId: assessment.id } });
    setFault(outcome.fault);
    if (!outcome.fault) setForm(empty());
  };
  return (
    <form action={() => void add()} className="stack">
      <TextField
        label={t(texts.name)}
        value={form.title}
        change={(title) => setForm({ ...form, title })}
        fault={faultAt(fault, "title")}
      />
      <TextField
        label={t(texts.address)}
        value={form.address}
        change={(address) => setForm({ ...form, address })}
        fault={faultAt(fault, "address")}
      />
      <FaultNote fault={fault} />
      <div className="row">
        <button type="submit" className="button" disabled={running}>
          {t(texts.link)}
        </button>
      </div>
    </form>
  );
}

/** All evidence of the assessment, and its findings. */
export function EvidenceTab() {
  const t = useText();
  const { assessment, rights } = useAtWork();
  return (
    <div className="stack">
      <Card title={t(texts.title)}>
        {assessment.evidence.length === 0 ? <Empty>{t(texts.none)}</Empty> : null}
        <EvidenceList evidence={assessment.evidence} />
        {rights.answers ? (
          <>
            <p className="small soft">{t(texts.open)}</p>
            <EvidenceUpload />
            <LinkForm />
          </>
        ) : null}
      </Card>
      <ActionFindings />
      <Findings />
    </div>
  );
}
