import { Link } from "@tanstack/react-router";
import { OperatorPageDocument, type OperatorPageQuery } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { Card } from "../../parts/card.js";
import { PageHead } from "../../parts/page-head.js";
import { TabPages } from "../../parts/tab-list.js";
import { HubHealth } from "./hub-health.js";
import { NewOrganisation } from "./new-organisation.js";
import { Programmes } from "./programmes.js";

const texts = {
  title: { id: "Operator", en: "Operator" },
  sections: { id: "Bagian operator", en: "Parts for the operator" },
  health: { id: "Kesehatan hub", en: "Health of the hub" },
  organisations: { id: "Lembaga", en: "Organisations" },
  programmes: { id: "Program", en: "Programmes" },
  newOrganisation: { id: "Daftarkan lembaga", en: "Register an organisation" },
  count: {
    id: "{count} lembaga terdaftar.",
    en: "{count, plural, one {# organisation is} other {# organisations are}} registered.",
  },
  all: { id: "Lihat semua lembaga", en: "See all organisations" },
  only: {
    id: "Hanya operator platform yang dapat membuat lembaga dan program; hub akan menolak permintaan lain.",
    en: "Only a platform operator can make organisations and programmes; the hub refuses others.",
  },
};

function Organisations({ count, again }: { count: number; again: () => void }) {
  const t = useText();
  return (
    <div className="stack">
      <Card title={t(texts.organisations)}>
        <p>{t(texts.count, { count })}</p>
        <p>
          <Link to="/organisations">{t(texts.all)}</Link>
        </p>
      </Card>
      <Card title={t(texts.newOrganisation)}>
        <NewOrganisation done={again} />
      </Card>
    </div>
  );
}

function Parts({ data, again }: { data: OperatorPageQuery; again: () => void }) {
  const t = useText();
  const organisations = () => <Organisations count={data.organisations.totalCount} again={again} />;
  return (
    <TabPages
      label={t(texts.sections)}
      items={[
        { name: "health", label: t(texts.health), content: () => <HubHealth /> },
        { name: "organisations", label: t(texts.organisations), content: organisations },
        { name: "programmes", label: t(texts.programmes), content: () => <Programmes /> },
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
            {data.viewer.operator ? <Parts data={data} again={answer.again} /> : <HubHealth />}
          </div>
        )}
      </Answered>
    </>
  );
}
