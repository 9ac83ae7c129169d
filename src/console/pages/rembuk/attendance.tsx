import { useState } from "react";
import { RoomArriveDocument, RoomLeaveDocument } from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Badge } from "../../parts/badge.js";
import { Card } from "../../parts/card.js";
import { Empty } from "../../parts/empty.js";
import { FaultNote } from "../../parts/fault-note.js";
import { PlaceTime } from "../../parts/moment.js";
import styles from "./attendance.module.css";
import { useRoom } from "./room.js";
import { type Invitation, seatsBySector, zones } from "./room-model.js";

const texts = {
  title: { id: "Kehadiran", en: "Attendance" },
  none: { id: "Belum ada lembaga yang diundang.", en: "No organisation is invited yet." },
  present: { id: "Hadir", en: "Present" },
  left: { id: "Sudah pergi", en: "Left" },
  absent: { id: "Belum hadir", en: "Absent" },
  since: { id: "datang", en: "arrived" },
  until: { id: "pergi", en: "left" },
  arrive: { id: "Datang: {who}", en: "Arrives: {who}" },
  arriveShort: { id: "Datang", en: "Arrives" },
  leave: { id: "Pergi: {who}", en: "Leaves: {who}" },
  leaveShort: { id: "Pergi", en: "Leaves" },
};

/** The button by which an arrival or a departure is recorded, for those who may. */
function Recording({ invitation }: { invitation: Invitation }) {
  const t = useText();
  const { convenes, coordinated, meeting, again } = useRoom();
  const [arrive, arriving] = useChange(RoomArriveDocument);
  const [leave, leaving] = useChange(RoomLeaveDocument);
  const [fault, setFault] = useState<Fault>();
  const { id, version, isPresent, organisation } = invitation;
  const isOwn = coordinated.some((each) => each.id === organisation.id);
  if (meeting.status !== "IN_SESSION" || !(convenes || isOwn)) return null;
  const record = async () => {
    const answer = await (isPresent ? leave : arrive)({ input: { id, expectedVersion: version } });
    setFault(answer.fault);
    if (answer.fault?.code === "CONFLICT") again();
  };
  return (
    <>
      <button
        type="button"
        className="button quiet no-print"
        aria-label={t(isPresent ? texts.leave : texts.arrive, { who: organisation.name })}
        disabled={arriving || leaving}
        onClick={() => void record()}
      >
        {t(isPresent ? texts.leaveShort : texts.arriveShort)}
      </button>
      <FaultNote fault={fault} />
    </>
  );
}

/** When the organisation came and went, in the reader's zone and the place's. */
function Times({ invitation: { attendance } }: { invitation: Invitation }) {
  const t = useText();
  const zone = zones[useRoom().meeting.timeZone];
  return attendance.map(({ arrivedAt, leftAt }) => (
    <p key={arrivedAt} className="soft small">
      {t(texts.since)} <PlaceTime at={arrivedAt} zone={zone} />
      {leftAt ? (
        <>
          {" · "}
          {t(texts.until)} <PlaceTime at={leftAt} zone={zone} />
        </>
      ) : null}
    </p>
  ));
}

function Seat({ invitation }: { invitation: Invitation }) {
  const t = useText();
  const { fresh, meeting } = useRoom();
  const { id, attended, organisation, delegates } = invitation;
  // The sources of a recorded meeting say who attended, and not until when.
  const isPresent = invitation.isPresent || (meeting.recorded && attended);
  return (
    <li className={styles.seat} data-fresh={fresh.has(id)}>
      <div>
        <p>{organisation.name}</p>
        {delegates.length > 0 ? <p className="soft small">{delegates.join("; ")}</p> : null}
        <Times invitation={invitation} />
      </div>
      <div className={styles.state}>
        <Badge tone={isPresent ? "good" : "plain"}>
          {t(isPresent ? texts.present : attended ? texts.left : texts.absent)}
        </Badge>
        <Recording invitation={invitation} />
      </div>
    </li>
  );
}

/** Who is invited and who attends, by sector. */
export function Attendance() {
  const t = useText();
  const name = useMemberName();
  const { invitations, meeting } = useRoom();
  if (meeting.recorded && invitations.length === 0) return null;
  return (
    <Card title={t(texts.title)}>
      {invitations.length === 0 ? <Empty>{t(texts.none)}</Empty> : null}
      {seatsBySector(invitations).map(({ sector, invitations: seats }) => (
        <section key={sector} aria-labelledby={`sector-${sector}`}>
          <h3 id={`sector-${sector}`} className="soft small">
            {name("Sector", sector)}
          </h3>
          <ul className="plain">
            {seats.map((invitation) => (
              <Seat key={invitation.id} invitation={invitation} />
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}
