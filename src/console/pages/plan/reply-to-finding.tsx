import { useState } from "react";
import { ActionReplyDocument } from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { FaultNote } from "../../parts/fault-note.js";
import { TextField } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { newId } from "../../parts/new-id.js";
import { useForm } from "../../parts/use-form.js";

const texts = {
  reply: { id: "Tanggapi temuan", en: "Reply to the finding" },
  about: {
    id: "Balasan berdiri di samping temuan dan tidak dapat diubah.",
    en: "The reply stands beside the finding and cannot be changed.",
  },
  text: { id: "Balasan", en: "Reply" },
  send: { id: "Kirim balasan", en: "Send the reply" },
};

function ReplyForm({ findingId, done }: { findingId: string; done: () => void }) {
  const t = useText();
  const [id] = useState(newId);
  const [reply, isRunning] = useChange(ActionReplyDocument);
  const { values, field, fault, onSubmit } = useForm({ text: "" }, { text: t(texts.text) });
  const send = async () => {
    const outcome = await reply({ input: { id, findingId, text: values.text } });
    if (!outcome.fault) done();
    return outcome.fault;
  };
  return (
    <form className="stack" onSubmit={onSubmit(send)}>
      <p>{t(texts.about)}</p>
      <TextField {...field("text")} rows={4} required />
      <FaultNote fault={fault} />
      <button type="submit" className="button main" disabled={isRunning}>
        {t(texts.send)}
      </button>
    </form>
  );
}

/** The dialog in which the lead replies to a university's finding about its action. */
export function ReplyToFinding({ findingId }: { findingId: string }) {
  const t = useText();
  return (
    <ModalDialog label={t(texts.reply)} title={t(texts.reply)}>
      {(close) => <ReplyForm findingId={findingId} done={close} />}
    </ModalDialog>
  );
}
