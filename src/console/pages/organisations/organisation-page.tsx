import { Link, useParams } from "@tanstack/react-router";
import { OrganisationPageDocument, type OrganisationPageQuery } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Answered } from "../../parts/answered.js";
import { Badge } from "../../parts/badge.js";
import { Card } from "../../parts/card.js";
import { Empty } from "../../parts/empty.js";
import { Meter } from "../../parts/meter.js";
import { PageHead } from "../../parts/page-head.js";
import { Status } from "../../parts/status.js";
import { TabPages } from "../../parts/tab-list.js";
import { ApiKeys } from "./api-keys.js";
import { Members } from "./members.js";
import styles from "./organisations.module.css";
import { ProfileDialog } from "./profile-form.js";

const texts = {
  organisation: { id: "Lembaga", en: "Organisation" },
  sections: { id: "Bagian lembaga", en: "Parts of the organisation" },
  profile: { id: "Profil", en: "Profile" },
  members: { id: "Anggota", en: "Members" },
  keys: { id: "Kunci API", en: "API keys" },
  region: { id: "Wilayah", en: "Region" },
  parent: { id: "Bagian dari", en: "Part of" },
  contact: { id: "Kontak", en: "Contact" },
  note: { id: "Catatan", en: "Note" },
  parts: { id: "Unit di bawahnya", en: "Its parts" },
  plans: { id: "Rencana aksi yang dipimpin", en: "Plans that it leads" },
  noPlans: { id: "Belum memimpin rencana aksi.", en: "It leads no plan yet." },
  money: { id: "Dana sendiri", en: "Its own money" },
  pledged: { id: "Dijanjikan", en: "Pledged" },
  committed: { id: "Komitmen", en: "Committed" },
  delivered: { id: "Terealisasi", en: "Delivered" },
  progress: { id: "Kemajuan {title}", en: "Progress of {title}" },
  stateOwned: { id: "BUMN/BUMD", en: "State-owned" },
};

type Organisation = NonNullable<OrganisationPageQuery["organisation"]>;

function Facts({ organisation }: { organisation: Organisation }) {
  const t = useText();
  const { shortMoney } = useFormats();
  const { region, contact, note, money } = organisation;
  const facts = [
    [texts.region, region?.name],
    [texts.contact, contact],
    [texts.note, note],
    [texts.pledged, shortMoney(money.given.pledged)],
    [texts.committed, shortMoney(money.given.committed)],
    [texts.delivered, shortMoney(money.given.delivered)],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([text, value]) =>
        value ? (
          <div key={text.en}>
            <dt className="soft small">{t(text)}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function Plans({ plans }: { plans: OrganisationPageQuery["actionPlans"]["nodes"] }) {
  const t = useText();
  if (plans.length === 0) return <Empty>{t(texts.noPlans)}</Empty>;
  return (
    <ul className="plain stack">
      {plans.map(({ id, title, status, progress }) => (
        <li key={id} className="row spread">
          <Link to="/plan/$id" params={{ id }}>
            {title}
          </Link>
          <span className="row">
            <Status of="ActionPlanStatus" member={status} />
            <Meter value={progress ?? 0} label={t(texts.progress, { title })} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Profile({
  data,
  organisation,
}: {
  data: OrganisationPageQuery;
  organisation: Organisation;
}) {
  const t = useText();
  const children = organisation.children.nodes;
  return (
    <div className="stack">
      <Card title={t(texts.profile)} actions={<ProfileDialog organisation={organisation} />}>
        <Facts organisation={organisation} />
      </Card>
      <Card title={t(texts.plans)}>
        <Plans plans={data.actionPlans.nodes} />
      </Card>
      {children.length === 0 ? null : (
        <Card title={t(texts.parts)}>
          <ul className="plain stack">
            {children.map(({ id, key, name }) => (
              <li key={id}>
                <Link to="/organisation/$key" params={{ key }}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

function ShownOrganisation({
  data,
  organisation,
}: {
  data: OrganisationPageQuery;
  organisation: Organisation;
}) {
  const t = useText();
  const memberName = useMemberName();
  const { key, name, sector, stateOwned, parent } = organisation;
  const own = data.viewer.memberships.find((one) => one.organisation.id === organisation.id);
  const isAdmin = own?.roles.includes("ADMIN") ?? false;
  const members = { name: "members", label: t(texts.members) };
  const keys = { name: "keys", label: t(texts.keys) };
  const items = [
    {
      ...{ name: "profile", label: t(texts.profile) },
      content: () => <Profile data={data} organisation={organisation} />,
    },
    ...(own || data.viewer.operator
      ? [{ ...members, content: () => <Members organisation={organisation} /> }]
      : []),
    ...(isAdmin ? [{ ...keys, content: () => <ApiKeys organisation={organisation} /> }] : []),
  ];
  return (
    <>
      <PageHead
        title={name}
        above={
          parent ? (
            <>
              {t(texts.parent)}{" "}
              <Link to="/organisation/$key" params={{ key: parent.key }}>
                {parent.name}
              </Link>
            </>
          ) : (
            t(texts.organisation)
          )
        }
        below={
          <>
            <Badge tone="info">{memberName("Sector", sector)}</Badge>
            {stateOwned ? <Badge>{t(texts.stateOwned)}</Badge> : null}
            <code className="soft small">{key}</code>
          </>
        }
      />
      <TabPages label={t(texts.sections)} items={items} />
    </>
  );
}

/** An organisation: its profile and plans, and for its people its members and keys. */
export function OrganisationPage() {
  const { key = "" } = useParams({ strict: false }) as { key?: string };
  const answer = useAnswer(OrganisationPageDocument, { key });
  return (
    <Answered of={answer} subject={({ organisation }) => organisation}>
      {(organisation) =>
        answer.data ? <ShownOrganisation data={answer.data} organisation={organisation} /> : null
      }
    </Answered>
  );
}
