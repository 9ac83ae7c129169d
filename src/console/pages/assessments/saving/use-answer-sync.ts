import { useEffect, useMemo, useSyncExternalStore } from "react";
import { useClient } from "urql";
import {
  type AssessmentAnswersFragment,
  AssessmentAnswersNowDocument,
  AssessmentSaveDocument,
} from "../../../generated/graphql.js";
import { documentOf } from "../../../graph/documents.js";
import { faultOf } from "../../../graph/faults.js";
import { useSessionState } from "../../../session/use-session.js";
import { AnswerSync, type Ends, type SavingState } from "./answer-sync.js";
import { DraftStore } from "./draft-store.js";

const absent = { code: "NOT_FOUND", message: "", fields: [], retryAfter: null };

/** The hub as the sync uses it. */
function useEnds(assessment: string): Ends {
  const client = useClient();
  const person = useSessionState().email ?? "";
  return useMemo(
    () => ({
      store: new DraftStore(person, assessment),
      save: async (input) => {
        const { data, error } = await client
          .mutation(documentOf(AssessmentSaveDocument), { input })
          .toPromise();
        const saved = data?.answerAssessment.assessment;
        if (saved) return { data: saved, fault: undefined };
        return { data: undefined, fault: faultOf(error) ?? absent };
      },
      read: async () => {
        const { data, error } = await client
          .query(
            documentOf(AssessmentAnswersNowDocument),
            { id: assessment },
            { requestPolicy: "network-only" },
          )
          .toPromise();
        if (data?.assessment) return { data: data.assessment, fault: undefined };
        return { data: undefined, fault: faultOf(error) ?? absent };
      },
    }),
    [client, person, assessment],
  );
}

/** The answers of this person to an assessment, and how they are on their way to the hub. */
export function useAnswerSync(
  standing: AssessmentAnswersFragment,
  mayAnswer: boolean,
): [AnswerSync, SavingState] {
  const { id } = standing;
  const ends = useEnds(id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the hub has later is told below.
  const sync = useMemo(() => {
    const made = new AnswerSync(id, ends);
    made.seen(standing);
    return made;
  }, [id, ends]);
  useEffect(() => sync.seen(standing), [sync, standing]);
  useEffect(() => {
    if (!mayAnswer) return;
    void sync.open();
    const flush = () => void sync.flush();
    window.addEventListener("online", flush);
    document.addEventListener("visibilitychange", flush);
    return () => {
      window.removeEventListener("online", flush);
      document.removeEventListener("visibilitychange", flush);
      sync.close();
    };
  }, [sync, mayAnswer]);
  return [sync, useSyncExternalStore(sync.listen, sync.current)];
}
