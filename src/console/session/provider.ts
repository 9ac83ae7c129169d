import { InMemoryWebStorage, UserManager, WebStorageStateStore } from "oidc-client-ts";
import type { ConsoleSettings } from "./settings.js";

/** Where the provider sends the browser back to. */
export const callbackPath = "/signed-in";

/**
 * The client of the identity provider: authorization code with PKCE. Tokens stay in memory; what is
 * stored for the way back (the code verifier) holds no token and lives as long as the tab.
 */
export function providerClient({ oidc }: ConsoleSettings): UserManager | undefined {
  if (!oidc) return undefined;
  const { origin } = window.location;
  return new UserManager({
    authority: oidc.issuer,
    client_id: oidc.clientId,
    scope: oidc.scope,
    redirect_uri: `${origin}${callbackPath}`,
    post_logout_redirect_uri: `${origin}/`,
    response_type: "code",
    automaticSilentRenew: true,
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
    ...(oidc.resource ? { resource: oidc.resource } : {}),
  });
}
