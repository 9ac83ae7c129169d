import { Link } from "@tanstack/react-router";
import type { PlanCardFragment } from "../../generated/graphql.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Badge } from "../../parts/badge.js";
import { DataTable, type TableColumn } from "../../parts/data-table.js";
import { Day } from "../../parts/moment.js";
import { Status } from "../../parts/status.js";
import { useArrival } from "./arrivals.js";

const texts = {
  caption: { id: "Kegiatan rencana aksi", en: "Actions of the plan" },
  title: { id: "Kegiatan", en: "Action" },
  status: { id: "Status", en: "Status" },
  stage: { id: "Tahap", en: "Stage" },
  lead: { id: "Penanggung jawab", en: "Lead" },
  endsOn: { id: "Tenggat", en: "Ends on" },
  progress: { id: "Kemajuan", en: "Progress" },
  money: { id: "Dana diberikan", en: "Money given" },
  late: { id: "Lewat tenggat", en: "Overdue" },
  fresh: { id: "Baru berubah", en: "Just changed" },
};

function Title({ planId, action }: { planId: string; action: PlanCardFragment }) {
  const t = useText();
  const arrival = useArrival(action.id);
  return (
    <>
      <Link to="/plan/$id/action/$action" params={{ id: planId, action: action.id }}>
        {action.title}
      </Link>
      {arrival ? (
        <>
          {" "}
          <Badge tone="warn">{t(texts.fresh)}</Badge>
        </>
      ) : null}
    </>
  );
}

function useColumns(planId: string): TableColumn<PlanCardFragment>[] {
  const t = useText();
  const name = useMemberName();
  const { percent, shortMoney } = useFormats();
  return [
    {
      ...{ name: "title", title: t(texts.title), value: ({ title }) => title },
      show: (action) => <Title planId={planId} action={action} />,
    },
    {
      ...{ name: "status", title: t(texts.status), value: ({ status }) => status },
      show: ({ status, isOverdue }) => (
        <span className="row">
          <Status of="ActionStatus" member={status} />
          {isOverdue ? <Badge tone="bad">{t(texts.late)}</Badge> : null}
        </span>
      ),
    },
    { name: "stage", title: t(texts.stage), value: ({ stage }) => name("ActionStage", stage) },
    { name: "lead", title: t(texts.lead), value: ({ lead }) => lead?.name ?? null },
    {
      ...{ name: "endsOn", title: t(texts.endsOn), value: ({ endsOn }) => endsOn },
      show: ({ endsOn }) => (endsOn ? <Day on={endsOn} /> : null),
    },
    {
      ...{ name: "progress", title: t(texts.progress), isNumber: true },
      ...{ value: ({ progress }) => progress, show: ({ progress }) => percent(progress) },
    },
    {
      ...{ name: "money", title: t(texts.money), isNumber: true },
      value: ({ money }) => Number(money.given.total),
      show: ({ money }) => (money.given.total === "0" ? "–" : shortMoney(money.given.total)),
    },
  ];
}

/** The actions of a plan as a table that sorts. */
export function PlanList({
  planId,
  actions,
}: {
  planId: string;
  actions: readonly PlanCardFragment[];
}) {
  const t = useText();
  return (
    <DataTable
      caption={t(texts.caption)}
      columns={useColumns(planId)}
      rows={actions}
      keyOf={({ id }) => id}
    />
  );
}
