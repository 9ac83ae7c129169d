import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import {
  type OrganisationFilter,
  OrganisationsPageDocument,
  type OrganisationsPageQuery,
  type Sector,
} from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { Answered } from "../../parts/answered.js";
import { Badge } from "../../parts/badge.js";
import { DataTable } from "../../parts/data-table.js";
import { Empty } from "../../parts/empty.js";
import { ChoiceField } from "../../parts/fields.js";
import { ListFilter, type ListFilterValues, useListFilter } from "../../parts/list-filter.js";
import { PageHead } from "../../parts/page-head.js";
import { type PageEnd, Pages } from "../../parts/pages.js";

const texts = {
  title: { id: "Lembaga", en: "Organisations" },
  name: { id: "Nama", en: "Name" },
  sector: { id: "Unsur", en: "Sector" },
  region: { id: "Wilayah", en: "Region" },
  parent: { id: "Induk", en: "Part of" },
  all: { id: "Semua", en: "All" },
  stateOwned: { id: "BUMN/BUMD", en: "State-owned" },
  none: { id: "Tidak ada lembaga yang cocok.", en: "No organisation matches." },
  count: {
    id: "{count, plural, other {# lembaga}}",
    en: "{count, plural, one {# organisation} other {# organisations}}",
  },
};

type Organisation = OrganisationsPageQuery["organisations"]["nodes"][number];

interface OrganisationsFilter extends ListFilterValues {
  sector?: string;
}

const filterOf = ({ text, region, sector }: OrganisationsFilter): OrganisationFilter => ({
  ...(text ? { name: { contains: text } } : {}),
  ...(region ? { region: { within: region } } : {}),
  ...(sector ? { sector: { eq: sector as Sector } } : {}),
});

function List({ rows }: { rows: Organisation[] }) {
  const t = useText();
  const name = useMemberName();
  if (rows.length === 0) return <Empty>{t(texts.none)}</Empty>;
  return (
    <DataTable<Organisation>
      caption={t(texts.title)}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          name: "name",
          title: t(texts.name),
          value: (row) => row.name,
          show: (row) => (
            <Link to="/organisation/$key" params={{ key: row.key }}>
              {row.name}
            </Link>
          ),
        },
        {
          name: "sector",
          title: t(texts.sector),
          value: (row) => name("Sector", row.sector),
          show: (row) => (
            <span className="row">
              {name("Sector", row.sector)}
              {row.stateOwned ? <Badge>{t(texts.stateOwned)}</Badge> : null}
            </span>
          ),
        },
        { name: "region", title: t(texts.region), value: (row) => row.region?.name ?? "–" },
        { name: "parent", title: t(texts.parent), value: (row) => row.parent?.name ?? "–" },
      ]}
    />
  );
}

function OrganisationsAfter({
  where,
  after,
  next,
}: {
  where: OrganisationFilter;
  after: string | null;
  next: (end: PageEnd) => ReactNode;
}) {
  const t = useText();
  const answer = useAnswer(OrganisationsPageDocument, { where, after });
  return (
    <Answered of={answer} subject={(data) => data.organisations}>
      {({ nodes, totalCount, pageInfo }) => (
        <>
          {after ? null : (
            <p className="soft" role="status">
              {t(texts.count, { count: totalCount })}
            </p>
          )}
          <List rows={nodes} />
          {next(pageInfo)}
        </>
      )}
    </Answered>
  );
}

/** All organisations of all sectors. */
export function OrganisationsPage() {
  const t = useText();
  const memberName = useMemberName();
  const [values, change] = useListFilter<OrganisationsFilter>();
  const where = filterOf(values);
  const sectors = membersOf("Sector").map((member) => ({
    value: member,
    label: memberName("Sector", member),
  }));
  return (
    <div className="stack">
      <PageHead title={t(texts.title)} />
      <ListFilter>
        <ChoiceField
          label={t(texts.sector)}
          value={values.sector ?? ""}
          change={(sector) => change({ sector })}
          choices={[{ value: "", label: t(texts.all) }, ...sectors]}
        />
      </ListFilter>
      <Pages key={JSON.stringify(where)}>
        {(after, next) => <OrganisationsAfter where={where} after={after} next={next} />}
      </Pages>
    </div>
  );
}
