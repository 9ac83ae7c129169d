import { useText } from "../../language/language.js";
import { Status } from "../../parts/status.js";
import { useTitle } from "../../parts/use-title.js";
import { Announcer } from "./announcer.js";
import styles from "./projector.module.css";
import { QuorumRing, QuorumWords } from "./quorum-ring.js";
import { type RoomChange, useRoom } from "./room.js";
import { currentOutcome } from "./room-model.js";
import { Tally } from "./tally.js";

const texts = {
  outcome: { id: "Hasil {number}", en: "Outcome {number}" },
  none: { id: "Belum ada usulan hasil.", en: "No outcome is proposed yet." },
  voting: { id: "Pemungutan suara berlangsung", en: "A vote is open" },
};

/** The hall's screen: the quorum, the outcome that is talked about and its tally, in very large type. */
export function Projector({ last, number }: { last: RoomChange | undefined; number?: string }) {
  const t = useText();
  const { meeting, outcomes } = useRoom();
  useTitle(meeting.title);
  const outcome = currentOutcome(outcomes, number);
  return (
    <div className={styles.hall}>
      <header className={styles.head}>
        <h1>{meeting.title}</h1>
        <Status of="DeliberationStatus" member={meeting.status} />
      </header>
      <aside className={styles.quorum}>
        <QuorumRing />
        <QuorumWords />
      </aside>
      {outcome ? (
        <article className={styles.outcome}>
          <header className="row">
            <h2>{t(texts.outcome, { number: outcome.number })}</h2>
            <Status of="OutcomeStatus" member={outcome.status} />
            {outcome.votingSince ? <strong>{t(texts.voting)}</strong> : null}
          </header>
          <p className={styles.text} data-long={outcome.text.length > 240}>
            {outcome.text}
          </p>
          <Tally outcome={outcome} large />
        </article>
      ) : (
        <p className={styles.text}>{t(texts.none)}</p>
      )}
      <Announcer last={last} look={styles.news} />
    </div>
  );
}
