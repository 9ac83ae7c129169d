import { type Text, useText } from "../../language/language.js";
import { outcomeIn, type RoomChange } from "./room.js";

/** What happened, by the operation that did it. */
const words: Readonly<Record<string, Text>> = {
  recordArrival: { id: "{who} hadir", en: "{who} has arrived" },
  recordDeparture: { id: "{who} meninggalkan rembuk", en: "{who} has left" },
  proposeOutcome: { id: "Usulan baru: hasil {number}", en: "New proposal: outcome {number}" },
  amendOutcome: { id: "Rumusan hasil {number} diubah", en: "Outcome {number} has a new text" },
  takePosition: {
    id: "{who} menyatakan sikap atas hasil {number}",
    en: "{who} took a position on outcome {number}",
  },
  changePosition: {
    id: "{who} mengubah sikap atas hasil {number}",
    en: "{who} changed its position on outcome {number}",
  },
  agreeOutcome: { id: "Hasil {number} disepakati", en: "Outcome {number} is agreed" },
  openVote: {
    id: "Pemungutan suara atas hasil {number} dibuka",
    en: "The vote on outcome {number} is open",
  },
  closeVote: {
    id: "Pemungutan suara atas hasil {number} selesai",
    en: "The vote on outcome {number} is counted",
  },
  deferOutcome: { id: "Hasil {number} ditunda", en: "Outcome {number} is deferred" },
  rejectOutcome: { id: "Hasil {number} ditolak", en: "Outcome {number} is rejected" },
  addComment: { id: "{who} menanggapi hasil {number}", en: "{who} commented on outcome {number}" },
  adoptOutcome: {
    id: "Hasil {number} menjadi kegiatan",
    en: "Outcome {number} became an action",
  },
  inviteOrganisation: { id: "{who} diundang", en: "{who} is invited" },
  updateDeliberation: { id: "Rembuk diubah", en: "The rembuk was changed" },
  cancelDeliberation: { id: "Rembuk dibatalkan", en: "The rembuk is cancelled" },
  openDeliberation: { id: "Rembuk dibuka", en: "The rembuk is open" },
  closeDeliberation: { id: "Rembuk ditutup", en: "The rembuk is closed" },
};

const other: Text = { id: "Ada perubahan dari {who}", en: "A change by {who}" };

/** The outcome's number in a change; null where it is of none. */
function numberOf(change: RoomChange): number | null {
  const { subject } = change;
  return subject && "number" in subject ? subject.number : (outcomeIn(change)?.number ?? null);
}

/** Whom a change is about: the organisation that arrives or leaves, else the one that made it. */
function whoOf({ subject, organisation }: RoomChange): string {
  if (subject && "organisation" in subject) return subject.organisation.name;
  return organisation?.name ?? "";
}

/** Tells the last change in words, also to screen readers, without interrupting them. */
export function Announcer({ last, look }: { last: RoomChange | undefined; look?: string }) {
  const t = useText();
  const number = last ? numberOf(last) : null;
  const known = last ? words[last.operation] : undefined;
  const text = known && (number !== null || !known.id.includes("{number}")) ? known : other;
  return (
    <p role="status" aria-live="polite" className={look}>
      {last ? t(text, { who: whoOf(last), number }) : null}
    </p>
  );
}
