import { useParams, useSearch } from "@tanstack/react-router";
import { RoomFurtherOutcomesDocument, type RoomPageQuery } from "../../generated/graphql.js";
import { useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { Card } from "../../parts/card.js";
import { Empty } from "../../parts/empty.js";
import { FaultNote } from "../../parts/fault-note.js";
import { FurtherPages, idOf, useAllRows } from "../../parts/further-pages.js";
import { Agenda } from "./agenda.js";
import { Announcer } from "./announcer.js";
import { Attendance } from "./attendance.js";
import { MinutesCard } from "./minutes.js";
import { OutcomeCard } from "./outcome-card.js";
import { Phone } from "./phone.js";
import { Projector } from "./projector.js";
import { QuorumRing, QuorumWords } from "./quorum-ring.js";
import { type LiveRoom, RoomContext, useLiveRoom, useRoom, useRoomOf } from "./room.js";
import { RoomHead } from "./room-head.js";
import type { Outcome } from "./room-model.js";
import styles from "./room-page.module.css";

const texts = {
  undecided: { id: "Sedang dibahas", en: "Under discussion" },
  decided: { id: "Sudah diputuskan", en: "Decided" },
  none: {
    id: "Belum ada usulan hasil. Lembaga yang hadir dapat mengusulkannya selama rembuk berlangsung.",
    en: "No outcome is proposed yet. Attending organisations can propose one while the rembuk is in session.",
  },
  quorum: { id: "Kuorum", en: "Quorum" },
};

/** Outcomes under a heading; nothing where there are none. */
function Outcomes({ title, outcomes }: { title: string; outcomes: readonly Outcome[] }) {
  if (outcomes.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      {outcomes.map((outcome) => (
        <OutcomeCard key={outcome.id} outcome={outcome} />
      ))}
    </>
  );
}

function WholeRoom({ last }: { last: LiveRoom["last"] }) {
  const t = useText();
  const { meeting, outcomes } = useRoom();
  const isOpen = ({ status }: Outcome) => status === "PROPOSED";
  return (
    <div className="stack">
      <RoomHead />
      <Announcer last={last} look={styles.news ?? ""} />
      <div className={styles.columns}>
        <div className={styles.outcomes}>
          {meeting.minutes ? <MinutesCard /> : null}
          {outcomes.length === 0 ? <Empty>{t(texts.none)}</Empty> : null}
          <Outcomes title={t(texts.undecided)} outcomes={outcomes.filter(isOpen)} />
          <Outcomes
            title={t(texts.decided)}
            outcomes={outcomes.filter((outcome) => !isOpen(outcome))}
          />
        </div>
        {meeting.recorded ? null : (
          <div className={styles.quorum}>
            <Card title={t(texts.quorum)}>
              <QuorumRing />
              <QuorumWords />
            </Card>
          </div>
        )}
        <div className={styles.people}>
          <Attendance />
          <Agenda />
        </div>
      </div>
    </div>
  );
}

function RoomIn({
  live,
  deliberation,
}: {
  live: LiveRoom;
  deliberation: NonNullable<RoomPageQuery["deliberation"]>;
}) {
  const { key, outcomes } = deliberation;
  const { rows, report } = useAllRows(outcomes.nodes, idOf);
  const room = useRoomOf(live, deliberation, rows);
  const { mode, outcome } = useSearch({ strict: false }) as { mode?: string; outcome?: string };
  const shown = { last: live.last, ...(outcome ? { number: outcome } : {}) };
  return (
    <RoomContext value={room}>
      {outcomes.pageInfo.hasNextPage ? (
        <FurtherPages
          document={RoomFurtherOutcomesDocument}
          variables={{ key }}
          listOf={(data) => data.deliberation?.outcomes}
          after={outcomes.pageInfo.endCursor}
          report={report}
        />
      ) : null}
      {mode === "projector" ? (
        <Projector {...shown} />
      ) : mode === "phone" ? (
        <Phone {...shown} />
      ) : (
        <WholeRoom last={live.last} />
      )}
    </RoomContext>
  );
}

/** A rembuk room, live: whole, for the hall's projector (`mode=projector`) or a phone (`mode=phone`). */
export function RoomPage() {
  const { key } = useParams({ strict: false }) as { key: string };
  return <RoomOf key={key} name={key} />;
}

function RoomOf({ name }: { name: string }) {
  const live = useLiveRoom(name);
  return (
    <Answered of={live.answer} subject={(data) => data.deliberation}>
      {(deliberation) => (
        <>
          <FaultNote fault={live.fault} again={live.answer.again} />
          <RoomIn live={live} deliberation={deliberation} />
        </>
      )}
    </Answered>
  );
}
