import {
  type IndicatorImportsQuery,
  IndicatorUndoImportDocument,
} from "../../../generated/graphql.js";
import { useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { StepDialog } from "../../../parts/step.js";

const texts = {
  undo: { id: "Tarik kembali…", en: "Take back…" },
  title: { id: "Tarik kembali seluruh tabel", en: "Take the whole table back" },
  about: {
    id: "Semua angka dari tabel ini dicabut, atau tidak satu pun jika sudah ada yang bertumpu padanya.",
    en: "All figures of this table are retracted, or none if something rests on one of them.",
  },
  undone: { id: "Sudah ditarik kembali", en: "Taken back already" },
  send: { id: "Tarik kembali", en: "Take back" },
};

type Row = IndicatorImportsQuery["imports"]["nodes"][number];

/** Takes an import back as a whole; nothing where that was done. */
export function UndoImport({ of }: { of: Row }) {
  const t = useText();
  const [undo] = useChange(IndicatorUndoImportDocument);
  if (of.undoneAt) return null;
  const { id, version } = of;
  return (
    <StepDialog
      {...{ id, version, title: t(texts.title), label: t(texts.undo), about: t(texts.about) }}
      look="button quiet"
      {...{ heading: t(texts.title), confirm: t(texts.send), reason: "required" }}
      rows={({ undoneAt }) => [
        {
          ...{ name: t(texts.title), mine: t(texts.send) },
          theirs: undoneAt ? t(texts.undone) : "",
        },
      ]}
      run={(expectedVersion, reason) => undo({ input: { id, expectedVersion, reason } })}
    />
  );
}
