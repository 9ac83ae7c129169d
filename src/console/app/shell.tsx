import { Link, Outlet, useLocation, useMatches } from "@tanstack/react-router";
import { Suspense, useEffect, useRef, useState } from "react";
import { useText } from "../language/language.js";
import { Loading } from "../parts/loading.js";
import { AccountMenu } from "./account-menu.js";
import { EndedBanner } from "./ended-banner.js";
import { LiveBanner } from "./live-banner.js";
import { places } from "./navigation.js";
import { SearchBox } from "./search-box.js";
import styles from "./shell.module.css";
import { VersionBanner } from "./version-banner.js";

const texts = {
  skip: { id: "Langsung ke isi", en: "Skip to the content" },
  navigation: { id: "Navigasi utama", en: "Main navigation" },
  menu: { id: "Menu", en: "Menu" },
};

/** Moves the focus to the new page's content, so that a screen reader begins there. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const first = useRef(pathname);
  useEffect(() => {
    if (first.current === pathname) return;
    first.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

function Navigation({ open, close }: { open: boolean; close: () => void }) {
  const t = useText();
  return (
    <nav
      id="navigation"
      className={styles.navigation}
      data-open={open}
      aria-label={t(texts.navigation)}
    >
      <ul className="plain">
        {places.map(({ to, text, mark }) => (
          <li key={to}>
            <Link to={to} activeOptions={{ exact: to === "/" }} onClick={close}>
              <span aria-hidden="true" className={styles.mark}>
                {mark}
              </span>
              {t(text)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** True where the page's mode, as `?mode=projector`, stands without the shell. */
function useIsBare(): boolean {
  return useMatches({
    select: (matches) => {
      const { staticData, search } = matches.at(-1) ?? {};
      const { mode } = (search ?? {}) as { mode?: string };
      return mode !== undefined && (staticData?.bareModes ?? []).includes(mode);
    },
  });
}

function Content({ look }: { look: string | undefined }) {
  const main = useFocusOnNewPage();
  return (
    <main id="content" ref={main} tabIndex={-1} className={look}>
      <EndedBanner />
      <LiveBanner />
      <VersionBanner />
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </main>
  );
}

/** The frame of every page: navigation, search, account and the state of live updates. */
export function Shell() {
  const t = useText();
  const bare = useIsBare();
  const [open, setOpen] = useState(false);
  if (bare) return <Content look={styles.bare} />;
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        {t(texts.skip)}
      </a>
      <header className={styles.header}>
        <button
          type="button"
          className={`button quiet ${styles.menu}`}
          aria-expanded={open}
          aria-controls="navigation"
          onClick={() => setOpen(!open)}
        >
          <span aria-hidden="true">☰</span>
          <span className="visually-hidden">{t(texts.menu)}</span>
        </button>
        <Link to="/" className={styles.brand}>
          <img src="/console/mark.svg" alt="" width="28" height="28" />
          Rembuk
        </Link>
        <SearchBox />
        <AccountMenu />
      </header>
      <Navigation open={open} close={() => setOpen(false)} />
      <Content look={styles.main} />
    </div>
  );
}
