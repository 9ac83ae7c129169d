import { useState } from "react";
import {
  type WebhookPartsFragment,
  WebhookPauseDocument,
  WebhookRemoveDocument,
  WebhookResumeDocument,
  WebhookRotateDocument,
} from "../../../generated/graphql.js";
import type { Fault } from "../../../graph/faults.js";
import { useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import { ConfirmForm } from "../../../parts/confirm-form.js";
import { FaultNote, FormFault } from "../../../parts/fault-note.js";
import { faultAt, TextField } from "../../../parts/fields.js";
import { ModalDialog } from "../../../parts/modal-dialog.js";
import { ShownOnce } from "../../../parts/shown-once.js";
import { secretTexts } from "./secret-texts.js";

const texts = {
  pause: { id: "Jeda", en: "Pause" },
  pauseOf: { id: "Jeda webhook {name}", en: "Pause the webhook {name}" },
  resume: { id: "Lanjutkan", en: "Resume" },
  resumeOf: { id: "Lanjutkan webhook {name}", en: "Resume the webhook {name}" },
  after: { id: "Setelah posisi", en: "After the position" },
  afterHint: {
    id: "Kosongkan untuk melanjutkan dari tempatnya berhenti, yaitu setelah {position}.",
    en: "Leave it empty to go on where it stopped, after {position}.",
  },
  rotate: { id: "Ganti rahasia", en: "Replace the secret" },
  rotateOf: {
    id: "Ganti rahasia webhook {name}",
    en: "Replace the secret of the webhook {name}",
  },
  rotateAbout: {
    id: "Hub membuat rahasia baru. Selama 24 jam kiriman ditandatangani dengan yang lama dan yang baru, sehingga penerima sempat beralih.",
    en: "The hub makes a new secret. For 24 hours deliveries are signed by the old and the new one, so that the receiver can change over.",
  },
  remove: { id: "Hapus", en: "Remove" },
  removeOf: { id: "Hapus webhook {name}", en: "Remove the webhook {name}" },
  removeAbout: {
    id: "Webhook, rahasianya, dan catatan pengirimannya dihapus. Penerima tidak mendapat apa-apa lagi.",
    en: "The webhook, its secret and the record of its deliveries are removed. The receiver gets nothing more.",
  },
};

interface Of {
  webhook: WebhookPartsFragment;
}

/** The button that pauses a webhook. */
export function PauseWebhook({ webhook: { id, version, name } }: Of) {
  const t = useText();
  const [pause, pausing] = useChange(WebhookPauseDocument);
  const [fault, setFault] = useState<Fault>();
  const run = async () => {
    setFault((await pause({ input: { id, expectedVersion: version } })).fault);
  };
  return (
    <>
      <button
        type="button"
        className="button"
        aria-label={t(texts.pauseOf, { name })}
        disabled={pausing}
        onClick={() => void run()}
      >
        {t(texts.pause)}
      </button>
      <FaultNote fault={fault} />
    </>
  );
}

function ResumeForm({ webhook: { id, version, position }, close }: Of & { close: () => void }) {
  const t = useText();
  const [resume, resuming] = useChange(WebhookResumeDocument);
  const [after, setAfter] = useState("");
  const [fault, setFault] = useState<Fault>();
  const run = async () => {
    const given = after === "" ? {} : { after: Number(after) };
    const outcome = await resume({ input: { id, expectedVersion: version, ...given } });
    setFault(outcome.fault);
    if (!outcome.fault) close();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <TextField
        label={t(texts.after)}
        hint={t(texts.afterHint, { position: position ?? 0 })}
        type="number"
        value={after}
        change={setAfter}
        fault={faultAt(fault, "after")}
      />
      <FormFault fault={fault} at={["after"]} />
      <div className="row">
        <button type="submit" className="button main" disabled={resuming}>
          {t(texts.resume)}
        </button>
      </div>
    </form>
  );
}

/** The dialog that resumes a paused webhook, where it stopped or after another position. */
export function ResumeWebhook({ webhook }: Of) {
  const t = useText();
  const title = t(texts.resumeOf, { name: webhook.name });
  return (
    <ModalDialog label={t(texts.resume)} named={title} title={title} look="button main">
      {(close) => <ResumeForm webhook={webhook} close={close} />}
    </ModalDialog>
  );
}

function RotateForm({ webhook: { id, version } }: Of) {
  const t = useText();
  const [rotate, rotating] = useChange(WebhookRotateDocument);
  const [secret, setSecret] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault>();
  const run = async () => {
    const outcome = await rotate({ input: { id, expectedVersion: version } });
    setFault(outcome.fault);
    if (outcome.data) setSecret(outcome.data.rotateWebhookSecret.secret);
  };
  return (
    <div className="stack">
      <p>{t(texts.rotateAbout)}</p>
      <FaultNote fault={fault} />
      <ShownOnce secret={secret} label={t(secretTexts.secret)} about={t(secretTexts.once)} />
      {secret ? null : (
        <div className="row">
          <button
            type="button"
            className="button main"
            disabled={rotating}
            onClick={() => void run()}
          >
            {t(texts.rotate)}
          </button>
        </div>
      )}
    </div>
  );
}

/** The dialog that gives a webhook a new secret and shows it once. */
export function RotateSecret({ webhook }: Of) {
  const t = useText();
  const title = t(texts.rotateOf, { name: webhook.name });
  return (
    <ModalDialog label={t(texts.rotate)} named={title} title={title}>
      {() => <RotateForm webhook={webhook} />}
    </ModalDialog>
  );
}

/** The dialog that removes a webhook. */
export function RemoveWebhook({
  webhook: { id, version, name },
  removed,
}: Of & { removed: () => void }) {
  const t = useText();
  const [remove, removing] = useChange(WebhookRemoveDocument);
  const title = t(texts.removeOf, { name });
  return (
    <ModalDialog label={t(texts.remove)} named={title} title={title} look="button danger">
      {(close) => (
        <ConfirmForm
          about={t(texts.removeAbout)}
          send={t(texts.remove)}
          running={removing}
          run={() => remove({ input: { id, expectedVersion: version } })}
          close={() => {
            close();
            removed();
          }}
        />
      )}
    </ModalDialog>
  );
}
