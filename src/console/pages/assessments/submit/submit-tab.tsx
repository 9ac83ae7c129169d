import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { AssessmentDeclareDocument, AssessmentSubmitDocument } from "../../../generated/graphql.js";
import type { Fault } from "../../../graph/faults.js";
import { useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { useTranslated } from "../../../language/translated.js";
import { Card } from "../../../parts/card.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { faultAt, TextField } from "../../../parts/fields.js";
import { useAtWork } from "../at-work.js";
import { SavingNote } from "../saving/saving-note.js";
import { WorkbookUpload } from "./workbook-upload.js";

const texts = {
  interests: { id: "Pernyataan kepentingan", en: "Declaration of interests" },
  hint: {
    id: "Wajib, juga jika tidak ada kepentingan; terbit bersama asesmen.",
    en: "Needed, also if there are none; published with the assessment.",
  },
  declare: { id: "Simpan pernyataan", en: "Save the declaration" },
  title: { id: "Serahkan asesmen", en: "Submit the assessment" },
  missing: {
    id: "{count, plural, =0 {Semua pertanyaan wajib sudah dijawab.} other {# pertanyaan wajib belum dijawab:}}",
    en: "{count, plural, =0 {All required questions have an answer.} one {# required question has no answer:} other {# required questions have no answer:}}",
  },
  undeclared: {
    id: "Pernyataan kepentingan belum disimpan.",
    en: "The declaration of interests is not saved yet.",
  },
  submit: { id: "Serahkan", en: "Submit" },
  after: {
    id: "Setelah diserahkan, jawaban tidak dapat diubah sampai dikembalikan oleh penelaah.",
    en: "Once submitted, the answers cannot be changed unless the review returns them.",
  },
};

function Interests() {
  const t = useText();
  const { assessment, sync } = useAtWork();
  const { id } = assessment;
  const [text, setText] = useState(assessment.interests ?? "");
  const [fault, setFault] = useState<Fault>();
  const [run, running] = useChange(AssessmentDeclareDocument);
  const declare = async () => {
    await sync.flush();
    // The version of the answers that were sent just now, which this component has not rendered yet.
    const outcome = await run({ input: { id, expectedVersion: sync.version, interests: text } });
    setFault(outcome.fault);
  };
  return (
    <Card title={t(texts.interests)}>
      <form action={() => void declare()} className="stack">
        <TextField
          label={t(texts.interests)}
          hint={t(texts.hint)}
          rows={3}
          value={text}
          change={setText}
          fault={faultAt(fault, "interests")}
        />
        <FaultNote fault={fault} />
        <div className="row">
          <button type="submit" className="button" disabled={running}>
            {t(texts.declare)}
          </button>
        </div>
      </form>
    </Card>
  );
}

function Missing() {
  const t = useText();
  const said = useTranslated();
  const { assessment } = useAtWork();
  const { missing, instrument } = assessment;
  const questions = instrument.sections.flatMap((section) =>
    section.questions.map((question) => ({ section: section.key, question })),
  );
  const found = missing.flatMap(({ question }) =>
    questions.filter(({ question: { key } }) => key === question),
  );
  return (
    <>
      <p>{t(texts.missing, { count: missing.length })}</p>
      <ul>
        {found.map(({ section, question }) => (
          <li key={question.key}>
            <Link to="." search={{ tab: "answers", section }}>
              {said(question.text)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is left to do before it is handed in: interests, missing answers, and the step itself. */
export function SubmitTab() {
  const t = useText();
  const { assessment, saving } = useAtWork();
  const [fault, setFault] = useState<Fault>();
  const [run, running] = useChange(AssessmentSubmitDocument);
  const { id, version: expectedVersion, interests } = assessment;
  const isDeclared = interests !== null;
  const submit = async () => setFault((await run({ input: { id, expectedVersion } })).fault);
  return (
    <div className="stack">
      <SavingNote />
      <Interests />
      <Card title={t(texts.title)}>
        <Missing />
        {isDeclared ? null : <p>{t(texts.undeclared)}</p>}
        <p className="small soft">{t(texts.after)}</p>
        <FaultNote fault={fault} />
        <div className="row">
          <button
            type="button"
            className="button main"
            disabled={running || !isDeclared || saving.drafts.size > 0}
            onClick={() => void submit()}
          >
            {t(texts.submit)}
          </button>
        </div>
      </Card>
      <WorkbookUpload />
    </div>
  );
}
