import { useNavigate, useSearch } from "@tanstack/react-router";
import {
  type AssessmentFilter,
  type AssessmentRound,
  type AssessmentStatus,
  AssessmentsListDocument,
} from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { Answered } from "../../parts/answered.js";
import { Card } from "../../parts/card.js";
import { Empty } from "../../parts/empty.js";
import { ChoiceField } from "../../parts/fields.js";
import { PageHead } from "../../parts/page-head.js";
import { PageButtons, usePaging } from "../../parts/paging.js";
import { useMemberships } from "../../session/use-memberships.js";
import styles from "./assessments-page.module.css";
import { AssessmentsTable } from "./assessments-table.js";
import { BeginAssessment } from "./begin/begin-assessment.js";
import { toDoFilter } from "./to-do.js";

const texts = {
  title: { id: "Asesmen", en: "Assessments" },
  mine: { id: "Menunggu Anda", en: "Waiting for you" },
  nothing: {
    id: "Tidak ada asesmen yang menunggu Anda.",
    en: "No assessment is waiting for you.",
  },
  all: { id: "Daftar asesmen", en: "All assessments" },
  status: { id: "Status", en: "Status" },
  round: { id: "Putaran", en: "Round" },
  any: { id: "Semua", en: "All" },
  none: {
    id: "Tidak ada asesmen dengan pilihan ini.",
    en: "No assessment fits this choice.",
  },
};

function Mine({ where }: { where: AssessmentFilter }) {
  const t = useText();
  const paging = usePaging("mine");
  const answer = useAnswer(AssessmentsListDocument, {
    where,
    orderBy: [{ field: "DUE_ON" }],
    after: paging.after,
  });
  return (
    <Card title={t(texts.mine)}>
      <Answered of={answer} subject={({ assessments }) => assessments}>
        {({ nodes, totalCount, pageInfo }) => (
          <>
            {nodes.length === 0 ? <Empty>{t(texts.nothing)}</Empty> : null}
            {nodes.length > 0 ? <AssessmentsTable caption={t(texts.mine)} rows={nodes} /> : null}
            <PageButtons paging={paging} total={totalCount} info={pageInfo} />
          </>
        )}
      </Answered>
    </Card>
  );
}

interface Search {
  status?: string;
  round?: string;
}

/** The choices of the list, which stand in the address. */
function Filter({ status, round }: Required<Search>) {
  const t = useText();
  const name = useMemberName();
  const navigate = useNavigate();
  const choose = (change: Search) =>
    void navigate({
      to: ".",
      search: (before: object) => ({ ...before, ...change }),
      replace: true,
    } as never);
  const choices = (enumeration: "AssessmentStatus" | "AssessmentRound") => [
    { value: "ALL", label: t(texts.any) },
    ...membersOf(enumeration).map((value) => ({ value, label: name(enumeration, value) })),
  ];
  return (
    <div className={styles.filter}>
      <ChoiceField
        label={t(texts.status)}
        value={status}
        change={(value) => choose({ status: value })}
        choices={choices("AssessmentStatus")}
      />
      <ChoiceField
        label={t(texts.round)}
        value={round}
        change={(value) => choose({ round: value })}
        choices={choices("AssessmentRound")}
      />
    </div>
  );
}

function All() {
  const t = useText();
  const { status = "PUBLISHED", round = "ALL" } = useSearch({ strict: false }) as Search;
  const paging = usePaging(`${status} ${round}`);
  const where: AssessmentFilter = {
    ...(status === "ALL" ? {} : { status: { eq: status as AssessmentStatus } }),
    ...(round === "ALL" ? {} : { round: { eq: round as AssessmentRound } }),
  };
  const answer = useAnswer(AssessmentsListDocument, {
    where,
    orderBy: [{ field: status === "PUBLISHED" ? "PUBLISHED_AT" : "CREATED_AT", direction: "DESC" }],
    after: paging.after,
  });
  return (
    <Card title={t(texts.all)}>
      <Filter status={status} round={round} />
      <Answered of={answer} subject={({ assessments }) => assessments}>
        {({ nodes, totalCount, pageInfo }) => (
          <>
            {nodes.length === 0 ? <Empty>{t(texts.none)}</Empty> : null}
            {nodes.length > 0 ? <AssessmentsTable caption={t(texts.all)} rows={nodes} /> : null}
            <PageButtons paging={paging} total={totalCount} info={pageInfo} />
          </>
        )}
      </Answered>
    </Card>
  );
}

/** The assessments: first those that wait for the viewer, then those that everybody may read. */
export function AssessmentsPage() {
  const t = useText();
  const where = toDoFilter(useMemberships() ?? []);
  return (
    <>
      <PageHead title={t(texts.title)} actions={<BeginAssessment />} />
      <div className="stack">
        {where ? <Mine where={where} /> : null}
        <All />
      </div>
    </>
  );
}
