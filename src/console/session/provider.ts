import {
  InMemoryWebStorage,
  Log,
  type User,
  UserManager,
  WebStorageStateStore,
} from "oidc-client-ts";
import { type ConsoleSettings, callbackPath, ownPath } from "./settings.js";
import { isAnswer, type SignInFault, signInFault, wantsThePerson } from "./sign-in-fault.js";

/** Somebody who is signed in. */
export interface SessionPerson {
  token: string;
  /** The address of the person; the provider's name for them where it tells no address. */
  email: string;
}

/** How a sign-in ended, and the address that the person came from. */
export interface Finished {
  path: string;
  person?: SessionPerson;
  /** Absent where the provider only asks for the person themselves. */
  fault?: SignInFault;
}

/** What is renewed: the person with a new token, nobody, or not yet, as the provider was not reached. */
export type Renewed = SessionPerson | "ended" | "unreached";

const personOf = ({ access_token: token, profile }: User): SessionPerson => ({
  token,
  email: profile.email ?? profile.sub,
});

const pathIn = (state: unknown): string => ownPath((state as { path?: string } | undefined)?.path);

/**
 * The settings of the client library: authorization code with PKCE. Tokens stay in memory; what is stored
 * for the way back (the code verifier) holds no token and lives as long as the tab.
 */
function managerOf({
  issuer,
  clientId,
  scope,
  resource,
}: NonNullable<ConsoleSettings["oidc"]>): UserManager {
  const { origin } = window.location;
  return new UserManager({
    authority: issuer,
    client_id: clientId,
    scope,
    redirect_uri: `${origin}${callbackPath}`,
    post_logout_redirect_uri: `${origin}/`,
    response_type: "code",
    // The console renews by the refresh token itself: an iframe of the provider would need its cookies,
    // which browsers withhold, and its page may not be framed.
    automaticSilentRenew: false,
    accessTokenExpiringNotificationTimeInSeconds: 20,
    monitorSession: false,
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
    // RFC 8707 wants the resource at both endpoints.
    ...(resource ? { resource, extraTokenParams: { resource } } : {}),
  });
}

/** The client of the identity provider. */
export class Provider {
  private readonly manager: UserManager;
  private renewing: Promise<Renewed> | undefined;

  constructor(
    private readonly settings: NonNullable<ConsoleSettings["oidc"]>,
    /** Called shortly before the token expires, and when it has. */
    onExpiry: () => void,
  ) {
    Log.setLevel(Log.NONE);
    this.manager = managerOf(settings);
    this.manager.events.addAccessTokenExpiring(onExpiry);
    this.manager.events.addAccessTokenExpired(onExpiry);
  }

  /** Sends the browser to the provider; gives a fault where that is not possible. */
  async begin(path: string, prompt?: "none"): Promise<SignInFault | undefined> {
    try {
      await this.manager.signinRedirect({ state: { path }, ...(prompt ? { prompt } : {}) });
      return undefined;
    } catch (error) {
      return signInFault(error);
    }
  }

  /** Takes what the provider has sent with the browser. */
  async finish(): Promise<Finished> {
    if (!new URLSearchParams(window.location.search).has("state")) return { path: "/" };
    try {
      const user = await this.manager.signinRedirectCallback();
      return { path: pathIn(user.state), person: personOf(user) };
    } catch (error) {
      const path = pathIn((error as { state?: unknown }).state);
      return wantsThePerson(error) ? { path } : { path, fault: signInFault(error) };
    }
  }

  /** Gets a new token by the refresh token, once for all that ask at the same time: it is good once. */
  renew(): Promise<Renewed> {
    this.renewing ??= this.renewNow().finally(() => {
      this.renewing = undefined;
    });
    return this.renewing;
  }

  /** Ends the sign-in at the provider too, where it can; the browser then comes back to the home page. */
  async end(): Promise<void> {
    await this.manager.revokeTokens(["refresh_token"]).catch(() => undefined);
    await this.manager.signoutRedirect().catch(() => this.manager.removeUser());
  }

  private async renewNow(): Promise<Renewed> {
    const user = await this.manager.getUser();
    if (!user?.refresh_token) return user?.expired === false ? personOf(user) : "ended";
    const { resource } = this.settings;
    try {
      const renewed = await this.manager.signinSilent(
        resource ? { resource, extraTokenParams: { resource } } : {},
      );
      return renewed ? personOf(renewed) : "ended";
    } catch (error) {
      return isAnswer(error) ? "ended" : "unreached";
    }
  }
}
