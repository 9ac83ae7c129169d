import type { UserManager } from "oidc-client-ts";
import { callbackPath, providerClient } from "./provider.js";
import { type ConsoleSettings, readSettings } from "./settings.js";

/** Who uses the console. */
export interface SessionState {
  /** Null for a visitor. */
  token: string | null;
  /** The address of the person; null for a visitor. */
  email: string | null;
  /** True after an expiry or refusal that the person did not cause: the console asks them to sign in again. */
  ended: boolean;
}

const visitor: SessionState = { token: null, email: null, ended: false };

/** What the tab remembers of a sign-in; never a token. */
const memory = {
  signedIn: "rembuk.signed-in",
  person: "rembuk.development-person",
} as const;

/** A person of the sample, as development sign-in names them. */
export interface DevelopmentPerson {
  email: string;
  name: string | null;
  operator: boolean;
  memberships: { organisation: string; sector: string; roles: string[] }[];
}

/** The session of this tab: signs people in and out, and has their token. */
export class Session {
  private state = visitor;
  private readonly listeners = new Set<() => void>();
  private readonly provider: UserManager | undefined;

  private constructor(readonly settings: ConsoleSettings) {
    this.provider = providerClient(settings);
    this.provider?.events.addUserLoaded((user) => {
      this.set({
        token: user.access_token,
        email: user.profile.email ?? user.profile.sub,
        ended: false,
      });
    });
    this.provider?.events.addAccessTokenExpired(() => void this.expire());
  }

  /** Opens the session of the tab, and goes on with a sign-in that has begun. */
  static async open(): Promise<Session> {
    const session = new Session(await readSettings());
    await session.resume();
    return session;
  }

  readonly current = (): SessionState => this.state;

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Sends the browser to the identity provider; it comes back to `path`. */
  async signIn(path: string, prompt?: "none"): Promise<void> {
    await this.provider?.signinRedirect({ state: { path }, ...(prompt ? { prompt } : {}) });
  }

  /** The people whom one may be in development. */
  async people(): Promise<DevelopmentPerson[]> {
    const response = await fetch("/development/people");
    if (!response.ok) return [];
    return ((await response.json()) as { people: DevelopmentPerson[] }).people;
  }

  /** Signs in as a person of the sample. */
  async become({ email, operator }: Pick<DevelopmentPerson, "email" | "operator">): Promise<void> {
    const response = await fetch("/development/token", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, operator }),
    });
    if (!response.ok) throw new Error(`/development/token answered with ${response.status}`);
    const { token } = (await response.json()) as { token: string };
    sessionStorage.setItem(memory.person, JSON.stringify({ email, operator }));
    this.set({ token, email, ended: false });
  }

  async signOut(): Promise<void> {
    sessionStorage.removeItem(memory.person);
    sessionStorage.removeItem(memory.signedIn);
    this.set(visitor);
    await this.provider?.signoutRedirect().catch(() => this.provider?.removeUser());
  }

  /** Drops a token that the hub no longer takes; gives true where a new one could be got. */
  async renew(): Promise<boolean> {
    const user = await this.provider?.signinSilent().catch(() => null);
    if (user) return true;
    const person = sessionStorage.getItem(memory.person);
    if (person)
      return this.become(JSON.parse(person)).then(
        () => true,
        () => this.expire(),
      );
    return this.expire();
  }

  private expire(): false {
    if (this.state.token !== null) this.set({ ...visitor, ended: true });
    return false;
  }

  private async resume(): Promise<void> {
    const person = sessionStorage.getItem(memory.person);
    if (person && this.settings.development) {
      await this.become(JSON.parse(person)).catch(() => sessionStorage.removeItem(memory.person));
    }
    if (!this.provider) return;
    if (window.location.pathname === callbackPath) await this.finish(this.provider);
    else if (sessionStorage.getItem(memory.signedIn)) {
      const { pathname, search } = window.location;
      await this.signIn(`${pathname}${search}`, "none").catch(() => undefined);
    }
  }

  /** Takes what the provider sent, and puts the address of before into the bar. */
  private async finish(provider: UserManager): Promise<void> {
    const user = await provider.signinRedirectCallback().catch(() => undefined);
    const path = (user?.state as { path?: string } | undefined)?.path ?? "/";
    if (user) sessionStorage.setItem(memory.signedIn, "yes");
    else sessionStorage.removeItem(memory.signedIn);
    window.history.replaceState(
      null,
      "",
      path.startsWith("/") && !path.startsWith("//") ? path : "/",
    );
  }

  private set(state: SessionState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
