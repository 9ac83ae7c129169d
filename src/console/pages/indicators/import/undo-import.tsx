import {
  type IndicatorImportsQuery,
  IndicatorUndoImportDocument,
} from "../../../generated/graphql.js";
import { useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { ModalDialog } from "../../../parts/modal-dialog.js";
import { ReasonForm } from "../../../parts/reason-form.js";

const texts = {
  undo: { id: "Tarik kembali…", en: "Take back…" },
  title: { id: "Tarik kembali seluruh tabel", en: "Take the whole table back" },
  about: {
    id: "Semua angka dari tabel ini dicabut, atau tidak satu pun jika sudah ada yang bertumpu padanya.",
    en: "All figures of this table are retracted, or none if something rests on one of them.",
  },
  send: { id: "Tarik kembali", en: "Take back" },
};

type Row = IndicatorImportsQuery["imports"]["nodes"][number];

function UndoForm({ of: { id, version }, close }: { of: Row; close: () => void }) {
  const t = useText();
  const [run, running] = useChange(IndicatorUndoImportDocument);
  const undo = (reason: string) => run({ input: { id, expectedVersion: version, reason } });
  const words = { about: t(texts.about), send: t(texts.send), look: "button danger" };
  return <ReasonForm {...words} running={running} run={undo} close={close} />;
}

/** Takes an import back as a whole; nothing where that was done. */
export function UndoImport({ of }: { of: Row }) {
  const t = useText();
  if (of.undoneAt) return null;
  return (
    <ModalDialog label={t(texts.undo)} title={t(texts.title)} look="button quiet">
      {(close) => <UndoForm of={of} close={close} />}
    </ModalDialog>
  );
}
