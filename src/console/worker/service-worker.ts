// The service worker: the console's own files for a tab whose line is gone. It knows nothing of answers of
// the hub: requests to the API pass it by (ADR 0072).

// A module for the compiler, as its `self` is another one than that of scripts.
export {};

declare const self: ServiceWorkerGlobalScope;

/** What the build writes in. */
declare const built: {
  /** Another one for each other content of the console. */
  version: string;
  /** The scripts and styles that a tab needs without a line; the first is the script that begins. */
  files: readonly [string, ...string[]];
  /** The first parts of the addresses of pages. */
  pages: readonly string[];
};

const { version, files, pages } = built;
const mine = `rembuk-console ${version}`;

/** How long a page is waited for where one is kept, in milliseconds: a bad line may never answer. */
const patienceMs = 4000;

/** Keeps the page, unless it is that of another version, whose files this worker does not have. */
async function keepPage(page: Response): Promise<boolean> {
  if (!page.ok || !(await page.clone().text()).includes(files[0])) return false;
  await (await caches.open(mine)).put("/", page);
  return true;
}

async function install(): Promise<void> {
  await (await caches.open(mine)).addAll(files);
  const page = await fetch("/", { cache: "no-cache" });
  if (!(await keepPage(page))) throw new Error("the hub's page is not of this version");
}

/** Removes what other versions have kept, and takes the tabs that have no worker yet. */
async function activate(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name !== mine);
  await Promise.all(others.map((name) => caches.delete(name)));
  // So that a page is asked for while the worker starts.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

const late = () =>
  new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patienceMs));

/** The page of the hub; the kept one where the hub does not answer, or not in time. */
async function pageFor(event: FetchEvent): Promise<Response> {
  const asked = Promise.resolve(event.preloadResponse).then(
    (preloaded: Response | undefined) => preloaded ?? fetch(event.request),
  );
  const kept = await (await caches.open(mine)).match("/", { ignoreVary: true });
  if (!kept) return asked;
  const answer = await Promise.race([asked.catch(() => undefined), late()]);
  if (!answer || answer.status >= 500) return kept;
  event.waitUntil(keepPage(answer.clone()));
  return answer;
}

/** A script or style: each name has one content for ever, so that what is kept is right. */
async function fileFor(event: FetchEvent): Promise<Response> {
  const cache = await caches.open(mine);
  const kept = await cache.match(event.request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (answer.ok) event.waitUntil(cache.put(event.request, answer.clone()));
  return answer;
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

self.addEventListener("message", ({ data }) => {
  if (data === "take over") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== self.location.origin) return;
  const [, first = ""] = pathname.split("/");
  if (mode === "navigate") {
    if (pages.includes(first)) event.respondWith(pageFor(event));
  } else if (first === "console") event.respondWith(fileFor(event));
});
