import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useText } from "../../../language/language.js";
import { useTranslated } from "../../../language/translated.js";
import { Meter } from "../../../parts/meter.js";
import { useAtWork } from "../at-work.js";
import { ReviewPanel } from "../review/review-panel.js";
import { SavingNote } from "../saving/saving-note.js";
import { applicable } from "./conditions.js";
import { isEmpty, type Question } from "./content.js";
import { QuestionCard } from "./question-card.js";
import styles from "./questionnaire.module.css";

const texts = {
  sections: { id: "Bagian instrumen", en: "Sections of the questionnaire" },
  complete: { id: "Kelengkapan", en: "Completeness" },
  progress: { id: "{done} dari {count} dijawab", en: "{done} of {count} answered" },
  before: { id: "← Bagian sebelumnya", en: "← Section before" },
  next: { id: "Bagian berikutnya →", en: "Next section →" },
};

interface ShownSection {
  key: string;
  title: string;
  questions: Question[];
  done: number;
}

/** The sections with the questions that apply, by what is answered here and at the hub. */
function useSections(): ShownSection[] {
  const said = useTranslated();
  const { assessment, sync, saving } = useAtWork();
  const { sections } = assessment.instrument;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the sync gives changes with its state.
  const applies = useMemo(() => applicable(sections, sync.contentOf), [sections, sync, saving]);
  return sections.map(({ key, title, questions }) => {
    const asked = questions.filter((question) => applies.has(question.key));
    const done = asked.filter((question) => {
      const content = sync.contentOf(question.key);
      return content !== null && !isEmpty(content);
    });
    return { key, title: said(title), questions: asked, done: done.length };
  });
}

/** The section in the address, and the function that goes to another. */
function useSection(
  sections: readonly ShownSection[],
): [ShownSection | undefined, (key: string) => void] {
  const navigate = useNavigate();
  const { section } = useSearch({ strict: false }) as { section?: string };
  const go = (key: string) => {
    const search = (before: object) => ({ ...before, section: key });
    void navigate({ to: ".", search, replace: true } as never);
  };
  return [sections.find(({ key }) => key === section) ?? sections[0], go];
}

/** The sections, the one that is shown, and how one gets to another. */
interface Places {
  sections: readonly ShownSection[];
  chosen: ShownSection;
  go: (key: string) => void;
}

function SectionList({ sections, chosen, go }: Places) {
  const t = useText();
  return (
    <nav aria-label={t(texts.sections)}>
      <ol className={`plain ${styles.sections}`}>
        {sections.map((section) => (
          <li key={section.key}>
            <button
              type="button"
              aria-current={section === chosen ? "step" : undefined}
              onClick={() => go(section.key)}
            >
              <span>{section.title}</span>
              <span className="soft small">
                {t(texts.progress, { done: section.done, count: section.questions.length })}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Steps({ sections, chosen, go }: Places) {
  const t = useText();
  const at = sections.indexOf(chosen);
  const [before, next] = [sections[at - 1], sections[at + 1]];
  const move = (section: ShownSection) => {
    go(section.key);
    document.getElementById("section")?.focus();
  };
  return (
    <div className="row spread no-print">
      {before ? (
        <button type="button" className="button" onClick={() => move(before)}>
          {t(texts.before)}
        </button>
      ) : (
        <span />
      )}
      {next ? (
        <button type="button" className="button main" onClick={() => move(next)}>
          {t(texts.next)}
        </button>
      ) : null}
    </div>
  );
}

/** The questionnaire section by section; the review stands beside it once it was handed in. */
export function Questionnaire() {
  const t = useText();
  const { rights, saving, assessment } = useAtWork();
  const sections = useSections();
  const [chosen, go] = useSection(sections);
  if (!chosen) return null;
  const isBeside =
    rights.reviews ||
    (rights.coordinates && assessment.submissions > 0) ||
    (rights.assesses && assessment.reviews.length > 0);
  return (
    <div className={styles.layout} data-beside={isBeside}>
      <div className={styles.side}>
        <Meter value={saving.completeness} label={t(texts.complete)} />
        <SectionList sections={sections} chosen={chosen} go={go} />
      </div>
      <div className="stack">
        {rights.answers ? <SavingNote /> : null}
        <h2 id="section" tabIndex={-1}>
          {chosen.title}
        </h2>
        {chosen.questions.map((question) => (
          <QuestionCard key={question.key} question={question} />
        ))}
        <Steps sections={sections} chosen={chosen} go={go} />
      </div>
      {isBeside ? (
        <div className={styles.review}>
          <ReviewPanel />
        </div>
      ) : null}
    </div>
  );
}
