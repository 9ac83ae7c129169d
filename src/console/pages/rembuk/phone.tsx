import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useText } from "../../language/language.js";
import { ChoiceField } from "../../parts/fields.js";
import { Status } from "../../parts/status.js";
import { useTitle } from "../../parts/use-title.js";
import { Announcer } from "./announcer.js";
import styles from "./phone.module.css";
import { type RoomChange, useRoom } from "./room.js";
import { currentOutcome } from "./room-model.js";
import { StancePicker } from "./stance-picker.js";

const texts = {
  outcome: { id: "Hasil {number}", en: "Outcome {number}" },
  which: { id: "Hasil yang dibahas", en: "The outcome under discussion" },
  follow: { id: "Ikuti pembahasan", en: "Follow the discussion" },
  none: { id: "Belum ada usulan hasil.", en: "No outcome is proposed yet." },
  notPresent: {
    id: "Lembaga Anda belum tercatat hadir, atau Anda bukan koordinatornya. Mintalah penyelenggara mencatat kedatangan.",
    en: "Your organisation is not recorded as present, or you do not coordinate it. Ask the convener to record its arrival.",
  },
  whole: { id: "Ruang lengkap", en: "The whole room" },
};

/** The delegate's phone: the outcome that is talked about, and the four buttons. */
export function Phone({ last, number }: { last: RoomChange | undefined; number?: string }) {
  const t = useText();
  const { meeting, outcomes, voices } = useRoom();
  useTitle(meeting.title);
  const [chosen, choose] = useState(number ?? "");
  const outcome = currentOutcome(outcomes, chosen);
  const undecided = outcomes.filter(({ status }) => status === "PROPOSED");
  const choices = undecided.map((each) => ({
    value: String(each.number),
    label: t(texts.outcome, { number: each.number }),
  }));
  return (
    <div className={styles.phone}>
      <h1>{meeting.title}</h1>
      <Announcer last={last} look="soft small" />
      {undecided.length > 1 ? (
        <ChoiceField
          label={t(texts.which)}
          value={chosen}
          change={choose}
          choices={[{ value: "", label: t(texts.follow) }, ...choices]}
        />
      ) : null}
      {outcome ? (
        <article className="stack">
          <header className="row">
            <h2>{t(texts.outcome, { number: outcome.number })}</h2>
            <Status of="OutcomeStatus" member={outcome.status} />
          </header>
          <p className={styles.text}>{outcome.text}</p>
          <StancePicker key={outcome.id} outcome={outcome} />
          {voices.length === 0 ? <p className="soft">{t(texts.notPresent)}</p> : null}
        </article>
      ) : (
        <p>{t(texts.none)}</p>
      )}
      <Link to="/rembuk/$key" params={{ key: meeting.key }} search={{}} className="small">
        {t(texts.whole)}
      </Link>
    </div>
  );
}
