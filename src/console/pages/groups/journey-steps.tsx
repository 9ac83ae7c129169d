import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Moment } from "../../parts/moment.js";
import { type Journey, journeySteps } from "./journey.js";
import styles from "./journey-steps.module.css";

const texts = {
  title: { id: "Tahap perjalanan", en: "Journey" },
  here: { id: "tahap sekarang", en: "current step" },
  done: { id: "sudah dilalui", en: "passed" },
  ahead: { id: "belum", en: "ahead" },
};

/** The journey as steps: those passed, the one reached, and those ahead. */
export function JourneySteps({
  journey,
  reached,
  small = false,
}: {
  journey: Journey;
  /** When each step was reached, where that is known. */
  reached?: ReadonlyMap<unknown, string>;
  small?: boolean;
}) {
  const t = useText();
  const name = useMemberName();
  const now = (journeySteps as readonly Journey[]).indexOf(journey);
  return (
    <ol className={`plain ${styles.steps}`} data-small={small} aria-label={t(texts.title)}>
      {journeySteps.map((step, at) => {
        const state = at === now ? "here" : at < now ? "done" : "ahead";
        const when = reached?.get(step);
        return (
          <li key={step} data-state={state} aria-current={state === "here" ? "step" : undefined}>
            <span aria-hidden="true" className={styles.mark}>
              {state === "done" ? "✓" : at + 1}
            </span>
            <span className={small ? "visually-hidden" : undefined}>
              {name("EnterpriseJourney", step)}
              <span className="visually-hidden">: {t(texts[state])}</span>
            </span>
            {!small && when && state !== "ahead" ? (
              <span className="soft small">
                <Moment at={when} />
              </span>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
