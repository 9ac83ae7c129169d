import type { Provider } from "./provider.js";
import { type ConsoleSettings, callbackPath, readSettings } from "./settings.js";
import type { SignInFault } from "./sign-in-fault.js";

/** Who uses the console. */
export interface SessionState {
  /** Null for a visitor. */
  token: string | null;
  email: string | null;
  /** True after an expiry or refusal that the person did not cause: the console asks them to sign in again. */
  ended: boolean;
  /** Why the last sign-in failed; null where none did. */
  fault: SignInFault | null;
}

const visitor: SessionState = { token: null, email: null, ended: false, fault: null };

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
  private loaded: Promise<Provider> | undefined;

  private constructor(readonly settings: ConsoleSettings) {}

  /** Opens the session of the tab, and goes on with a sign-in that has begun. */
  static async open(): Promise<Session> {
    const session = new Session(readSettings());
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
    const fault = await (await this.provider())?.begin(path, prompt);
    if (fault) this.set({ ...visitor, fault });
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
    this.set({ ...visitor, token, email });
  }

  async signOut(): Promise<void> {
    sessionStorage.removeItem(memory.person);
    sessionStorage.removeItem(memory.signedIn);
    this.set(visitor);
    await (await this.provider())?.end();
  }

  /** Gets a new token where the hub no longer takes the present one; true where there is one. */
  async renew(): Promise<boolean> {
    const provider = await this.provider();
    if (!provider) return this.becomeAgain();
    const renewed = await provider.renew();
    // A token that is only late is kept: the next request tries again, and nothing on the page is lost.
    if (renewed === "unreached") return false;
    if (renewed === "ended") return this.expire();
    this.set({ ...visitor, ...renewed });
    return true;
  }

  private provider(): Promise<Provider | undefined> {
    const { oidc } = this.settings;
    if (!oidc) return Promise.resolve(undefined);
    this.loaded ??= import("./provider.js").then(
      ({ Provider: Client }) => new Client(oidc, () => void this.renewInTime()),
    );
    return this.loaded;
  }

  /** Renews a token that is about to expire, or has; not one of somebody who has signed out. */
  private async renewInTime(): Promise<void> {
    if (this.state.token !== null) await this.renew();
  }

  private becomeAgain(): Promise<boolean> {
    const person = sessionStorage.getItem(memory.person);
    if (!person) return Promise.resolve(this.expire());
    return this.become(JSON.parse(person)).then(
      () => true,
      () => this.expire(),
    );
  }

  private expire(): false {
    sessionStorage.removeItem(memory.signedIn);
    if (this.state.token !== null) this.set({ ...visitor, ended: true });
    return false;
  }

  private async resume(): Promise<void> {
    const person = sessionStorage.getItem(memory.person);
    if (person && this.settings.development) {
      await this.become(JSON.parse(person)).catch((fault: unknown) => {
        // A request without an answer says nothing of the person: the page was left, or the line is cut.
        if (!(fault instanceof TypeError)) sessionStorage.removeItem(memory.person);
      });
    }
    if (!this.settings.oidc) return;
    const { pathname, search } = window.location;
    if (pathname === callbackPath) await this.finish();
    else if (sessionStorage.getItem(memory.signedIn)) {
      await this.signIn(`${pathname}${search}`, "none");
    }
  }

  /** Takes what the provider sent, and puts the address of before into the bar. */
  private async finish(): Promise<void> {
    const { path, person, fault } = (await (await this.provider())?.finish()) ?? { path: "/" };
    const wasSignedIn = sessionStorage.getItem(memory.signedIn) !== null;
    if (person) sessionStorage.setItem(memory.signedIn, "yes");
    else sessionStorage.removeItem(memory.signedIn);
    if (person) this.set({ ...visitor, ...person });
    else this.set({ ...visitor, ended: wasSignedIn && !fault, fault: fault ?? null });
    const shown = fault ? `/welcome?to=${encodeURIComponent(path)}` : path;
    window.history.replaceState(null, "", shown);
  }

  private set(state: SessionState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
