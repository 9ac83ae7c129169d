/** The code of each page by its address, loaded when it is first shown. */
export const pages = {
  "/": () => import("../pages/home/home-page.js"),
  "/welcome": () => import("../pages/welcome/welcome-page.js"),
  "/plans": () => import("../pages/plans/plans-page.js"),
  "/plan/$id": () => import("../pages/plan/plan-page.js"),
  "/plan/$id/action/$action": () => import("../pages/plan/action-page.js"),
  "/rembuk": () => import("../pages/rembuk/rembuk-list-page.js"),
  "/rembuk/new": () => import("../pages/rembuk/convene-page.js"),
  "/rembuk/$key": () => import("../pages/rembuk/room-page.js"),
  "/assessments": () => import("../pages/assessments/assessments-page.js"),
  "/assessment/$id": () => import("../pages/assessments/assessment-page.js"),
  "/saved-views": () => import("../pages/views/views-page.js"),
  "/view/$key": () => import("../pages/views/view-page.js"),
  "/indicators": () => import("../pages/indicators/indicators-page.js"),
  "/indicator/$key": () => import("../pages/indicators/indicator-page.js"),
  "/groups": () => import("../pages/groups/groups-page.js"),
  "/group/$id": () => import("../pages/groups/group-page.js"),
  "/organisations": () => import("../pages/organisations/organisations-page.js"),
  "/organisation/$key": () => import("../pages/organisations/organisation-page.js"),
  "/operator": () => import("../pages/operator/operator-page.js"),
  "/search": () => import("../pages/search/search-page.js"),
  "/node/$id": () => import("../pages/node/node-page.js"),
  "/signed-in": () => import("../pages/home/home-page.js"),
} as const;

/** The address of a page, with `$` before what names its subject. */
export type PagePath = keyof typeof pages;

const segmentsOf = (path: string): string[] => path.replace(/\/+$/, "").split("/");

/** True for an address of a page, as `/plan/x` of `/plan/$id`. */
function isAt(page: readonly string[], address: readonly string[]): boolean {
  return (
    page.length === address.length &&
    page.every((segment, at) => segment.startsWith("$") || segment === address[at])
  );
}

/** Begins to load the page of an address, before there is a router; a fault is left to the router. */
export function beginToLoad(address: string): void {
  const segments = segmentsOf(address);
  const [, load] = Object.entries(pages).find(([path]) => isAt(segmentsOf(path), segments)) ?? [];
  load?.().catch(() => undefined);
}
