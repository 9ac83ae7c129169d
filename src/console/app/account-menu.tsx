import { Link, useLocation } from "@tanstack/react-router";
import { use, useEffect, useRef, useState } from "react";
import { ConsoleViewerDocument } from "../generated/graphql.js";
import { useAnswer } from "../graph/hooks.js";
import { LanguageContext, languages, useText } from "../language/language.js";
import { useSessionState } from "../session/use-session.js";
import styles from "./account-menu.module.css";
import { SignOut } from "./sign-out.js";
import { ThemeContext, themes } from "./theme.js";

const texts = {
  account: { id: "Akun dan tampilan", en: "Account and display" },
  signIn: { id: "Masuk", en: "Sign in" },
  visitor: { id: "Pengunjung", en: "Visitor" },
  operator: { id: "Operator platform", en: "Platform operator" },
  language: { id: "Bahasa", en: "Language" },
  theme: { id: "Warna", en: "Colours" },
  system: { id: "Ikut perangkat", en: "As the device" },
  light: { id: "Terang", en: "Light" },
  dark: { id: "Gelap", en: "Dark" },
};

const languageNames = { id: "Bahasa Indonesia", en: "English" } as const;

/** Who uses the console: the person, their organisations, and the way out. */
function Person() {
  const t = useText();
  const { email } = useSessionState();
  const { data } = useAnswer(ConsoleViewerDocument, {});
  const viewer = data?.viewer;
  return (
    <div className="stack">
      <div>
        <strong>{viewer?.user?.name ?? email}</strong>
        {viewer?.operator ? (
          <p className="small">
            <Link to="/operator">{t(texts.operator)}</Link>
          </p>
        ) : null}
        <ul className="plain small">
          {viewer?.memberships.map(({ organisation }) => (
            <li key={organisation.id}>
              <Link to="/organisation/$key" params={{ key: organisation.key }}>
                {organisation.name}
              </Link>
            </li>
          ))}
        </ul>
      </div>
      <SignOut />
    </div>
  );
}

/** The choice of language and colours. */
function Display() {
  const t = useText();
  const { language, choose } = use(LanguageContext);
  const { theme, choose: chooseTheme } = use(ThemeContext);
  return (
    <div className={styles.display}>
      <label htmlFor="language">{t(texts.language)}</label>
      <select
        id="language"
        value={language}
        onChange={({ target }) => choose(target.value as never)}
      >
        {languages.map((each) => (
          <option key={each} value={each} lang={each}>
            {languageNames[each]}
          </option>
        ))}
      </select>
      <label htmlFor="theme">{t(texts.theme)}</label>
      <select
        id="theme"
        value={theme}
        onChange={({ target }) => chooseTheme(target.value as never)}
      >
        {themes.map((each) => (
          <option key={each} value={each}>
            {t(texts[each])}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What the menu shows while it is open. */
function Content({ isVisitor }: { isVisitor: boolean }) {
  const t = useText();
  return (
    <>
      {isVisitor ? <p>{t(texts.visitor)}</p> : <Person />}
      <Display />
    </>
  );
}

/**
 * The button of the menu, and the menu: a popover of the browser, which closes it by Escape and by a press
 * elsewhere and gives the focus back. React Aria's is a fifth of the first load.
 */
function Menu() {
  const t = useText();
  const { email } = useSessionState();
  const { pathname } = useLocation();
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link of the menu leads to another page.
  useEffect(() => menu.current?.hidePopover(), [pathname]);
  useEffect(() => {
    if (open) menu.current?.focus();
  }, [open]);
  return (
    <>
      <button
        type="button"
        className="button quiet"
        aria-label={t(texts.account)}
        aria-haspopup="dialog"
        popoverTarget="account"
      >
        <span aria-hidden="true" className={styles.initial}>
          {(email ?? "?").slice(0, 1).toUpperCase()}
        </span>
      </button>
      <div
        id="account"
        ref={menu}
        popover="auto"
        role="dialog"
        tabIndex={-1}
        className={styles.menu}
        aria-label={t(texts.account)}
        onToggle={({ newState }) => setOpen(newState === "open")}
      >
        {open ? <Content isVisitor={email === null} /> : null}
      </div>
    </>
  );
}

/** The menu of the account, at the end of the header. */
export function AccountMenu() {
  const t = useText();
  const { email } = useSessionState();
  const { href } = useLocation();
  return (
    <div className={styles.account}>
      {email !== null ? null : (
        <Link to="/welcome" search={{ to: href }} className="button main">
          {t(texts.signIn)}
        </Link>
      )}
      <Menu />
    </div>
  );
}
