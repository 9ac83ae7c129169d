import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import {
  type EnterpriseGroupFilter,
  GroupsPageDocument,
  type GroupsPageQuery,
} from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Answered } from "../../parts/answered.js";
import { Empty } from "../../parts/empty.js";
import { ChoiceField } from "../../parts/fields.js";
import { ListFilter, type ListFilterValues, useListFilter } from "../../parts/list-filter.js";
import { PageHead } from "../../parts/page-head.js";
import { type PageEnd, Pages } from "../../parts/pages.js";
import { Status } from "../../parts/status.js";
import styles from "./groups-page.module.css";
import { type Journey, journeySteps } from "./journey.js";
import { JourneySteps } from "./journey-steps.js";

const texts = {
  title: { id: "Kelompok usaha (TKM)", en: "Enterprise groups (TKM)" },
  about: {
    id: "Kelompok Tenaga Kerja Mandiri, dari terbentuk sampai mandiri. Yang tercatat hanya jumlah, tidak pernah nama orang.",
    en: "Groups of self-employed workers, from formed to independent. Only counts are recorded, never people's names.",
  },
  count: {
    id: "{count, plural, other {# kelompok}}",
    en: "{count, plural, one {# group} other {# groups}}",
  },
  none: { id: "Tidak ada kelompok yang sesuai.", en: "No group matches." },
  step: { id: "Tahap perjalanan", en: "Step of the journey" },
  everyStep: { id: "Semua tahap", en: "All steps" },
  members: {
    id: "{count, plural, other {# anggota}}",
    en: "{count, plural, one {# member} other {# members}}",
  },
  fewMembers: { id: "kurang dari 5 anggota", en: "fewer than 5 members" },
};

interface GroupsFilter extends ListFilterValues {
  journey?: string;
}

function filterOf({ text, region, journey }: GroupsFilter): EnterpriseGroupFilter {
  const places: EnterpriseGroupFilter[] = region
    ? [{ village: { within: region } }, { area: { region: { within: region } } }]
    : [];
  return {
    ...(text ? { name: { contains: text } } : {}),
    ...(journey ? { journey: { eq: journey as Journey } } : {}),
    ...(region ? { or: places } : {}),
  };
}

type ListedGroup = GroupsPageQuery["enterpriseGroups"]["nodes"][number];

function GroupItem({ group }: { group: ListedGroup }) {
  const t = useText();
  const { id, name, journey, members, membersSuppressed, area, village, products } = group;
  const size = membersSuppressed
    ? t(texts.fewMembers)
    : members === null
      ? null
      : t(texts.members, { count: members });
  const place = village ? `${village.name} · ${area.name}` : area.name;
  return (
    <li className={styles.group}>
      <p className="row spread">
        <Link to="/group/$id" params={{ id }}>
          {name}
        </Link>
        <Status of="EnterpriseJourney" member={journey} />
      </p>
      <JourneySteps journey={journey} small />
      <p className="soft small">{place}</p>
      <p className="small">
        {[size, ...products.map((product) => product.name)].filter(Boolean).join(" · ")}
      </p>
    </li>
  );
}

function GroupList({
  where,
  after,
  next,
}: {
  where: EnterpriseGroupFilter;
  after: string | null;
  next: (end: PageEnd) => ReactNode;
}) {
  const t = useText();
  const answer = useAnswer(GroupsPageDocument, { where, after });
  return (
    <Answered of={answer} subject={(data) => data.enterpriseGroups}>
      {({ nodes, pageInfo, totalCount }) => (
        <>
          {after ? null : <p className="soft">{t(texts.count, { count: totalCount })}</p>}
          {totalCount === 0 ? <Empty>{t(texts.none)}</Empty> : null}
          <ul className="plain grid">
            {nodes.map((group) => (
              <GroupItem key={group.id} group={group} />
            ))}
          </ul>
          {next(pageInfo)}
        </>
      )}
    </Answered>
  );
}

/** The groups of self-employed workers that the reader may see. */
export function GroupsPage() {
  const t = useText();
  const name = useMemberName();
  const [values, change] = useListFilter<GroupsFilter>();
  const where = filterOf(values);
  const steps = [...journeySteps, "DISSOLVED"].map((step) => ({
    value: step,
    label: name("EnterpriseJourney", step),
  }));
  return (
    <div className="stack">
      <PageHead title={t(texts.title)} />
      <p className="soft">{t(texts.about)}</p>
      <ListFilter>
        <ChoiceField
          label={t(texts.step)}
          value={values.journey ?? ""}
          change={(journey) => change({ journey })}
          choices={[{ value: "", label: t(texts.everyStep) }, ...steps]}
        />
      </ListFilter>
      <Pages key={JSON.stringify(where)}>
        {(after, next) => <GroupList where={where} after={after} next={next} />}
      </Pages>
    </div>
  );
}
