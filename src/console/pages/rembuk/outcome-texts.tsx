import { useEffect, useState } from "react";
import { RoomTextsDocument, type RoomTextsQuery } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { Day, Moment } from "../../parts/moment.js";
import styles from "./outcome-card.module.css";
import { PositionsList } from "./positions-list.js";
import type { Outcome } from "./room-model.js";
import { WordDiff } from "./word-diff.js";

const texts = {
  open: {
    id: "{count, plural, one {# rumusan} other {# rumusan}}: bandingkan kata demi kata",
    en: "{count, plural, one {# text} other {# texts}}: compare word by word",
  },
  number: { id: "Rumusan {number}", en: "Text {number}" },
  by: { id: "oleh {who}", en: "by {who}" },
  because: { id: "Alasan: {reason}", en: "Reason: {reason}" },
  due: { id: "Tenggat", en: "Due" },
  said: { id: "Sikap atas rumusan ini", en: "Positions on this text" },
};

type OutcomeText = NonNullable<RoomTextsQuery["outcome"]>["versions"][number];

function OneText({ text, before }: { text: OutcomeText; before: OutcomeText | undefined }) {
  const t = useText();
  return (
    <li className={styles.text}>
      <h4>{t(texts.number, { number: text.number })}</h4>
      <p className="soft small">
        {t(texts.by, { who: text.organisation.name })} · <Moment at={text.createdAt} />
        {text.dueOn ? (
          <>
            {" · "}
            {t(texts.due)} <Day on={text.dueOn} />
          </>
        ) : null}
      </p>
      {text.reason ? <p className="small">{t(texts.because, { reason: text.reason })}</p> : null}
      <WordDiff before={before?.text ?? text.text} after={text.text} />
      {text.positions.length > 0 ? (
        <details>
          <summary>{t(texts.said)}</summary>
          <PositionsList positions={text.positions} />
        </details>
      ) : null}
    </li>
  );
}

function Texts({ outcome }: { outcome: Outcome }) {
  const answer = useAnswer(RoomTextsDocument, { id: outcome.id });
  const { again } = answer;
  const known = answer.data?.outcome?.versions.length ?? 0;
  // A new text has come while the comparison is open.
  useEffect(() => {
    if (known > 0 && known < outcome.textVersion) again();
  }, [known, outcome.textVersion, again]);
  return (
    <Answered of={answer} subject={(data) => data.outcome}>
      {({ versions }) => (
        <ol className={`plain ${styles.texts}`} reversed>
          {versions
            .map((text, at) => <OneText key={text.id} text={text} before={versions[at - 1]} />)
            .toReversed()}
        </ol>
      )}
    </Answered>
  );
}

/** The texts of an outcome, the newest first, each compared with the one before it. */
export function OutcomeTexts({ outcome }: { outcome: Outcome }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  if (outcome.textVersion < 2) return null;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t(texts.open, { count: outcome.textVersion })}</summary>
      {open ? <Texts outcome={outcome} /> : null}
    </details>
  );
}
