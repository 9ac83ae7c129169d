import { Link } from "@tanstack/react-router";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Badge } from "../../parts/badge.js";
import { Day, PlaceTime } from "../../parts/moment.js";
import { PageHead } from "../../parts/page-head.js";
import { Status } from "../../parts/status.js";
import { EditMeeting } from "./edit-meeting.js";
import { MeetingSteps } from "./meeting-steps.js";
import { ProposeDialog } from "./propose-dialog.js";
import { useRoom } from "./room.js";
import { zones } from "./room-model.js";

const texts = {
  above: { id: "Rembuk {kind}", en: "Rembuk · {kind}" },
  convener: { id: "Penyelenggara", en: "Convened by" },
  opened: { id: "Dibuka", en: "Opened" },
  cancelled: { id: "Alasan pembatalan: {reason}", en: "Why it was cancelled: {reason}" },
  recorded: { id: "Dicatat dari sumbernya", en: "Recorded from its sources" },
  projector: { id: "Layar aula", en: "Hall screen" },
  phone: { id: "Mode ponsel", en: "Phone mode" },
};

/** When and where the meeting is held. */
function WhenAndWhere() {
  const { heldFrom, heldTo, place, region, timeZone } = useRoom().meeting;
  return (
    <span>
      <Day on={heldFrom} />
      {heldTo === heldFrom ? null : (
        <>
          –<Day on={heldTo} />
        </>
      )}{" "}
      ({timeZone}){place ? ` · ${place}` : null}
      {region ? ` · ${region.name}` : null}
    </span>
  );
}

function Modes() {
  const t = useText();
  const { key, status } = useRoom().meeting;
  if (status !== "IN_SESSION") return null;
  return (
    <>
      <Link to="/rembuk/$key" params={{ key }} search={{ mode: "projector" }} className="button">
        {t(texts.projector)}
      </Link>
      <Link to="/rembuk/$key" params={{ key }} search={{ mode: "phone" }} className="button">
        {t(texts.phone)}
      </Link>
    </>
  );
}

/** The head of a room: what it is, who convenes it, when and where, and what one can do. */
export function RoomHead() {
  const t = useText();
  const name = useMemberName();
  const { title, kind, status, convener, openedAt, timeZone, recorded, summary, cancelReason } =
    useRoom().meeting;
  return (
    <>
      <PageHead
        title={title}
        above={t(texts.above, { kind: name("DeliberationKind", kind).toLowerCase() })}
        below={
          <>
            <Status of="DeliberationStatus" member={status} />
            {recorded ? <Badge>{t(texts.recorded)}</Badge> : null}
            <WhenAndWhere />
            <span>
              {t(texts.convener)}{" "}
              <Link to="/organisation/$key" params={{ key: convener.key }}>
                {convener.name}
              </Link>
            </span>
            {openedAt && !recorded ? (
              <span className="soft">
                {t(texts.opened)} <PlaceTime at={openedAt} zone={zones[timeZone]} />
              </span>
            ) : null}
          </>
        }
        actions={
          <>
            <ProposeDialog />
            <MeetingSteps />
            <EditMeeting />
            <Modes />
          </>
        }
      />
      {summary ? <p>{summary}</p> : null}
      {cancelReason ? <p>{t(texts.cancelled, { reason: cancelReason })}</p> : null}
    </>
  );
}
