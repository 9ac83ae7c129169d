import type { Outcome } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { StepButton, StepDialog } from "../../parts/step.js";
import { useStatusRow } from "../../parts/use-versioned.js";

const texts = {
  accept: { id: "Terima", en: "Accept" },
  decline: { id: "Tolak", en: "Decline" },
  about: {
    id: "Lembaga Anda tidak ikut dalam bagian ini. Jawaban ini tidak dapat diubah.",
    en: "Your organisation takes no such part. This answer cannot be changed.",
  },
};

/** A question to an organisation about its part, with the two answers to it. */
export function PartAnswer({
  id,
  version,
  title,
  question,
  field = "status",
  run,
}: {
  id: string;
  version: number;
  title: string;
  question: string;
  /** The field in which the answer is stored. */
  field?: string;
  run: (
    accepts: boolean,
    input: { id: string; expectedVersion: number },
  ) => Promise<Outcome<unknown>>;
}) {
  const t = useText();
  const rows = useStatusRow("ParticipantStatus", field);
  const step = { id, version, title };
  return (
    <div className="stack">
      <p>{question}</p>
      <div className="row">
        <StepButton
          {...{ ...step, label: t(texts.accept), look: "button main", rows: rows("ACCEPTED") }}
          run={(expectedVersion) => run(true, { id, expectedVersion })}
        />
        <StepDialog
          {...{ ...step, label: t(texts.decline), about: t(texts.about), rows: rows("DECLINED") }}
          run={(expectedVersion) => run(false, { id, expectedVersion })}
        />
      </div>
    </div>
  );
}
