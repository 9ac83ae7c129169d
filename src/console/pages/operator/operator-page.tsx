import { Link } from "@tanstack/react-router";
import { OperatorPageDocument, type OperatorPageQuery } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { Card } from "../../parts/card.js";
import { DataTable } from "../../parts/data-table.js";
import { Empty } from "../../parts/empty.js";
import { PageHead } from "../../parts/page-head.js";
import { TabPages } from "../../parts/tab-list.js";
import { HubHealth } from "./hub-health.js";
import { NewOrganisation } from "./new-organisation.js";
import { NewProgramme } from "./new-programme.js";

const texts = {
  title: { id: "Operator", en: "Operator" },
  sections: { id: "Bagian operator", en: "Parts for the operator" },
  health: { id: "Kesehatan hub", en: "Health of the hub" },
  organisations: { id: "Lembaga", en: "Organisations" },
  programmes: { id: "Program", en: "Programmes" },
  newOrganisation: { id: "Daftarkan lembaga", en: "Register an organisation" },
  newProgramme: { id: "Buat program", en: "Create a programme" },
  count: { id: "{count} lembaga terdaftar.", en: "{count} organisations are registered." },
  all: { id: "Lihat semua lembaga", en: "See all organisations" },
  name: { id: "Nama", en: "Name" },
  owner: { id: "Pemilik", en: "Owner" },
  time: { id: "Waktu", en: "Time" },
  noProgrammes: { id: "Belum ada program.", en: "No programmes yet." },
  only: {
    id: "Hanya operator platform yang dapat membuat lembaga dan program; hub akan menolak permintaan lain.",
    en: "Only a platform operator can make organisations and programmes; the hub refuses others.",
  },
};

type Programme = OperatorPageQuery["programmes"]["nodes"][number];

function Programmes({ rows }: { rows: Programme[] }) {
  const t = useText();
  if (rows.length === 0) return <Empty>{t(texts.noProgrammes)}</Empty>;
  return (
    <DataTable<Programme>
      caption={t(texts.programmes)}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          name: "name",
          title: t(texts.name),
          value: ({ title }) => title,
          show: ({ id, title }) => (
            <Link to="/node/$id" params={{ id }}>
              {title}
            </Link>
          ),
        },
        {
          name: "owner",
          title: t(texts.owner),
          value: ({ owner }) => owner.name,
          show: ({ owner }) => (
            <Link to="/organisation/$key" params={{ key: owner.key }}>
              {owner.name}
            </Link>
          ),
        },
        {
          name: "time",
          title: t(texts.time),
          value: ({ startsOn, endsOn }) => `${startsOn} – ${endsOn ?? ""}`,
        },
      ]}
    />
  );
}

function Parts({ data, again }: { data: OperatorPageQuery; again: () => void }) {
  const t = useText();
  const organisations = () => (
    <div className="stack">
      <Card title={t(texts.organisations)}>
        <p>{t(texts.count, { count: data.organisations.totalCount })}</p>
        <p>
          <Link to="/organisations">{t(texts.all)}</Link>
        </p>
      </Card>
      <Card title={t(texts.newOrganisation)}>
        <NewOrganisation organisations={data.organisations.nodes} done={again} />
      </Card>
    </div>
  );
  const programmes = () => (
    <div className="stack">
      <Card title={t(texts.programmes)}>
        <Programmes rows={data.programmes.nodes} />
      </Card>
      <Card title={t(texts.newProgramme)}>
        <NewProgramme organisations={data.organisations.nodes} done={again} />
      </Card>
    </div>
  );
  return (
    <TabPages
      label={t(texts.sections)}
      items={[
        { name: "health", label: t(texts.health), content: () => <HubHealth /> },
        { name: "organisations", label: t(texts.organisations), content: organisations },
        { name: "programmes", label: t(texts.programmes), content: programmes },
      ]}
    />
  );
}

/** What the platform's operator looks after: the hub's health, organisations and programmes. */
export function OperatorPage() {
  const t = useText();
  const answer = useAnswer(OperatorPageDocument, {});
  return (
    <>
      <PageHead title={t(texts.title)} />
      <Answered of={answer} subject={(data) => data}>
        {(data) => (
          <div className="stack">
            {data.viewer.operator ? null : <p className="soft">{t(texts.only)}</p>}
            <Parts data={data} again={answer.again} />
          </div>
        )}
      </Answered>
    </>
  );
}
