/** How long the hub is not asked again for another version, in milliseconds. */
const quietMs = 30 * 60_000;

/** The versions of the console in this browser: the one that runs, and a newer one that waits for it. */
class Versions {
  private waiting: ServiceWorker | null = null;
  private isNewer = false;
  private isAsked = false;
  private readonly listeners = new Set<() => void>();

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** True where a newer version is there than the one that runs. */
  readonly hasNewer = (): boolean => this.isNewer;

  /** Registers the service worker, and follows what becomes of it. */
  async follow(): Promise<void> {
    const { serviceWorker } = navigator;
    if (!serviceWorker) return;
    const isFirst = serviceWorker.controller === null;
    serviceWorker.addEventListener("controllerchange", () => {
      if (this.isAsked) window.location.reload();
      else if (!isFirst) this.found(null);
    });
    const registration = await serviceWorker.register("/service-worker.js");
    const look = () => {
      const { waiting } = registration;
      if (waiting && serviceWorker.controller) this.found(waiting);
    };
    look();
    registration.addEventListener("updatefound", () =>
      registration.installing?.addEventListener("statechange", look),
    );
    this.askNowAndThen(registration);
  }

  /** Loads the page again in the newer version. */
  readonly take = (): void => {
    this.isAsked = true;
    if (this.waiting) this.waiting.postMessage("take over");
    else window.location.reload();
  };

  /** Asks the hub for another version as the person comes back to the tab. */
  private askNowAndThen(registration: ServiceWorkerRegistration): void {
    let asked = Date.now();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "visible" || Date.now() - asked < quietMs) return;
      asked = Date.now();
      registration.update().catch(() => undefined);
    });
  }

  private found(waiting: ServiceWorker | null): void {
    this.waiting = waiting;
    this.isNewer = true;
    for (const listener of this.listeners) listener();
  }
}

export const versions = new Versions();
