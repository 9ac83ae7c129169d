import { useState } from "react";
import {
  RoomCloseDocument,
  RoomOpenDocument,
  RoomScheduleDocument,
} from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useChange } from "../../graph/hooks.js";
import { type Text, useText } from "../../language/language.js";
import { FaultNote } from "../../parts/fault-note.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { useRoom } from "./room.js";

const texts = { cancel: { id: "Batal", en: "Cancel" } };

/** A step of the meeting: its mutation and its words. */
interface Step {
  document: typeof RoomOpenDocument;
  label: Text;
  about: Text;
}

/** The next step of a meeting, by its status. */
const nextSteps: Readonly<Record<string, Step>> = {
  DRAFT: {
    document: RoomScheduleDocument as never,
    label: { id: "Jadwalkan", en: "Schedule" },
    about: {
      id: "Rembuk dijadwalkan dan undangannya berlaku.",
      en: "The rembuk is scheduled, and its invitations hold.",
    },
  },
  SCHEDULED: {
    document: RoomOpenDocument,
    label: { id: "Buka rembuk", en: "Open the rembuk" },
    about: {
      id: "Rembuk dibuka. Kehadiran, usulan dan sikap dapat dicatat.",
      en: "The rembuk is opened. Attendance, proposals and positions can be recorded.",
    },
  },
  IN_SESSION: {
    document: RoomCloseDocument as never,
    label: { id: "Tutup rembuk", en: "Close the rembuk" },
    about: {
      id: "Rembuk ditutup dan berita acaranya dibekukan. Hasil yang belum diputuskan ditunda. Sesudah itu tidak ada yang dapat diubah: periksa dahulu keterbukaan, utusan dan rumusan.",
      en: "The rembuk is closed and its minutes are frozen. Outcomes that are not decided are deferred. Nothing can be changed afterwards: check the visibility, the delegates and the texts first.",
    },
  },
};

function StepForm({ step, close }: { step: Step; close: () => void }) {
  const t = useText();
  const { meeting, again } = useRoom();
  const [run, running] = useChange(step.document);
  const [fault, setFault] = useState<Fault>();
  const go = async () => {
    const answer = await run({ input: { id: meeting.id, expectedVersion: meeting.version } });
    setFault(answer.fault);
    if (!answer.fault) close();
    if (answer.fault?.code === "CONFLICT") again();
  };
  return (
    <div className="stack">
      <p>{t(step.about)}</p>
      <FaultNote fault={fault} />
      <div className="row">
        <button type="button" className="button main" disabled={running} onClick={() => void go()}>
          {t(step.label)}
        </button>
        <button type="button" className="button" onClick={close}>
          {t(texts.cancel)}
        </button>
      </div>
    </div>
  );
}

/** The next step of the meeting, for the convener. */
export function MeetingSteps() {
  const t = useText();
  const { meeting, convenes } = useRoom();
  const step = nextSteps[meeting.status];
  if (!convenes || !step || meeting.recorded) return null;
  return (
    <ModalDialog key={meeting.status} label={t(step.label)} title={t(step.label)}>
      {(close) => <StepForm step={step} close={close} />}
    </ModalDialog>
  );
}
