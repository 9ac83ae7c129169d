import { useEffect, useRef, useState } from "react";
import { PlanFollowDocument, type PlanFollowSubscription } from "../../generated/graphql.js";
import { type Beginning, useFollowed } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { useChangeWords } from "../../parts/use-change-words.js";
import { Arrivals } from "./arrivals.js";

const texts = {
  said: { id: "{who} mengubah {title}: {what}", en: "{who} changed {title}: {what}" },
  created: { id: "{noun} baru", en: "new {noun}" },
  changed: { id: "{noun} diubah", en: "{noun} changed" },
  somebody: { id: "Hub", en: "The hub" },
  plan: { id: "rencana aksi ini", en: "this plan" },
};

type Payload = PlanFollowSubscription["actionPlanChanged"];
type Subject = NonNullable<Payload["change"]["subject"]>;

/** The action that a change is about: its subject, or what its subject belongs to. */
function actionOf(subject: Subject | null): { id: string; title?: string } | undefined {
  if (!subject) return undefined;
  if (subject.__typename === "Action") return subject;
  if ("action" in subject) return subject.action ?? undefined;
  if ("about" in subject) return subject.about ?? undefined;
  return undefined;
}

/**
 * Follows a plan from its answer on. Gives the marks of what came in, and a sentence about
 * the last change for screen readers.
 */
export function usePlanChanges(id: string, answer: Beginning) {
  const t = useText();
  const words = useChangeWords();
  const [arrivals] = useState(() => new Arrivals());
  const [sentence, setSentence] = useState("");
  useEffect(() => () => arrivals.stop(), [arrivals]);
  const take = ({ change }: Payload) => {
    const action = actionOf(change.subject);
    const noun = words.noun(change.entity).toLowerCase();
    const said = words.fields(change.entity, change.fields);
    const what =
      change.kind === "CREATED" || said.length === 0
        ? t(change.kind === "CREATED" ? texts.created : texts.changed, { noun })
        : said.map(({ name, after }) => `${name}: ${after ?? "–"}`).join(", ");
    const who = change.user?.name ?? change.organisation?.name ?? t(texts.somebody);
    if (action) arrivals.add(action.id, { who, what });
    setSentence(t(texts.said, { who, what, title: action?.title ?? t(texts.plan) }));
  };
  const latest = useRef(take);
  latest.current = take;
  const { fault } = useFollowed(PlanFollowDocument, { id }, answer, (data) =>
    latest.current(data.actionPlanChanged),
  );
  return { arrivals, sentence, fault };
}
