import { RoomUpdateDocument, type UpdateDeliberationInput } from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { FaultNote } from "../../parts/fault-note.js";
import { ChoiceField, TextField } from "../../parts/fields.js";
import { ModalDialog } from "../../parts/modal-dialog.js";
import { EditClash, orNull, useEdit } from "../../parts/use-edit.js";
import { useMembers } from "./convene-fields.js";
import { useRoom } from "./room.js";
import { useMeetingLabels } from "./use-meeting-labels.js";

const texts = {
  edit: { id: "Ubah rembuk", en: "Edit the rembuk" },
  save: { id: "Simpan", en: "Save" },
};

function useMeetingEdit(done: () => void) {
  const { meeting } = useRoom();
  const labels = useMeetingLabels();
  const [update, isRunning] = useChange(RoomUpdateDocument);
  const { id, version, title, summary, heldFrom, heldTo, place, visibility } = meeting;
  const { title: titleLabel, quorumShare: shareLabel, ...others } = labels;
  const shown = { title: titleLabel, summary: others.summary, place: others.place };
  const edit = useEdit({
    ...{ version, done },
    first: {
      ...{ title: title ?? "", summary: summary ?? "", heldFrom, heldTo, place: place ?? "" },
      ...{ visibility: visibility as string, quorumShare: String(meeting.quorumShare) },
    },
    labels: {
      ...{ ...shown, heldFrom: others.heldFrom, heldTo: others.heldTo },
      ...{ visibility: others.visibility, quorumShare: shareLabel },
    },
    run: ({ quorumShare, ...changed }, expectedVersion) => {
      const quorumRule = quorumShare ? { quorumRule: { share: Number(quorumShare) } } : {};
      const input = { id, expectedVersion, ...orNull(changed), ...quorumRule };
      return update({ input: input as UpdateDeliberationInput });
    },
  });
  return { edit, isRunning };
}

function EditForm({ done }: { done: () => void }) {
  const t = useText();
  const { meeting } = useRoom();
  const name = useMemberName();
  const { edit, isRunning } = useMeetingEdit(done);
  const { field, fault, onSubmit } = edit.form;
  const visibilities = useMembers("Visibility");
  const isFixed = meeting.status === "IN_SESSION";
  return (
    <form className="stack" onSubmit={onSubmit(() => edit.send())}>
      {isFixed ? null : (
        <>
          <TextField {...field("title")} required />
          <TextField {...field("heldFrom")} type="date" required />
        </>
      )}
      <TextField {...field("heldTo")} type="date" required />
      <TextField {...field("place")} />
      <TextField {...field("summary")} rows={3} />
      <ChoiceField {...field("visibility")} choices={visibilities} />
      {isFixed ? null : <TextField {...field("quorumShare")} type="number" required />}
      <FaultNote fault={fault} />
      <button type="submit" className="button main" disabled={isRunning}>
        {t(texts.save)}
      </button>
      <EditClash
        edit={edit}
        id={meeting.id}
        title={meeting.title ?? ""}
        shown={(path, value) => (path === "visibility" ? name("Visibility", value) : value)}
        done={done}
      />
    </form>
  );
}

/** The dialog in which the convener changes the meeting: its title, days, place, purpose and quorum. */
export function EditMeeting() {
  const t = useText();
  const { meeting, convenes } = useRoom();
  if (!convenes || meeting.status === "CLOSED" || meeting.status === "CANCELLED") return null;
  return (
    <ModalDialog label={t(texts.edit)} title={t(texts.edit)}>
      {(close) => <EditForm done={close} />}
    </ModalDialog>
  );
}
