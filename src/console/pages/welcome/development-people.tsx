import { useEffect, useId, useMemo, useState } from "react";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Badge } from "../../parts/badge.js";
import { Empty } from "../../parts/empty.js";
import { Loading } from "../../parts/loading.js";
import { SearchField } from "../../parts/search-field.js";
import type { DevelopmentPerson } from "../../session/session.js";
import { useSession } from "../../session/use-session.js";
import { type PeopleGroup, peopleGroups } from "./people-groups.js";
import styles from "./welcome-page.module.css";

const texts = {
  development: {
    id: "Hub ini untuk pengembangan: pilih siapa Anda dari data contoh.",
    en: "This hub is for development: choose who you are from the sample.",
  },
  platform: { id: "Platform", en: "Platform" },
  operator: { id: "Operator platform", en: "Platform operator" },
  search: { id: "Cari orang atau lembaga", en: "Search for a person or organisation" },
  found: {
    id: "{count, plural, =0 {Tidak ada yang cocok.} other {# orang}}",
    en: "{count, plural, =0 {Nobody matches.} one {# person} other {# people}}",
  },
  none: { id: "Belum ada orang di hub ini.", en: "This hub has no people yet." },
};

function PersonButton({
  person,
  roles,
  choose,
}: {
  person: DevelopmentPerson;
  roles: string[];
  choose: () => void;
}) {
  const t = useText();
  const name = useMemberName();
  return (
    <button type="button" className={styles.person} onClick={choose}>
      <strong>{person.name ?? person.email}</strong>
      <span className="soft small">{person.email}</span>
      <span className="row">
        {person.operator ? <Badge tone="info">{t(texts.operator)}</Badge> : null}
        {roles.map((role) => (
          <Badge key={role}>{name("Role", role)}</Badge>
        ))}
      </span>
    </button>
  );
}

function Group({
  group: { organisation, sector, people },
  choose,
}: {
  group: PeopleGroup;
  choose: (person: DevelopmentPerson) => void;
}) {
  const t = useText();
  const name = useMemberName();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.group}>
      <h2 id={id}>
        {organisation ?? t(texts.platform)}
        {sector ? <span className="soft small"> {name("Sector", sector)}</span> : null}
      </h2>
      <ul className="plain grid">
        {people.map(({ person, roles }) => (
          <li key={person.email}>
            <PersonButton person={person} roles={roles} choose={() => choose(person)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The people of the sample by organisation, of whom a developer may be any. */
export function DevelopmentPeople({ done }: { done: () => void }) {
  const t = useText();
  const session = useSession();
  const [people, setPeople] = useState<DevelopmentPerson[]>();
  const [sought, setSought] = useState("");
  useEffect(() => {
    void session.people().then(setPeople, () => setPeople([]));
  }, [session]);
  const groups = useMemo(() => peopleGroups(people ?? [], sought), [people, sought]);
  const count = new Set(groups.flatMap((group) => group.people.map(({ person }) => person.email)))
    .size;
  if (!people) return <Loading />;
  if (people.length === 0) return <Empty>{t(texts.none)}</Empty>;
  return (
    <div className="stack">
      <p>{t(texts.development)}</p>
      <SearchField
        label={t(texts.search)}
        value={sought}
        change={setSought}
        found={t(texts.found, { count })}
      />
      {groups.map((group) => (
        <Group
          key={group.organisation ?? ""}
          group={group}
          choose={(person) => void session.become(person).then(done)}
        />
      ))}
    </div>
  );
}
