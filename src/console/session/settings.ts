/** What the hub says of itself, in its page. */
export interface ConsoleSettings {
  oidc: { issuer: string; clientId: string; scope: string; resource: string | null } | null;
  development: boolean;
}

/** Reads what the hub has written into the page: no request is needed, and none can fail. */
export function readSettings(): ConsoleSettings {
  const text = document.getElementById("settings")?.textContent;
  if (!text) throw new Error("the page has no settings of its hub");
  return JSON.parse(text) as ConsoleSettings;
}

/** Where the identity provider sends the browser back to. */
export const callbackPath = "/signed-in";

/** An address of the console to go back to; the home page for what is none, as another host's. */
export const ownPath = (path: string | undefined): string =>
  path?.startsWith("/") && !/^\/[/\\]/.test(path) ? path : "/";
