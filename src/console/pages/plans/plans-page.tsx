import { useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PlansListDocument } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { Empty } from "../../parts/empty.js";
import { PageHead } from "../../parts/page-head.js";
import { type PageEnd, Pages } from "../../parts/pages.js";
import { NewPlan } from "./new-plan.js";
import { PlanFilters } from "./plan-filters.js";
import { PlanItem } from "./plan-item.js";
import { type PlanQuestion, variablesOf } from "./plan-question.js";
import styles from "./plans.module.css";

const texts = {
  title: { id: "Rencana aksi", en: "Action plans" },
  found: {
    id: "{count, plural, other {# rencana aksi}}",
    en: "{count, plural, one {# action plan} other {# action plans}}",
  },
  none: {
    id: "Tidak ada rencana aksi yang cocok. Longgarkan saringan di atas.",
    en: "No plan matches. Loosen the filters above.",
  },
};

/** How many plans a page has. */
const pageSize = 30;

function PlansAfter({
  question,
  after,
  next,
}: {
  question: PlanQuestion;
  after: string | null;
  next: (end: PageEnd) => ReactNode;
}) {
  const t = useText();
  const variables = { ...variablesOf(question), first: pageSize, after };
  const answer = useAnswer(PlansListDocument, variables);
  return (
    <Answered of={answer} subject={({ actionPlans }) => actionPlans}>
      {({ nodes, totalCount, pageInfo }) => (
        <>
          {after === null ? (
            <p role="status" className="soft">
              {t(texts.found, { count: totalCount })}
            </p>
          ) : null}
          {totalCount === 0 ? <Empty>{t(texts.none)}</Empty> : null}
          <ul className={`plain ${styles.list}`}>
            {nodes.map((plan) => (
              <PlanItem key={plan.id} plan={plan} />
            ))}
          </ul>
          {next(pageInfo)}
        </>
      )}
    </Answered>
  );
}

/** The plans that the reader may see, by status, words, region, programme and lateness. */
export function PlansPage() {
  const t = useText();
  const question = useSearch({ strict: false }) as PlanQuestion;
  return (
    <div className="stack">
      <PageHead title={t(texts.title)} actions={<NewPlan />} />
      <PlanFilters />
      <Pages key={JSON.stringify(question)}>
        {(after, next) => <PlansAfter question={question} after={after} next={next} />}
      </Pages>
    </div>
  );
}
