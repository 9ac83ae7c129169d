import { Link, useParams } from "@tanstack/react-router";
import {
  PlanBoardDocument,
  type PlanCardFragment,
  PlanFurtherCardsDocument,
} from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { FaultNote } from "../../parts/fault-note.js";
import { FurtherPages, idOf, useAllRows } from "../../parts/further-pages.js";
import { TabPages } from "../../parts/tab-list.js";
import { ConveneLink } from "../rembuk/convene-link.js";
import { ArrivalsContext } from "./arrivals.js";
import { Board } from "./board.js";
import { MoneyFlow } from "./money-flow.js";
import { Participants } from "./participants.js";
import { PlanHead } from "./plan-head.js";
import { PlanHistory } from "./plan-history.js";
import { PlanList } from "./plan-list.js";
import { PlanSteps } from "./plan-steps.js";
import type { ShownPlan } from "./shown-plan.js";
import { Timeline } from "./timeline.js";
import { usePlanChanges } from "./use-plan-changes.js";
import { WhoDoesWhat } from "./who.js";

const texts = {
  tabs: { id: "Bagian rencana aksi", en: "Parts of the plan" },
  board: { id: "Papan", en: "Board" },
  list: { id: "Daftar", en: "List" },
  timeline: { id: "Jadwal", en: "Timeline" },
  money: { id: "Aliran dana", en: "Money flow" },
  who: { id: "Siapa mengerjakan apa", en: "Who does what" },
  participants: { id: "Peserta", en: "Participants" },
  history: { id: "Riwayat", en: "History" },
  plans: { id: "Rencana aksi", en: "Action plans" },
};

/** The parts of a plan as tabs. */
function usePlanTabs(plan: ShownPlan, actions: PlanCardFragment[]) {
  const t = useText();
  const { id } = plan;
  return [
    {
      name: "board",
      label: t(texts.board),
      content: () => <Board planId={id} actions={actions} />,
    },
    {
      name: "list",
      label: t(texts.list),
      content: () => <PlanList planId={id} actions={actions} />,
    },
    { name: "timeline", label: t(texts.timeline), content: () => <Timeline id={id} /> },
    { name: "money", label: t(texts.money), content: () => <MoneyFlow id={id} /> },
    { name: "who", label: t(texts.who), content: () => <WhoDoesWhat id={id} /> },
    {
      name: "participants",
      label: t(texts.participants),
      content: () => <Participants id={id} version={plan.version} />,
    },
    { name: "history", label: t(texts.history), content: () => <PlanHistory id={id} /> },
  ];
}

function PlanTabs({ plan }: { plan: ShownPlan }) {
  const t = useText();
  const { rows, report } = useAllRows(plan.actions.nodes, idOf);
  const { hasNextPage, endCursor } = plan.actions.pageInfo;
  return (
    <>
      {hasNextPage ? (
        <FurtherPages
          document={PlanFurtherCardsDocument}
          variables={{ id: plan.id }}
          listOf={({ actionPlan }) => actionPlan?.actions}
          after={endCursor}
          report={report}
        />
      ) : null}
      <TabPages label={t(texts.tabs)} items={usePlanTabs(plan, rows)} />
    </>
  );
}

/** One action plan, live: its actions as a board, list or timeline, its money, people and history. */
export function PlanPage() {
  const t = useText();
  const { id } = useParams({ from: "/plan/$id" });
  const answer = useAnswer(PlanBoardDocument, { id });
  const { arrivals, sentence, fault } = usePlanChanges(id, answer);
  return (
    <ArrivalsContext value={arrivals}>
      <Answered of={answer} subject={({ actionPlan }) => actionPlan}>
        {(plan) => (
          <div className="stack">
            <PlanHead
              plan={plan}
              above={<Link to="/plans">{t(texts.plans)}</Link>}
              actions={
                <>
                  <PlanSteps plan={plan} />
                  <ConveneLink plan={plan.id} />
                </>
              }
            />
            <p className="visually-hidden" role="status" aria-live="polite">
              {sentence}
            </p>
            <FaultNote fault={fault} again={answer.again} />
            <PlanTabs plan={plan} />
          </div>
        )}
      </Answered>
    </ArrivalsContext>
  );
}
