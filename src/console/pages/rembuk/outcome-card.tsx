import { Link } from "@tanstack/react-router";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Badge } from "../../parts/badge.js";
import { Day, Moment } from "../../parts/moment.js";
import { Status } from "../../parts/status.js";
import styles from "./outcome-card.module.css";
import { OutcomeDecisions } from "./outcome-decisions.js";
import { OutcomeTexts } from "./outcome-texts.js";
import { PositionsList } from "./positions-list.js";
import { useRoom } from "./room.js";
import type { Outcome } from "./room-model.js";
import { StancePicker } from "./stance-picker.js";
import { Tally } from "./tally.js";

const texts = {
  title: { id: "Hasil {number}", en: "Outcome {number}" },
  voting: {
    id: "Pemungutan suara berlangsung: {voices} suara berhak memilih",
    en: "A vote is open: {voices} voices may vote",
  },
  superseded: { id: "Sudah digantikan", en: "Superseded" },
  fresh: { id: "Baru berubah", en: "Just changed" },
  responsible: { id: "Penanggung jawab", en: "Responsible" },
  due: { id: "Tenggat", en: "Due" },
  proposedBy: { id: "Pengusul", en: "Proposed by" },
  decided: { id: "Cara keputusan", en: "Decided by" },
  reason: { id: "Alasan", en: "Reason" },
  unset: { id: "belum ditentukan", en: "not set" },
  positions: { id: "Sikap lembaga", en: "Positions" },
};

function Facts({ outcome }: { outcome: Outcome }) {
  const t = useText();
  const name = useMemberName();
  const { responsible, dueOn, proposedBy, decision, decidedAt, reason } = outcome;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t(texts.responsible)}</dt>
        <dd>
          {responsible.length > 0
            ? responsible.map((each) => each.name).join("; ")
            : t(texts.unset)}
        </dd>
      </div>
      <div>
        <dt>{t(texts.due)}</dt>
        <dd>{dueOn ? <Day on={dueOn} /> : t(texts.unset)}</dd>
      </div>
      {proposedBy ? (
        <div>
          <dt>{t(texts.proposedBy)}</dt>
          <dd>
            <Link to="/organisation/$key" params={{ key: proposedBy.key }}>
              {proposedBy.name}
            </Link>
          </dd>
        </div>
      ) : null}
      {decision ? (
        <div>
          <dt>{t(texts.decided)}</dt>
          <dd>
            {name("DecisionMethod", decision.method)}
            {decidedAt ? (
              <>
                {" · "}
                <Moment at={decidedAt} exact />
              </>
            ) : null}
          </dd>
        </div>
      ) : null}
      {reason ? (
        <div>
          <dt>{t(texts.reason)}</dt>
          <dd>{reason}</dd>
        </div>
      ) : null}
    </dl>
  );
}

/** One outcome: its text, what is said about it, and what the reader may do with it. */
export function OutcomeCard({ outcome }: { outcome: Outcome }) {
  const t = useText();
  const { fresh, meeting } = useRoom();
  const { number, status, votingSince, vote, isSuperseded, positions } = outcome;
  const isFresh = fresh.has(outcome.id);
  return (
    <article
      id={`outcome-${number}`}
      className={styles.card}
      data-fresh={isFresh}
      aria-labelledby={`outcome-${number}-title`}
    >
      <header className="row">
        <h3 id={`outcome-${number}-title`}>{t(texts.title, { number })}</h3>
        <Status of="OutcomeStatus" member={status} />
        {isSuperseded ? <Badge>{t(texts.superseded)}</Badge> : null}
        {isFresh ? <Badge tone="info">{t(texts.fresh)}</Badge> : null}
      </header>
      {votingSince && vote ? (
        <p className={styles.voting}>{t(texts.voting, { voices: vote.voices })}</p>
      ) : null}
      <p className={styles.words}>{outcome.text}</p>
      <OutcomeTexts outcome={outcome} />
      <Facts outcome={outcome} />
      {meeting.recorded ? null : (
        <>
          <Tally outcome={outcome} />
          <StancePicker outcome={outcome} />
          <OutcomeDecisions outcome={outcome} />
          <section className="stack" aria-labelledby={`outcome-${number}-positions`}>
            <h4 id={`outcome-${number}-positions`}>{t(texts.positions)}</h4>
            <PositionsList positions={positions} />
          </section>
        </>
      )}
    </article>
  );
}
