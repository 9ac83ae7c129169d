import { Link } from "@tanstack/react-router";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Card } from "../../parts/card.js";
import { DataTable } from "../../parts/data-table.js";
import { Empty } from "../../parts/empty.js";
import { Day } from "../../parts/moment.js";
import type { Group } from "./journey.js";

const texts = {
  supports: { id: "Dukungan", en: "Support" },
  noSupports: { id: "Belum ada dukungan yang tercatat.", en: "No support is recorded yet." },
  kind: { id: "Jenis", en: "Kind" },
  from: { id: "Dari", en: "From" },
  action: { id: "Kegiatan", en: "Action" },
  amount: { id: "Nilai", en: "Value" },
  received: { id: "Diterima", en: "Received" },
  note: { id: "Catatan", en: "Note" },
  results: { id: "Hasil", en: "Results" },
  noResults: { id: "Belum ada pengukuran.", en: "Nothing is measured yet." },
  period: { id: "Periode", en: "Period" },
  revenue: { id: "Omzet", en: "Revenue" },
  jobs: { id: "Tenaga kerja", en: "Jobs" },
  few: { id: "1–4 (disembunyikan)", en: "1–4 (hidden)" },
  change: {
    id: "Omzet {first} ({from}) menjadi {last} ({to}).",
    en: "Revenue from {first} ({from}) to {last} ({to}).",
  },
};

type Support = Group["supports"]["nodes"][number];
type Measurement = Group["measurements"]["nodes"][number];

/** What a contribution is worth: its amount, or its quantity. */
function useWorth() {
  const { money, number } = useFormats();
  return ({ amount, quantity, unit }: Support["contribution"]): string => {
    if (amount) return money(amount);
    return quantity === null ? "" : `${number(quantity)} ${unit ?? ""}`.trim();
  };
}

function SupportTable({ supports }: { supports: readonly Support[] }) {
  const t = useText();
  const name = useMemberName();
  const worth = useWorth();
  return (
    <DataTable
      caption={t(texts.supports)}
      rows={supports}
      keyOf={({ id }) => id}
      columns={[
        {
          name: "received",
          title: t(texts.received),
          value: ({ receivedOn }) => receivedOn,
          show: ({ receivedOn }) => (receivedOn ? <Day on={receivedOn} /> : "–"),
        },
        {
          name: "kind",
          title: t(texts.kind),
          value: ({ contribution }) => name("ContributionKind", contribution.kind),
        },
        {
          name: "from",
          title: t(texts.from),
          value: ({ contribution }) => contribution.organisation.name,
        },
        {
          name: "action",
          title: t(texts.action),
          value: ({ contribution }) => contribution.action.title,
          show: ({ contribution: { action } }) => (
            <Link to="/plan/$id/action/$action" params={{ id: action.plan.id, action: action.id }}>
              {action.title}
            </Link>
          ),
        },
        {
          name: "amount",
          title: t(texts.amount),
          value: ({ contribution }) => Number(contribution.amount ?? contribution.quantity ?? 0),
          show: ({ contribution }) => worth(contribution),
          isNumber: true,
        },
        { name: "note", title: t(texts.note), value: ({ note }) => note },
      ]}
    />
  );
}

/** What the group received, and from whom. */
export function GroupSupports({ group }: { group: Group }) {
  const t = useText();
  const supports = group.supports.nodes;
  return (
    <Card title={t(texts.supports)}>
      {supports.length === 0 ? (
        <Empty>{t(texts.noSupports)}</Empty>
      ) : (
        <SupportTable supports={supports} />
      )}
    </Card>
  );
}

/** How the revenue has changed from the first period to the last, in words. */
function RevenueChange({ measurements }: { measurements: readonly Measurement[] }) {
  const t = useText();
  const { money } = useFormats();
  const known = measurements.filter(({ revenue }) => revenue !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return null;
  return (
    <p>
      {t(texts.change, {
        ...{ first: money(first.revenue ?? 0), from: first.period },
        ...{ last: money(last.revenue ?? 0), to: last.period },
      })}
    </p>
  );
}

/** The group's revenue and jobs by period. */
export function GroupResults({ group }: { group: Group }) {
  const t = useText();
  const { money, number } = useFormats();
  const measurements = group.measurements.nodes;
  if (measurements.length === 0) {
    return (
      <Card title={t(texts.results)}>
        <Empty>{t(texts.noResults)}</Empty>
      </Card>
    );
  }
  const jobsOf = ({ jobs, jobsSuppressed }: Measurement) =>
    jobsSuppressed ? t(texts.few) : jobs === null ? "–" : number(jobs);
  return (
    <Card title={t(texts.results)}>
      <RevenueChange measurements={measurements} />
      <DataTable
        caption={t(texts.results)}
        rows={measurements}
        keyOf={({ id }) => id}
        columns={[
          { name: "period", title: t(texts.period), value: ({ period }) => period },
          {
            name: "revenue",
            title: t(texts.revenue),
            value: ({ revenue }) => (revenue === null ? null : Number(revenue)),
            show: ({ revenue }) => (revenue === null ? "–" : money(revenue)),
            isNumber: true,
          },
          {
            name: "jobs",
            title: t(texts.jobs),
            value: ({ jobs }) => jobs,
            show: jobsOf,
            isNumber: true,
          },
          { name: "note", title: t(texts.note), value: ({ note }) => note },
        ]}
      />
    </Card>
  );
}
