import { Link } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { IndicatorsListDocument, type IndicatorsListQuery } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Answered } from "../../parts/answered.js";
import { Card } from "../../parts/card.js";
import { DataTable } from "../../parts/data-table.js";
import { Empty } from "../../parts/empty.js";
import { TextField } from "../../parts/fields.js";
import { PageHead } from "../../parts/page-head.js";
import { PageButtons, usePaging } from "../../parts/paging.js";
import { TabPages } from "../../parts/tab-list.js";
import { useSessionState } from "../../session/use-session.js";
import { usePlaceName, useValueText } from "./figures.js";
import { ImportTab } from "./import/import-tab.js";

const texts = {
  title: { id: "Indikator", en: "Indicators" },
  tabs: { id: "Bagian indikator", en: "Parts of the indicators" },
  list: { id: "Daftar", en: "List" },
  imports: { id: "Impor tabel", en: "Import a table" },
  search: { id: "Cari judul", en: "Search the titles" },
  none: { id: "Tidak ada indikator yang cocok.", en: "No indicator fits." },
  name: { id: "Indikator", en: "Indicator" },
  unit: { id: "Satuan", en: "Unit" },
  owner: { id: "Pemilik", en: "Owner" },
  latest: { id: "Capaian terakhir", en: "Latest figure" },
  count: { id: "Jumlah capaian", en: "Figures" },
};

type Row = IndicatorsListQuery["indicators"]["nodes"][number];

function Latest({ of: { latest, unit } }: { of: Row }) {
  const placeOf = usePlaceName();
  const valueText = useValueText(unit);
  const [figure] = latest.nodes;
  if (!figure) return "–";
  return (
    <>
      <strong>{valueText(figure.value, figure.suppressed)}</strong>{" "}
      <span className="small soft">
        {placeOf(figure)}, {figure.period}
      </span>
    </>
  );
}

function IndicatorTable({ rows }: { rows: readonly Row[] }) {
  const t = useText();
  const name = useMemberName();
  return (
    <DataTable
      caption={t(texts.title)}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          name: "title",
          title: t(texts.name),
          value: ({ title }) => title,
          show: ({ key, title }) => (
            <Link to="/indicator/$key" params={{ key }}>
              {title}
            </Link>
          ),
        },
        { name: "unit", title: t(texts.unit), value: ({ unit }) => name("IndicatorUnit", unit) },
        {
          name: "latest",
          title: t(texts.latest),
          value: ({ latest }) => latest.nodes[0]?.value ?? null,
          show: (row) => <Latest of={row} />,
        },
        {
          name: "count",
          title: t(texts.count),
          isNumber: true,
          value: ({ latest }) => latest.totalCount,
        },
        { name: "owner", title: t(texts.owner), value: ({ owner }) => owner?.name ?? "–" },
      ]}
    />
  );
}

function List() {
  const t = useText();
  const [words, setWords] = useState("");
  const contains = useDeferredValue(words.trim());
  const paging = usePaging(contains);
  const answer = useAnswer(IndicatorsListDocument, {
    where: contains === "" ? {} : { title: { contains } },
    after: paging.after,
  });
  return (
    <Card>
      <TextField label={t(texts.search)} value={words} change={setWords} />
      <Answered of={answer} subject={({ indicators }) => indicators}>
        {({ nodes, totalCount, pageInfo }) => (
          <>
            {nodes.length === 0 ? <Empty>{t(texts.none)}</Empty> : <IndicatorTable rows={nodes} />}
            <PageButtons paging={paging} total={totalCount} info={pageInfo} />
          </>
        )}
      </Answered>
    </Card>
  );
}

/** The indicators with their latest figures, and the import of figures as a table. */
export function IndicatorsPage() {
  const t = useText();
  const { email } = useSessionState();
  const items = [
    { name: "list", label: t(texts.list), content: () => <List /> },
    ...(email === null
      ? []
      : [{ name: "import", label: t(texts.imports), content: () => <ImportTab /> }]),
  ];
  return (
    <>
      <PageHead title={t(texts.title)} />
      <TabPages label={t(texts.tabs)} items={items} />
    </>
  );
}
