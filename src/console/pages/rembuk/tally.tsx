import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { type Outcome, stances, tallyFields } from "./room-model.js";
import styles from "./tally.module.css";

const texts = { title: { id: "Perolehan sikap", en: "Positions so far" } };

/** The figures of the positions: as they count now, or as the decision counted them. */
export function Tally({ outcome, large = false }: { outcome: Outcome; large?: boolean }) {
  const t = useText();
  const name = useMemberName();
  const { tally, decision } = outcome;
  const figures = stances.map((stance) => ({
    stance,
    count: decision ? decision[tallyFields[stance]] : tally[tallyFields[stance]],
  }));
  const total = figures.reduce((sum, { count }) => sum + (count ?? 0), 0);
  return (
    <figure aria-label={t(texts.title)} className={styles.tally} data-large={large}>
      <div aria-hidden="true" className={styles.bar}>
        {figures.map(({ stance, count }) =>
          count ? (
            <span
              key={stance}
              data-stance={stance}
              style={{ inlineSize: `${(100 * count) / total}%` }}
            />
          ) : null,
        )}
      </div>
      <dl className={styles.figures}>
        {figures.map(({ stance, count }) => (
          <div key={stance} data-stance={stance}>
            <dt>{name("Stance", stance)}</dt>
            <dd>{count ?? "–"}</dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}
