import { whenLineMayBeBack } from "./line.js";
import type { Provider, SessionPerson } from "./provider.js";
import { type ConsoleSettings, callbackPath, readSettings } from "./settings.js";
import type { SignInFault } from "./sign-in-fault.js";

/** Who uses the console. */
export interface SessionState {
  /** Null for a visitor. */
  token: string | null;
  email: string | null;
  /** True after an expiry or refusal that the person did not cause: the console asks them to sign in again. */
  ended: boolean;
  /** True where the tab knows the person, but has no line to get their token by. */
  away: boolean;
  /** Why the last sign-in failed; null where none did. */
  fault: SignInFault | null;
}

const visitor: SessionState = {
  ...{ token: null, email: null, ended: false, away: false, fault: null },
};

/** The error of a token that was refused; of any other error it is not known what the hub would say. */
class Refused extends Error {}

/** What the tab remembers of a sign-in: who it was; never a token. */
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
  private stopTrying: (() => void) | undefined;

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
    if (!response.ok) {
      const reason = `/development/token answered with ${response.status}`;
      throw response.status < 500 ? new Refused(reason) : new Error(reason);
    }
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
    if (this.state.away) return this.comeBack();
    const provider = await this.provider();
    if (!provider) return this.becomeAgain();
    const renewed = await provider.renew();
    // A token that is only late is kept: the next request tries again, and nothing on the page is lost.
    if (renewed === "unreached") return false;
    if (renewed === "ended") return this.expire();
    this.signedIn(renewed);
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
    const { development, oidc } = this.settings;
    const { pathname } = window.location;
    if (oidc && pathname === callbackPath) return this.finish();
    const known = development ? memory.person : memory.signedIn;
    if (sessionStorage.getItem(known)) await this.comeBack();
  }

  /** Gets a token for the person whom the tab knows; they are `away` while there is no line. */
  private async comeBack(): Promise<boolean> {
    if (this.settings.development) {
      const person = JSON.parse(sessionStorage.getItem(memory.person) ?? "null");
      return this.become(person).then(
        () => true,
        (error) => this.stay(person.email, !(error instanceof Refused)),
      );
    }
    const { pathname, search } = window.location;
    const fault = await (await this.provider())?.begin(`${pathname}${search}`, "none");
    // Without a fault the browser is on its way to the provider.
    if (!fault) return false;
    const email = sessionStorage.getItem(memory.signedIn);
    return this.stay(email, fault.kind === "unreachable", fault);
  }

  /** Without a token: away, or a visitor where waiting changes nothing. */
  private stay(email: string | null, away: boolean, fault: SignInFault | null = null): false {
    if (!away) sessionStorage.removeItem(memory.person);
    this.set(away ? { ...visitor, email, away } : { ...visitor, fault });
    return false;
  }

  private signedIn(person: SessionPerson): void {
    sessionStorage.setItem(memory.signedIn, person.email);
    this.set({ ...visitor, ...person });
  }

  /** Takes what the provider sent, and puts the address of before into the bar. */
  private async finish(): Promise<void> {
    const { path, person, fault } = (await (await this.provider())?.finish()) ?? { path: "/" };
    const wasSignedIn = sessionStorage.getItem(memory.signedIn) !== null;
    if (person) this.signedIn(person);
    else {
      sessionStorage.removeItem(memory.signedIn);
      this.set({ ...visitor, ended: wasSignedIn && !fault, fault: fault ?? null });
    }
    const shown = fault ? `/welcome?to=${encodeURIComponent(path)}` : path;
    window.history.replaceState(null, "", shown);
  }

  private set(state: SessionState): void {
    this.state = state;
    if (!state.away) this.stopTrying?.();
    this.stopTrying = state.away
      ? (this.stopTrying ?? whenLineMayBeBack(() => void this.comeBack()))
      : undefined;
    for (const listener of this.listeners) listener();
  }
}
