import { RoomArriveDocument, RoomLeaveDocument } from "../../generated/graphql.js";
import { useChange } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Badge } from "../../parts/badge.js";
import { Card } from "../../parts/card.js";
import { Empty } from "../../parts/empty.js";
import { PlaceTime } from "../../parts/moment.js";
import { StepButton } from "../../parts/step.js";
import styles from "./attendance.module.css";
import { DelegatesDialog, InviteDialog, WithdrawInvitation } from "./invite.js";
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
  const { again } = useRoom();
  const [arrive] = useChange(RoomArriveDocument);
  const [leave] = useChange(RoomLeaveDocument);
  const { id, version, isPresent, organisation } = invitation;
  const label = t(isPresent ? texts.leaveShort : texts.arriveShort);
  return (
    <StepButton
      {...{ id, version, label, title: organisation.name, look: "button quiet no-print" }}
      name={t(isPresent ? texts.leave : texts.arrive, { who: organisation.name })}
      rows={() => [
        { name: t(texts.title), mine: label, theirs: t(isPresent ? texts.left : texts.present) },
      ]}
      run={(expectedVersion) => (isPresent ? leave : arrive)({ input: { id, expectedVersion } })}
      leave={again}
    />
  );
}

/** What the convener, and the organisation itself, may do with an invitation. */
function SeatSteps({ invitation }: { invitation: Invitation }) {
  const { convenes, coordinated, meeting } = useRoom();
  const isOwn = coordinated.some(({ id }) => id === invitation.organisation.id);
  const { status, recorded, openedAt } = meeting;
  const { createdAt, attended } = invitation;
  if (!(convenes || isOwn) || status === "CLOSED" || status === "CANCELLED") return null;
  // In session only an invitation that was made in session is withdrawn, and only while nobody came.
  const isFresh = openedAt === null || Date.parse(createdAt) >= Date.parse(openedAt);
  return (
    <div className={`row no-print ${styles.steps}`}>
      {status === "IN_SESSION" && !recorded ? <Recording invitation={invitation} /> : null}
      <DelegatesDialog invitation={invitation} />
      {convenes && isFresh && !attended ? <WithdrawInvitation invitation={invitation} /> : null}
    </div>
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
        <SeatSteps invitation={invitation} />
      </div>
      <div className={styles.state}>
        <Badge tone={isPresent ? "good" : "plain"}>
          {t(isPresent ? texts.present : attended ? texts.left : texts.absent)}
        </Badge>
      </div>
    </li>
  );
}

/** Who is invited and who attends, by sector. */
export function Attendance() {
  const t = useText();
  const name = useMemberName();
  const { invitations, meeting, convenes } = useRoom();
  const mayInvite = convenes && meeting.status !== "CLOSED" && meeting.status !== "CANCELLED";
  if (meeting.recorded && invitations.length === 0 && !mayInvite) return null;
  return (
    <Card title={t(texts.title)} actions={mayInvite ? <InviteDialog /> : null}>
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
