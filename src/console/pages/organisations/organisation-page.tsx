import { Link, useParams } from "@tanstack/react-router";
import { OrganisationPageDocument, type OrganisationPageQuery } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Answered } from "../../parts/answered.js";
import { Badge } from "../../parts/badge.js";
import { PageHead } from "../../parts/page-head.js";
import { TabPages } from "../../parts/tab-list.js";
import { ApiKeys } from "./api-keys.js";
import { Members } from "./members.js";
import { OrganisationProfile } from "./organisation-profile.js";

const texts = {
  organisation: { id: "Lembaga", en: "Organisation" },
  sections: { id: "Bagian lembaga", en: "Parts of the organisation" },
  profile: { id: "Profil", en: "Profile" },
  members: { id: "Anggota", en: "Members" },
  keys: { id: "Kunci API", en: "API keys" },
  parent: { id: "Bagian dari", en: "Part of" },
  stateOwned: { id: "BUMN/BUMD", en: "State-owned" },
};

type Organisation = NonNullable<OrganisationPageQuery["organisation"]>;

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
  const mayManage = isAdmin || data.viewer.operator;
  const members = { name: "members", label: t(texts.members) };
  const keys = { name: "keys", label: t(texts.keys) };
  const items = [
    {
      ...{ name: "profile", label: t(texts.profile) },
      content: () => (
        <OrganisationProfile data={data} organisation={organisation} mayChange={mayManage} />
      ),
    },
    ...(own || data.viewer.operator
      ? [
          {
            ...members,
            content: () => <Members organisation={organisation} mayManage={mayManage} />,
          },
        ]
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
