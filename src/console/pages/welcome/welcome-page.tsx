import { useNavigate, useSearch } from "@tanstack/react-router";
import { useText } from "../../language/language.js";
import { PageHead } from "../../parts/page-head.js";
import { ownPath } from "../../session/settings.js";
import { useSession, useSessionState } from "../../session/use-session.js";
import { DevelopmentPeople } from "./development-people.js";
import { SignInNote } from "./sign-in-note.js";

const texts = {
  title: { id: "Masuk", en: "Sign in" },
  provider: { id: "Masuk dengan akun Anda", en: "Sign in with your account" },
  about: {
    id: "Anda akan dibawa ke halaman masuk penyedia identitas, lalu kembali ke sini.",
    en: "You are taken to the sign-in page of your identity provider, and come back here.",
  },
};

/** The page on which people sign in. */
export function WelcomePage() {
  const t = useText();
  const session = useSession();
  const { ended, fault } = useSessionState();
  const navigate = useNavigate();
  const { to } = useSearch({ strict: false }) as { to?: string };
  const path = ownPath(to);
  return (
    <>
      <PageHead title={t(texts.title)} />
      <div className="stack">
        <SignInNote ended={ended} fault={fault} />
        {session.settings.oidc ? (
          <>
            <p>{t(texts.about)}</p>
            <div className="row">
              <button
                type="button"
                className="button main"
                onClick={() => void session.signIn(path)}
              >
                {t(texts.provider)}
              </button>
            </div>
          </>
        ) : (
          <DevelopmentPeople done={() => void navigate({ to: path })} />
        )}
      </div>
    </>
  );
}
