import {
  RoomCancelDocument,
  RoomCloseDocument,
  RoomOpenDocument,
  RoomScheduleDocument,
} from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { type Text, useText } from "../../language/language.js";
import { StepDialog } from "../../parts/step.js";
import { useStatusRow } from "../../parts/use-versioned.js";
import { useRoom } from "./room.js";

/** A step of the meeting: its mutation, the status that follows, and its words. */
interface MeetingStep {
  document: typeof RoomOpenDocument;
  to: string;
  label: Text;
  about: Text;
  look: string;
  /** True where the hub takes a reason. */
  hasReason?: true;
}

/** The next step of a meeting, by its status. */
const nextSteps: Readonly<Record<string, MeetingStep>> = {
  DRAFT: {
    document: RoomScheduleDocument as never,
    to: "SCHEDULED",
    label: { id: "Jadwalkan", en: "Schedule" },
    about: {
      id: "Rembuk dijadwalkan dan undangannya berlaku.",
      en: "The rembuk is scheduled, and its invitations hold.",
    },
    look: "button main",
  },
  SCHEDULED: {
    document: RoomOpenDocument,
    to: "IN_SESSION",
    label: { id: "Buka rembuk", en: "Open the rembuk" },
    about: {
      id: "Rembuk dibuka. Kehadiran, usulan dan sikap dapat dicatat.",
      en: "The rembuk is opened. Attendance, proposals and positions can be recorded.",
    },
    look: "button main",
  },
  IN_SESSION: {
    document: RoomCloseDocument as never,
    to: "CLOSED",
    label: { id: "Tutup rembuk", en: "Close the rembuk" },
    about: {
      id: "Rembuk ditutup dan berita acaranya dibekukan. Hasil yang belum diputuskan ditunda. Sesudah itu tidak ada yang dapat diubah: periksa dahulu keterbukaan, utusan dan rumusan.",
      en: "The rembuk is closed and its minutes are frozen. Outcomes that are not decided are deferred. Nothing can be changed afterwards: check the visibility, the delegates and the texts first.",
    },
    look: "button main",
  },
};

/** The end of a meeting that is not held. */
const cancel: MeetingStep = {
  document: RoomCancelDocument as never,
  to: "CANCELLED",
  label: { id: "Batalkan rembuk", en: "Cancel the rembuk" },
  about: {
    id: "Rembuk dibatalkan dan tidak dapat dibuka lagi. Undangan dan susunan acaranya tetap tercatat.",
    en: "The rembuk is cancelled and cannot be opened again. Its invitations and agenda stay on record.",
  },
  look: "button danger",
  hasReason: true,
};

function OneStep({ step }: { step: MeetingStep }) {
  const t = useText();
  const { meeting, again } = useRoom();
  const { document, to, label, about, look } = step;
  const [run] = useChange(document);
  const rows = useStatusRow("DeliberationStatus")(to);
  const { id, version, title } = meeting;
  return (
    <StepDialog
      {...{ id, version, rows, look, title: title ?? "", label: t(label), about: t(about) }}
      {...(step.hasReason ? { reason: "optional" as const } : {})}
      run={(expectedVersion, reason) =>
        run({ input: { id, expectedVersion, reason: reason || null } })
      }
      leave={again}
    />
  );
}

/** The next step of the meeting, and its cancelling before it is opened, for the convener. */
export function MeetingSteps() {
  const { meeting, convenes } = useRoom();
  const { status, recorded } = meeting;
  const step = nextSteps[status];
  if (!convenes || !step || recorded) return null;
  return (
    <>
      <OneStep key={status} step={step} />
      {status === "IN_SESSION" ? null : <OneStep step={cancel} />}
    </>
  );
}
