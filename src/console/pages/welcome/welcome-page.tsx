import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useText } from "../../language/language.js";
import { Badge } from "../../parts/badge.js";
import { Loading } from "../../parts/loading.js";
import { PageHead } from "../../parts/page-head.js";
import type { DevelopmentPerson } from "../../session/session.js";
import { useSession } from "../../session/use-session.js";
import styles from "./welcome-page.module.css";

const texts = {
  title: { id: "Masuk", en: "Sign in" },
  provider: { id: "Masuk dengan akun Anda", en: "Sign in with your account" },
  development: {
    id: "Hub ini untuk pengembangan: pilih siapa Anda dari data contoh.",
    en: "This hub is for development: choose who you are from the sample.",
  },
  operator: { id: "Operator platform", en: "Platform operator" },
};

/** Only addresses of the console are gone back to. */
const safePath = (path: string | undefined): string =>
  path?.startsWith("/") && !path.startsWith("//") ? path : "/";

function PersonButton({ person, choose }: { person: DevelopmentPerson; choose: () => void }) {
  const t = useText();
  return (
    <button type="button" className={styles.person} onClick={choose}>
      <strong>{person.name ?? person.email}</strong>
      <span className="soft small">{person.email}</span>
      {person.operator ? <Badge tone="info">{t(texts.operator)}</Badge> : null}
      {person.memberships.map(({ organisation, roles }) => (
        <span key={organisation} className="small">
          {organisation}: {roles.join(", ")}
        </span>
      ))}
    </button>
  );
}

/** The people of the sample, of whom a developer may be any. */
function DevelopmentPeople({ done }: { done: () => void }) {
  const t = useText();
  const session = useSession();
  const [people, setPeople] = useState<DevelopmentPerson[]>();
  useEffect(() => {
    void session.people().then(setPeople);
  }, [session]);
  return (
    <div className="stack">
      <p>{t(texts.development)}</p>
      {people ? null : <Loading />}
      <ul className="plain grid">
        {people?.map((person) => (
          <li key={person.email}>
            <PersonButton person={person} choose={() => void session.become(person).then(done)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The page on which people sign in. */
export function WelcomePage() {
  const t = useText();
  const session = useSession();
  const navigate = useNavigate();
  const { to } = useSearch({ strict: false }) as { to?: string };
  const path = safePath(to);
  return (
    <>
      <PageHead title={t(texts.title)} />
      {session.settings.oidc ? (
        <button type="button" className="button main" onClick={() => void session.signIn(path)}>
          {t(texts.provider)}
        </button>
      ) : (
        <DevelopmentPeople done={() => void navigate({ to: path })} />
      )}
    </>
  );
}
