import { useText } from "../../language/language.js";
import { Badge } from "../../parts/badge.js";
import { Status } from "../../parts/status.js";
import { useScrolledTo } from "../../parts/use-scrolled-to.js";
import { AdoptDialog } from "./adopt-dialog.js";
import styles from "./outcome-card.module.css";
import { OutcomeComments } from "./outcome-comments.js";
import { OutcomeDecisions } from "./outcome-decisions.js";
import { OutcomeActions, OutcomeFacts } from "./outcome-facts.js";
import { OutcomeTexts } from "./outcome-texts.js";
import { PositionsList } from "./positions-list.js";
import { useRoom } from "./room.js";
import { type Outcome, positionOf } from "./room-model.js";
import { StancePicker } from "./stance-picker.js";
import { Tally } from "./tally.js";

const texts = {
  title: { id: "Hasil {number}", en: "Outcome {number}" },
  voting: {
    id: "Pemungutan suara berlangsung: {voices} suara berhak memilih",
    en: "A vote is open: {voices} voices may vote",
  },
  superseded: { id: "Sudah digantikan", en: "Superseded" },
  waits: { id: "Menunggu sikap Anda", en: "Waits for your position" },
  fresh: { id: "Baru berubah", en: "Just changed" },
  positions: { id: "Sikap lembaga", en: "Positions" },
};

/** True while an organisation for which the reader speaks has said nothing on the current text. */
function useWaits(outcome: Outcome): boolean {
  const { voices, meeting } = useRoom();
  return (
    meeting.status === "IN_SESSION" &&
    outcome.status === "PROPOSED" &&
    voices.some((voice) => !positionOf(outcome, voice))
  );
}

function Marks({ outcome }: { outcome: Outcome }) {
  const t = useText();
  const { fresh } = useRoom();
  const waits = useWaits(outcome);
  return (
    <>
      <Status of="OutcomeStatus" member={outcome.status} />
      {outcome.isSuperseded ? <Badge>{t(texts.superseded)}</Badge> : null}
      {waits ? <Badge tone="warn">{t(texts.waits)}</Badge> : null}
      {fresh.has(outcome.id) ? <Badge tone="info">{t(texts.fresh)}</Badge> : null}
    </>
  );
}

/** One outcome: its text, what is said about it, and what the reader may do with it. */
export function OutcomeCard({ outcome }: { outcome: Outcome }) {
  const t = useText();
  const { fresh, meeting } = useRoom();
  const { number, votingSince, vote, positions } = outcome;
  const article = useScrolledTo<HTMLElement>(`outcome-${number}`);
  return (
    <article
      ref={article}
      id={`outcome-${number}`}
      className={styles.card}
      data-fresh={fresh.has(outcome.id)}
      aria-labelledby={`outcome-${number}-title`}
    >
      <header className="row">
        <h3 id={`outcome-${number}-title`}>{t(texts.title, { number })}</h3>
        <Marks outcome={outcome} />
      </header>
      {votingSince && vote ? (
        <p className={styles.voting}>{t(texts.voting, { voices: vote.voices })}</p>
      ) : null}
      <p className={styles.words}>{outcome.text}</p>
      <OutcomeTexts outcome={outcome} />
      <OutcomeFacts outcome={outcome} />
      <OutcomeActions outcome={outcome} />
      <AdoptDialog outcome={outcome} />
      {meeting.recorded ? null : (
        <>
          <Tally outcome={outcome} />
          <StancePicker outcome={outcome} />
          <OutcomeDecisions outcome={outcome} />
          <h4>{t(texts.positions)}</h4>
          <PositionsList positions={positions} />
        </>
      )}
      <OutcomeComments outcome={outcome} />
    </article>
  );
}
