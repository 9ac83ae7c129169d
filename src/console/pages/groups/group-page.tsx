import { Link, useParams } from "@tanstack/react-router";
import { GroupChangesDocument, GroupPageDocument } from "../../generated/graphql.js";
import { useAnswer, useFollowed } from "../../graph/hooks.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { Card } from "../../parts/card.js";
import { Day } from "../../parts/moment.js";
import { PageHead } from "../../parts/page-head.js";
import { SourceLinks } from "../../parts/source-links.js";
import { Status } from "../../parts/status.js";
import { AdvanceDialog } from "./advance-dialog.js";
import { GroupHistory } from "./group-history.js";
import styles from "./group-page.module.css";
import { GroupResults, GroupSupports } from "./group-results.js";
import { type Group, reachedAt } from "./journey.js";
import { JourneySteps } from "./journey-steps.js";

const texts = {
  above: { id: "Kelompok usaha (TKM)", en: "Enterprise group (TKM)" },
  journey: { id: "Tahap perjalanan", en: "Journey" },
  back: { id: "Alasan kembali ke tahap ini: {reason}", en: "Reason for going back: {reason}" },
  about: { id: "Tentang kelompok", en: "About the group" },
  area: { id: "Kawasan", en: "Area" },
  village: { id: "Desa", en: "Village" },
  formed: { id: "Terbentuk", en: "Formed" },
  members: { id: "Anggota", en: "Members" },
  few: { id: "kurang dari 5 (disembunyikan)", en: "fewer than 5 (hidden)" },
  products: { id: "Produk dan jasa", en: "Products and services" },
  keeper: { id: "Didaftarkan oleh", en: "Registered by" },
  sources: { id: "Sumber", en: "Sources" },
};

/** The number of members, with those of each sex where they are known. */
function Members({ group }: { group: Group }) {
  const t = useText();
  const { number } = useFormats();
  const shown = (count: number | null | undefined, suppressed: boolean) =>
    suppressed ? t(texts.few) : typeof count === "number" ? number(count) : "–";
  const parts = group.membersBySex.map(
    ({ value, words, count, suppressed }) => `${words ?? value} ${shown(count, suppressed)}`,
  );
  return (
    <>
      {shown(group.members, group.membersSuppressed)}
      {parts.length > 0 ? ` (${parts.join(", ")})` : null}
    </>
  );
}

/** Facts of a group with their names, those that are known. */
function Facts({ group }: { group: Group }) {
  const t = useText();
  const { area, village, formedOn, products, organisation } = group;
  const facts = [
    { name: texts.area, shown: area.name },
    { name: texts.village, shown: village?.name },
    { name: texts.formed, shown: formedOn ? <Day on={formedOn} /> : null },
    { name: texts.members, shown: <Members group={group} /> },
    { name: texts.products, shown: products.map(({ name }) => name).join("; ") || null },
    {
      name: texts.keeper,
      shown: organisation ? (
        <Link to="/organisation/$key" params={{ key: organisation.key }}>
          {organisation.name}
        </Link>
      ) : null,
    },
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, shown }) =>
        shown ? (
          <div key={name.en}>
            <dt>{t(name)}</dt>
            <dd>{shown}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function Sources({ sources }: { sources: Group["sources"] }) {
  const t = useText();
  if (sources.length === 0) return null;
  return (
    <details className="small">
      <summary>{t(texts.sources)}</summary>
      <SourceLinks sources={sources} />
    </details>
  );
}

function GroupOf({ group, again }: { group: Group; again: () => void }) {
  const t = useText();
  return (
    <div className="stack">
      <PageHead
        title={group.name}
        above={<Link to="/groups">{t(texts.above)}</Link>}
        below={<Status of="EnterpriseJourney" member={group.journey} />}
        actions={<AdvanceDialog group={group} again={again} />}
      />
      <Card title={t(texts.journey)}>
        <JourneySteps journey={group.journey} reached={reachedAt(group)} />
        {group.journeyReason ? <p>{t(texts.back, { reason: group.journeyReason })}</p> : null}
      </Card>
      <Card title={t(texts.about)}>
        <Facts group={group} />
        {group.note ? <p>{group.note}</p> : null}
        <Sources sources={group.sources} />
      </Card>
      <GroupSupports group={group} />
      <GroupResults group={group} />
      <GroupHistory group={group} />
    </div>
  );
}

/** A group of self-employed workers: its journey, its support, its results and its history, live. */
export function GroupPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const answer = useAnswer(GroupPageDocument, { id });
  const area = answer.data?.enterpriseGroup?.area.key ?? "";
  useFollowed(GroupChangesDocument, { id, area }, answer, answer.again);
  return (
    <Answered of={answer} subject={(data) => data.enterpriseGroup}>
      {(group) => <GroupOf group={group} again={answer.again} />}
    </Answered>
  );
}
