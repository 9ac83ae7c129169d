import { useState } from "react";
import {
  RoomAgreeDocument,
  RoomCloseVoteDocument,
  RoomDeferDocument,
  RoomOpenVoteDocument,
  RoomRejectDocument,
} from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { type Text, useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { StepDialog } from "../../parts/step.js";
import { AmendDialog } from "./amend-dialog.js";
import { useRoom } from "./room.js";
import type { Outcome } from "./room-model.js";
import { Tally } from "./tally.js";
import { WordDiff } from "./word-diff.js";

const texts = {
  outcome: { id: "Hasil {number}", en: "Outcome {number}" },
  decision: { id: "Keputusan", en: "Decision" },
  text: { id: "Rumusan", en: "Text" },
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

/** What has changed of the text since the dialog was opened, and what is said about it now. */
function Standing({ outcome }: { outcome: Outcome }) {
  const [seen] = useState(outcome.text);
  return (
    <>
      <WordDiff before={seen} after={outcome.text} />
      <Tally outcome={outcome} />
    </>
  );
}

function Decision({ outcome, kind }: { outcome: Outcome; kind: DecisionKind }) {
  const t = useText();
  const name = useMemberName();
  const { again } = useRoom();
  const [run] = useChange(kind.document as typeof RoomDeferDocument);
  const { id, version, number, status, text } = outcome;
  const label = t(kind.label);
  return (
    <StepDialog
      {...{ id, version, label, look: kind.look, about: t(kind.about), leave: again }}
      title={t(texts.outcome, { number })}
      {...(kind.withReason ? { reason: "required" as const } : {})}
      rows={(current) => [
        {
          ...{ name: t(texts.decision), mine: label },
          theirs: name("OutcomeStatus", String(current.status ?? status)),
        },
        { name: t(texts.text), mine: text, theirs: String(current.text ?? text) },
      ]}
      run={(expectedVersion, reason) =>
        run({
          input: { id, expectedVersion, ...(kind.withReason ? { reason } : {}) } as never,
        })
      }
    >
      <Standing outcome={outcome} />
    </StepDialog>
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
