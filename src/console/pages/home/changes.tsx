import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { HomeChangesDocument, type HomeChangesQuery } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { Card } from "../../parts/card.js";
import { Empty } from "../../parts/empty.js";
import { Moment } from "../../parts/moment.js";
import { useChangeWords } from "../../parts/use-change-words.js";
import styles from "./home.module.css";
import { lastSeen, remember, takeAsSeen } from "./seen.js";

const texts = {
  title: { id: "Yang berubah sejak Anda di sini", en: "Changed since you were here" },
  first: { id: "Perubahan terbaru", en: "Latest changes" },
  none: { id: "Tidak ada yang berubah.", en: "Nothing has changed." },
  changes: {
    id: "{count, plural, other {# perubahan}}",
    en: "{count, plural, one {# change} other {# changes}}",
  },
  more: {
    id: "Hanya 100 perubahan terbaru yang ditampilkan.",
    en: "Only the latest 100 changes are shown.",
  },
  read: { id: "Tandai sudah dilihat", en: "Mark as seen" },
};

type Change = HomeChangesQuery["changes"]["nodes"][number];

interface Subject {
  key: string;
  latest: Change;
  changes: Change[];
}

/** The changes by what they are about: a plan, a rembuk, else the thing itself; the latest first. */
function bySubject(changes: readonly Change[]): Subject[] {
  const subjects = new Map<string, Subject>();
  for (const change of changes) {
    const key = change.plan?.id ?? change.deliberation?.id ?? change.entityId;
    const subject = subjects.get(key);
    if (subject) subject.changes.push(change);
    else subjects.set(key, { key, latest: change, changes: [change] });
  }
  return [...subjects.values()];
}

/** The title or name of what changed; undefined where it has none, or is gone. */
function titleOf({ subject }: Change): string | undefined {
  if (!subject) return undefined;
  if ("title" in subject) return subject.title;
  return "name" in subject ? subject.name : undefined;
}

function SubjectLink({ latest }: Subject) {
  const words = useChangeWords();
  const { plan, deliberation, entity, entityId } = latest;
  if (plan) {
    return (
      <Link to="/plan/$id" params={{ id: plan.id }} search={{ tab: "history" }}>
        {plan.title}
      </Link>
    );
  }
  if (deliberation) {
    return (
      <Link to="/rembuk/$key" params={{ key: deliberation.key }}>
        {deliberation.title}
      </Link>
    );
  }
  return (
    <Link to="/node/$id" params={{ id: entityId }}>
      {titleOf(latest) ?? words.noun(entity)}
    </Link>
  );
}

function SubjectItem({ subject }: { subject: Subject }) {
  const t = useText();
  const words = useChangeWords();
  const { latest, changes } = subject;
  const nouns = [...new Set(changes.map(({ entity }) => words.noun(entity)))];
  const who = [...new Set(changes.flatMap(({ organisation }) => organisation?.name ?? []))];
  return (
    <li>
      <SubjectLink {...subject} />
      <span className="small">
        {t(texts.changes, { count: changes.length })}: {nouns.slice(0, 4).join(", ")}
      </span>
      <span className="small soft">
        {who.length > 0 && `${who.slice(0, 3).join(", ")} · `}
        <Moment at={latest.at} />
      </span>
    </li>
  );
}

/** How many subjects are shown at once. */
const shownSubjects = 8;

/** What changed since the person was here, by plan, rembuk or thing. */
export function Changes({ email }: { email: string }) {
  const t = useText();
  const [seen, setSeen] = useState(() => lastSeen(email));
  const where = seen ? { position: { gte: seen.position + 1 } } : {};
  const answer = useAnswer(HomeChangesDocument, { where });
  const { position } = answer;
  useEffect(() => {
    if (position !== undefined) remember(email, position);
  }, [email, position]);
  const markSeen = () => {
    takeAsSeen(email);
    setSeen(lastSeen(email));
  };
  const button = seen ? (
    <button type="button" className="button quiet" onClick={markSeen}>
      {t(texts.read)}
    </button>
  ) : null;
  return (
    <Card title={t(seen ? texts.title : texts.first)} actions={button}>
      <Answered of={answer} subject={({ changes }) => changes}>
        {({ nodes, pageInfo }) => (
          <>
            {nodes.length === 0 ? <Empty>{t(texts.none)}</Empty> : null}
            <ul className={`plain ${styles.list} ${styles.changes}`}>
              {bySubject(nodes)
                .slice(0, shownSubjects)
                .map((subject) => (
                  <SubjectItem key={subject.key} subject={subject} />
                ))}
            </ul>
            {seen && pageInfo.hasNextPage ? <p className="soft small">{t(texts.more)}</p> : null}
          </>
        )}
      </Answered>
    </Card>
  );
}
