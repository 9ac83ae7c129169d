import { Link, useNavigate, useSearch } from "@tanstack/react-router";
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
import { ChoiceField, TextField } from "../../parts/fields.js";
import { PageHead } from "../../parts/page-head.js";
import styles from "./organisations.module.css";

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
    id: "{count, plural, other {{shown} dari {count} lembaga}}",
    en: "{count, plural, one {{shown} of # organisation} other {{shown} of # organisations}}",
  },
};

type Organisation = OrganisationsPageQuery["organisations"]["nodes"][number];

/** The filter of the list, which stands in the address. */
function useFilter() {
  const navigate = useNavigate();
  const { name = "", sector = "" } = useSearch({ strict: false }) as Record<string, string>;
  const change = (part: Record<string, string>) => {
    const search = (before: object) => ({ ...before, ...part });
    void navigate({ to: ".", search, replace: true } as never);
  };
  const where: OrganisationFilter = {
    ...(name ? { name: { contains: name } } : {}),
    ...(sector ? { sector: { eq: sector as Sector } } : {}),
  };
  return { name, sector, change, where };
}

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

/** All organisations of the five sectors. */
export function OrganisationsPage() {
  const t = useText();
  const memberName = useMemberName();
  const { name, sector, change, where } = useFilter();
  const answer = useAnswer(OrganisationsPageDocument, { where });
  const sectors = membersOf("Sector").map((member) => ({
    value: member,
    label: memberName("Sector", member),
  }));
  return (
    <>
      <PageHead title={t(texts.title)} />
      <div className="stack">
        <search className={styles.choices}>
          <TextField
            label={t(texts.name)}
            value={name}
            change={(value) => change({ name: value })}
          />
          <ChoiceField
            label={t(texts.sector)}
            value={sector}
            change={(value) => change({ sector: value })}
            choices={[{ value: "", label: t(texts.all) }, ...sectors]}
          />
        </search>
        <Answered of={answer} subject={(data) => data.organisations}>
          {({ nodes, totalCount }) => (
            <>
              <List rows={nodes} />
              <p className="soft small" aria-live="polite">
                {t(texts.count, { count: totalCount, shown: nodes.length })}
              </p>
            </>
          )}
        </Answered>
      </div>
    </>
  );
}
