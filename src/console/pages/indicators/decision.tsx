import {
  IndicatorAcceptFiguresDocument,
  IndicatorRefuseFigureDocument,
} from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { StepButton, StepDialog } from "../../parts/step.js";
import { useStatusRow } from "../../parts/use-versioned.js";
import type { Figure } from "./figures.js";

const texts = {
  accept: { id: "Terima", en: "Accept" },
  refuse: { id: "Tolak…", en: "Refuse…" },
  title: { id: "Tolak capaian {period}", en: "Refuse the figure of {period}" },
  send: { id: "Tolak capaian", en: "Refuse the figure" },
  about: {
    id: "Pencatatnya melihat alasan penolakan, dan dapat mencatat angka baru.",
    en: "Those who recorded the figure see the reason, and can record it anew.",
  },
};

/** The two answers to a proposed figure. */
export function Decision({ figure }: { figure: Figure }) {
  const t = useText();
  const { id, version, period } = figure;
  const [accept] = useChange(IndicatorAcceptFiguresDocument);
  const [refuse] = useChange(IndicatorRefuseFigureDocument);
  const rows = useStatusRow("MeasurementStatus");
  const step = { id, version, title: period };
  return (
    <div className="row">
      <StepButton
        {...{ ...step, label: t(texts.accept), rows: rows("ACCEPTED") }}
        run={(expectedVersion) => accept({ input: { measurements: [{ id, expectedVersion }] } })}
      />
      <StepDialog
        {...{ ...step, label: t(texts.refuse), about: t(texts.about), rows: rows("REFUSED") }}
        {...{ heading: t(texts.title, { period }), confirm: t(texts.send), reason: "required" }}
        run={(expectedVersion, reason) => refuse({ input: { id, expectedVersion, reason } })}
      />
    </div>
  );
}
