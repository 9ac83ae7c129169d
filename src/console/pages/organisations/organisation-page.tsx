import { Link, useParams } from "@tanstack/react-router";
import { OrganisationPageDocument, type OrganisationPageQuery } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Answered } from "../../parts/answered.js";
import { Badge } from "../../parts/badge.js";
import { PageHead } from "../../parts/page-head.js";
import { type TabItem, TabPages } from "../../parts/tab-list.js";
import { ApiKeys } from "./api-keys.js";
import { Members } from "./members.js";
import { OrganisationProfile } from "./organisation-profile.js";
import { Webhooks } from "./webhooks/webhooks.js";

const texts = {
  organisation: { id: "Lembaga", en: "Organisation" },
  sections: { id: "Bagian lembaga", en: "Parts of the organisation" },
  profile: { id: "Profil", en: "Profile" },
  members: { id: "Anggota", en: "Members" },
  keys: { id: "Kunci API", en: "API keys" },
  webhooks: { id: "Webhook", en: "Webhooks" },
  parent: { id: "Bagian dari", en: "Part of" },
  stateOwned: { id: "BUMN/BUMD", en: "State-owned" },
};

type Organisation = NonNullable<OrganisationPageQuery["organisation"]>;

interface ShownProps {
  data: OrganisationPageQuery;
  organisation: Organisation;
}

/** The tabs that the viewer may see. */
function useTabs({ data, organisation }: ShownProps): TabItem[] {
  const t = useText();
  const own = data.viewer.memberships.find((one) => one.organisation.id === organisation.id);
  const isAdmin = own?.roles.includes("ADMIN") ?? false;
  const mayManage = isAdmin || data.viewer.operator;
  const tab = (name: string, label: string, isSeen: boolean, content: TabItem["content"]) =>
    isSeen ? [{ name, label, content }] : [];
  return [
    ...tab("profile", t(texts.profile), true, () => (
      <OrganisationProfile data={data} organisation={organisation} mayChange={mayManage} />
    )),
    ...tab("members", t(texts.members), Boolean(own || data.viewer.operator), () => (
      <Members organisation={organisation} mayManage={mayManage} />
    )),
    ...tab("keys", t(texts.keys), isAdmin, () => <ApiKeys organisation={organisation} />),
    ...tab("webhooks", t(texts.webhooks), mayManage, () => (
      <Webhooks organisation={organisation} isAdmin={isAdmin} />
    )),
  ];
}

function ShownOrganisation(props: ShownProps) {
  const t = useText();
  const memberName = useMemberName();
  const items = useTabs(props);
  const { key, name, sector, stateOwned, parent } = props.organisation;
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
