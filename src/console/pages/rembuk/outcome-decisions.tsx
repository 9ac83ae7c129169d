import { useState } from "react";
import {
  RoomAgreeDocument,
  RoomCloseVoteDocument,
  RoomDeferDocument,
  RoomOpenVoteDocument,
  RoomRejectDocument,
} from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useChange } from "../../graph/hooks.js";
import { type Text, useText } from "../../language/language.js";
import { FaultNote } from "../../parts/fault-note.js";
import { faultAt, TextField } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { AmendDialog } from "./amend-dialog.js";
import { useRoom } from "./room.js";
import type { Outcome } from "./room-model.js";
import { Tally } from "./tally.js";
import { WordDiff } from "./word-diff.js";

const texts = {
  cancel: { id: "Batal", en: "Cancel" },
  reason: { id: "Alasan", en: "Reason" },
};

/** A decision of the convener: its mutation, its words, and how weighty it looks. */
interface DecisionKind {
  document: typeof RoomAgreeDocument | typeof RoomDeferDocument;
  label: Text;
  about: Text;
  look: string;
  withReason?: boolean;
}

const agree: DecisionKind = {
  document: RoomAgreeDocument,
  label: { id: "Sepakati dengan mufakat", en: "Agree by mufakat" },
  about: {
    id: "Hasil ini disepakati dengan rumusannya sekarang. Keputusan tidak dapat diubah.",
    en: "This outcome is agreed with its current text. The decision cannot be changed.",
  },
  look: "button main",
};
const openVote: DecisionKind = {
  document: RoomOpenVoteDocument as never,
  label: { id: "Buka pemungutan suara", en: "Open a vote" },
  about: {
    id: "Yang boleh memilih adalah suara yang hadir sekarang. Selama pemungutan suara rumusan tidak dapat diubah.",
    en: "Those may vote whose voices attend now. The text cannot be changed during the vote.",
  },
  look: "button",
};
const closeVote: DecisionKind = {
  document: RoomCloseVoteDocument as never,
  label: { id: "Hitung suara", en: "Count the vote" },
  about: {
    id: "Suara dihitung dan hasilnya diputuskan. Keputusan tidak dapat diubah.",
    en: "The votes are counted, and the outcome is decided. The decision cannot be changed.",
  },
  look: "button main",
};
const defer: DecisionKind = {
  document: RoomDeferDocument,
  label: { id: "Tunda", en: "Defer" },
  about: {
    id: "Hasil ini ditunda; rembuk lain dapat membahasnya kembali.",
    en: "This outcome is put off; another rembuk may take it up again.",
  },
  look: "button",
  withReason: true,
};
const reject: DecisionKind = {
  document: RoomRejectDocument as never,
  label: { id: "Tolak", en: "Reject" },
  about: {
    id: "Hasil ini ditolak. Keputusan tidak dapat diubah.",
    en: "This outcome is rejected. The decision cannot be changed.",
  },
  look: "button danger",
  withReason: true,
};

function DecisionForm({
  outcome,
  kind,
  close,
}: {
  outcome: Outcome;
  kind: DecisionKind;
  close: () => void;
}) {
  const t = useText();
  const [run, running] = useChange(kind.document as typeof RoomDeferDocument);
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<Fault>();
  const [seen] = useState(outcome.text);
  const { again } = useRoom();
  const decide = async () => {
    const input = { id: outcome.id, expectedVersion: outcome.version };
    const worded = kind.withReason ? { ...input, reason } : input;
    const answer = await run({ input: worded as never });
    setFault(answer.fault);
    if (!answer.fault) close();
    if (answer.fault?.code === "CONFLICT") again();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void decide();
      }}
    >
      <p>{t(kind.about)}</p>
      <WordDiff before={seen} after={outcome.text} />
      <Tally outcome={outcome} />
      {kind.withReason ? (
        <TextField
          label={t(texts.reason)}
          rows={3}
          required
          value={reason}
          change={setReason}
          fault={faultAt(fault, "reason")}
        />
      ) : null}
      <FaultNote fault={fault} />
      <div className="row">
        <button type="submit" className={kind.look} disabled={running}>
          {t(kind.label)}
        </button>
        <button type="button" className="button" onClick={close}>
          {t(texts.cancel)}
        </button>
      </div>
    </form>
  );
}

function Decision({ outcome, kind }: { outcome: Outcome; kind: DecisionKind }) {
  const t = useText();
  return (
    <ModalDialog label={t(kind.label)} title={t(kind.label)} look={kind.look}>
      {(close) => <DecisionForm outcome={outcome} kind={kind} close={close} />}
    </ModalDialog>
  );
}

/** What the convener decides on an outcome, and who proposed it may amend. */
export function OutcomeDecisions({ outcome }: { outcome: Outcome }) {
  const { convenes, voices, meeting } = useRoom();
  if (outcome.status !== "PROPOSED" || meeting.status !== "IN_SESSION") return null;
  const isVoting = outcome.votingSince !== null;
  const kinds = isVoting ? [closeVote, defer] : [agree, openVote, defer, reject];
  const isOwn = voices.some(({ id }) => id === outcome.proposedBy?.id);
  return (
    <div className="row no-print">
      {convenes
        ? kinds.map((kind) => <Decision key={kind.label.en} outcome={outcome} kind={kind} />)
        : null}
      {(convenes || isOwn) && !isVoting ? <AmendDialog outcome={outcome} /> : null}
    </div>
  );
}
