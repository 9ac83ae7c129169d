import { Link } from "@tanstack/react-router";
import { PlanTimelineDocument, type PlanTimelineQuery } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Answered } from "../../parts/answered.js";
import { Empty } from "../../parts/empty.js";
import { FurtherPages, idOf, useAllRows } from "../../parts/further-pages.js";
import styles from "./timeline.module.css";
import { type Span, spanOf } from "./timeline-span.js";

const texts = {
  locale: { id: "id-ID", en: "en-GB" },
  label: { id: "Jadwal kegiatan", en: "Timeline of the actions" },
  undated: { id: "tanpa tanggal", en: "no dates" },
  bar: {
    id: "{status}, {from} sampai {to}, kemajuan {progress}",
    en: "{status}, {from} to {to}, progress {progress}",
  },
  milestone: { id: "{title}: tenggat {due}", en: "{title}: due {due}" },
  done: { id: "{title}: selesai {due}", en: "{title}: completed {due}" },
  today: { id: "Hari ini", en: "Today" },
  empty: { id: "Belum ada kegiatan.", en: "No actions yet." },
  legend: {
    id: "Bilah: waktu kegiatan, terisi menurut kemajuannya. Belah ketupat: tonggak; penuh bila selesai.",
    en: "Bars: the time of an action, filled by its progress. Diamonds: milestones; full when completed.",
  },
};

type Plan = NonNullable<PlanTimelineQuery["actionPlan"]>;
type Action = Plan["actions"]["nodes"][number];

/** Where on the line something stands, in per cent of its length. */
const at = (share: number) => ({ insetInlineStart: `${share * 100}%` });

function Bar({ action, span }: { action: Action; span: Span }) {
  const t = useText();
  const name = useMemberName();
  const { date, percent } = useFormats();
  const { startsOn, endsOn, status, progress, isOverdue } = action;
  if (!startsOn && !endsOn) return <span className="soft small">{t(texts.undated)}</span>;
  const [from, to] = [startsOn ?? span.from, endsOn ?? span.to];
  const [start, end] = [span.shareOf(from), span.shareOf(to)];
  const words = t(texts.bar, {
    ...{ status: name("ActionStatus", status), progress: percent(progress) },
    ...{ from: date(from), to: date(to) },
  });
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      className={styles.bar}
      data-status={status}
      data-overdue={isOverdue}
      style={{ ...at(start), inlineSize: `${Math.max(0.5, (end - start) * 100)}%` }}
    >
      <span className={styles.filled} style={{ inlineSize: `${progress}%` }} />
    </span>
  );
}

function Milestones({ action: { milestones }, span }: { action: Action; span: Span }) {
  const t = useText();
  const { date } = useFormats();
  return milestones.map(({ id, title, dueOn, completedOn, isOverdue }) => {
    const day = completedOn ?? dueOn;
    const words = t(completedOn ? texts.done : texts.milestone, { title, due: date(day) });
    return (
      <span
        key={id}
        role="img"
        aria-label={words}
        title={words}
        className={styles.milestone}
        data-done={completedOn !== null}
        data-overdue={isOverdue}
        style={at(span.shareOf(day))}
      />
    );
  });
}

function Axis({ span }: { span: Span }) {
  const t = useText();
  return (
    <div className={styles.row} aria-hidden="true">
      <span />
      <div className={styles.axis}>
        {span.ticks.map(({ day, label, share }) => (
          <span key={day} style={at(share)}>
            {label}
          </span>
        ))}
        {span.today === null ? null : (
          <span className={styles.today} style={at(span.today)}>
            {t(texts.today)}
          </span>
        )}
      </div>
    </div>
  );
}

function Rows({ plan, actions }: { plan: Plan; actions: readonly Action[] }) {
  const t = useText();
  const locale = t(texts.locale);
  const span = spanOf(plan, actions, locale);
  if (actions.length === 0) return <Empty>{t(texts.empty)}</Empty>;
  return (
    <div className="stack">
      <p className="soft small">{t(texts.legend)}</p>
      <div className={styles.timeline}>
        <Axis span={span} />
        <ul className="plain" aria-label={t(texts.label)}>
          {actions.map((action) => (
            <li key={action.id} className={styles.row}>
              <Link
                to="/plan/$id/action/$action"
                params={{ id: plan.id, action: action.id }}
                className={styles.title ?? ""}
              >
                {action.title}
              </Link>
              <div className={styles.line}>
                {span.today === null ? null : (
                  <span className={styles.now} style={at(span.today)} />
                )}
                <Bar action={action} span={span} />
                <Milestones action={action} span={span} />
              </div>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

const none: Action[] = [];

/** The actions of a plan along the time, with their milestones. */
export function Timeline({ id }: { id: string }) {
  const answer = useAnswer(PlanTimelineDocument, { id });
  const list = answer.data?.actionPlan?.actions;
  const { rows, report } = useAllRows<Action>(list?.nodes ?? none, idOf);
  return (
    <Answered of={answer} subject={({ actionPlan }) => actionPlan}>
      {(plan) => (
        <>
          {plan.actions.pageInfo.hasNextPage ? (
            <FurtherPages
              document={PlanTimelineDocument}
              variables={{ id }}
              listOf={({ actionPlan }) => actionPlan?.actions}
              after={plan.actions.pageInfo.endCursor}
              report={report}
            />
          ) : null}
          <Rows plan={plan} actions={rows} />
        </>
      )}
    </Answered>
  );
}
