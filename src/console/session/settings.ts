/** What `/console.json` says of the hub. */
export interface ConsoleSettings {
  oidc: { issuer: string; clientId: string; scope: string; resource: string | null } | null;
  development: boolean;
}

/** Reads what the hub says of itself; throws where it cannot be reached. */
export async function readSettings(): Promise<ConsoleSettings> {
  const response = await fetch("/console.json");
  if (!response.ok) throw new Error(`/console.json answered with ${response.status}`);
  return (await response.json()) as ConsoleSettings;
}

/** Where the identity provider sends the browser back to. */
export const callbackPath = "/signed-in";

/** An address of the console to go back to; the home page for what is none, as another host's. */
export const ownPath = (path: string | undefined): string =>
  path?.startsWith("/") && !/^\/[/\\]/.test(path) ? path : "/";
