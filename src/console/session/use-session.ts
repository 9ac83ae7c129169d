import { createContext, use, useSyncExternalStore } from "react";
import type { Session, SessionState } from "./session.js";

/** The session of the tab, set by `main.tsx`. */
export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error("no session around this component");
  return session;
}

/** Who uses the console; the component renders again when that changes. */
export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.listen, session.current);
}
