import { RouterProvider } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { Provider } from "urql";
import { makeClient } from "../graph/client.js";
import { Connection } from "../graph/connection.js";
import { ConnectionContext } from "../graph/hooks.js";
import {
  firstLanguage,
  keepLanguage,
  type Language,
  LanguageContext,
} from "../language/language.js";
import type { Session } from "../session/session.js";
import { SessionContext, useSessionState } from "../session/use-session.js";
import { router } from "./router.js";
import { ThemeProvider } from "./theme.js";

/** The client for the session's person and the language; another of either begins with an empty cache. */
function Graph({ session, language }: { session: Session; language: Language }) {
  const { email } = useSessionState();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person has another cache.
  const [connection, client] = useMemo(() => {
    const made = new Connection(session, language);
    return [made, makeClient(session, language, made)] as const;
  }, [session, language, email]);
  useEffect(() => () => void connection.socket.dispose(), [connection]);
  return (
    <ConnectionContext value={connection}>
      <Provider value={client} key={`${language} ${email}`}>
        <RouterProvider router={router} />
      </Provider>
    </ConnectionContext>
  );
}

/** The console: session, language and theme around the pages. */
export function Console({ session }: { session: Session }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => keepLanguage(language), [language]);
  const chosen = useMemo(() => ({ language, choose: setLanguage }), [language]);
  return (
    <SessionContext value={session}>
      <LanguageContext value={chosen}>
        <I18nProvider locale={language === "id" ? "id-ID" : "en-GB"}>
          <ThemeProvider>
            <Graph session={session} language={language} />
          </ThemeProvider>
        </I18nProvider>
      </LanguageContext>
    </SessionContext>
  );
}
