import { Link } from "@tanstack/react-router";
import type { AssessmentsListQuery } from "../../generated/graphql.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { DataTable } from "../../parts/data-table.js";
import { Meter } from "../../parts/meter.js";
import { Day, Moment } from "../../parts/moment.js";
import { Status } from "../../parts/status.js";

const texts = {
  subject: { id: "Kawasan atau rencana", en: "Area or plan" },
  university: { id: "Perguruan tinggi", en: "University" },
  instrument: { id: "Instrumen", en: "Questionnaire" },
  edition: { id: "{title}, edisi {edition}", en: "{title}, edition {edition}" },
  round: { id: "Putaran", en: "Round" },
  status: { id: "Status", en: "Status" },
  complete: { id: "Kelengkapan", en: "Completeness" },
  date: { id: "Tenggat atau terbit", en: "Due or published" },
};

type Row = AssessmentsListQuery["assessments"]["nodes"][number];

const subjectOf = ({ area, plan }: Row): string => area?.name ?? plan?.title ?? "";

function When({ of: { publishedAt, dueOn } }: { of: Row }) {
  if (publishedAt) return <Moment at={publishedAt} />;
  return dueOn ? <Day on={dueOn} /> : null;
}

/** Assessments as a table. */
export function AssessmentsTable({ caption, rows }: { caption: string; rows: readonly Row[] }) {
  const t = useText();
  const name = useMemberName();
  return (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          name: "subject",
          title: t(texts.subject),
          value: subjectOf,
          show: (row) => (
            <Link to="/assessment/$id" params={{ id: row.id }}>
              {subjectOf(row)}
            </Link>
          ),
        },
        {
          name: "university",
          title: t(texts.university),
          value: ({ university }) => university.name,
        },
        {
          name: "instrument",
          title: t(texts.instrument),
          value: ({ instrument: { title, edition } }) => t(texts.edition, { title, edition }),
        },
        {
          name: "round",
          title: t(texts.round),
          value: ({ round }) => name("AssessmentRound", round),
        },
        {
          name: "status",
          title: t(texts.status),
          value: ({ status }) => status,
          show: ({ status }) => <Status of="AssessmentStatus" member={status} />,
        },
        {
          name: "completeness",
          title: t(texts.complete),
          value: ({ completeness }) => completeness,
          // What was made without the hub has no answers here.
          show: ({ completeness, recorded }) =>
            recorded ? "–" : <Meter value={completeness} label={t(texts.complete)} />,
        },
        {
          name: "date",
          title: t(texts.date),
          value: ({ publishedAt, dueOn }) => publishedAt ?? dueOn,
          show: (row) => <When of={row} />,
        },
      ]}
    />
  );
}
