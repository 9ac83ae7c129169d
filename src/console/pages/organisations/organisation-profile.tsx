import { Link } from "@tanstack/react-router";
import type { OrganisationPageQuery } from "../../generated/graphql.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { Card } from "../../parts/card.js";
import { Empty } from "../../parts/empty.js";
import { Fact } from "../../parts/fact.js";
import { Meter } from "../../parts/meter.js";
import { SourceLinks } from "../../parts/source-links.js";
import { Status } from "../../parts/status.js";
import styles from "./organisations.module.css";
import { ProfileDialog } from "./profile-form.js";

const texts = {
  profile: { id: "Profil", en: "Profile" },
  region: { id: "Wilayah", en: "Region" },
  contact: { id: "Kontak", en: "Contact" },
  note: { id: "Catatan", en: "Note" },
  parts: { id: "Unit di bawahnya", en: "Its parts" },
  plans: { id: "Rencana aksi yang dipimpin", en: "Plans that it leads" },
  noPlans: { id: "Belum memimpin rencana aksi.", en: "It leads no plan yet." },
  pledged: { id: "Dijanjikan", en: "Pledged" },
  committed: { id: "Komitmen", en: "Committed" },
  delivered: { id: "Terealisasi", en: "Delivered" },
  progress: { id: "Kemajuan {title}", en: "Progress of {title}" },
  sources: { id: "Sumber", en: "Sources" },
  history: { id: "Riwayat perubahan", en: "History of changes" },
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
          <Fact key={text.en} name={t(text)}>
            {value}
          </Fact>
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

/** An organisation's profile, the plans that it leads and its parts. */
export function OrganisationProfile({
  data,
  organisation,
  mayChange,
}: {
  data: OrganisationPageQuery;
  organisation: Organisation;
  mayChange: boolean;
}) {
  const t = useText();
  const children = organisation.children.nodes;
  return (
    <div className="stack">
      <Card
        title={t(texts.profile)}
        actions={
          mayChange ? (
            <ProfileDialog organisation={organisation} isOperator={data.viewer.operator} />
          ) : null
        }
      >
        <Facts organisation={organisation} />
        {organisation.sources.length > 0 ? (
          <details className="small">
            <summary>{t(texts.sources)}</summary>
            <SourceLinks sources={organisation.sources} />
          </details>
        ) : null}
        <p>
          <Link to="/node/$id" params={{ id: organisation.id }}>
            {t(texts.history)}
          </Link>
        </p>
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
