import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { NothingHere, PageFault } from "./page-fault.js";
import { Shell } from "./shell.js";

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NothingHere,
  errorComponent: PageFault,
});

type Import = Parameters<typeof lazyRouteComponent>[0];

/**
 * A page at an address; its code is loaded when it is first shown. In the modes of `bareModes`, as
 * `?mode=projector`, it stands without the shell's header and navigation.
 */
const page = <Path extends string>(
  path: Path,
  load: Import,
  name: string,
  bareModes: readonly string[] = [],
) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    staticData: { bareModes },
    component: lazyRouteComponent(load as never, name as never),
    validateSearch: (search: Record<string, unknown>): Record<string, string | undefined> =>
      Object.fromEntries(
        Object.entries(search).flatMap(([key, value]) =>
          value === undefined || value === null ? [] : [[key, String(value)]],
        ),
      ),
  });

const routes = [
  page("/", () => import("../pages/home/home-page.js"), "HomePage"),
  page("/welcome", () => import("../pages/welcome/welcome-page.js"), "WelcomePage"),
  page("/plans", () => import("../pages/plans/plans-page.js"), "PlansPage"),
  page("/plan/$id", () => import("../pages/plan/plan-page.js"), "PlanPage"),
  page("/plan/$id/action/$action", () => import("../pages/plan/action-page.js"), "ActionPage"),
  page("/rembuk", () => import("../pages/rembuk/rembuk-list-page.js"), "RembukListPage"),
  page("/rembuk/$key", () => import("../pages/rembuk/room-page.js"), "RoomPage", [
    "projector",
    "phone",
  ]),
  page("/assessments", () => import("../pages/assessments/assessments-page.js"), "AssessmentsPage"),
  page(
    "/assessment/$id",
    () => import("../pages/assessments/assessment-page.js"),
    "AssessmentPage",
  ),
  page("/saved-views", () => import("../pages/views/views-page.js"), "ViewsPage"),
  page("/view/$key", () => import("../pages/views/view-page.js"), "ViewPage"),
  page("/indicators", () => import("../pages/indicators/indicators-page.js"), "IndicatorsPage"),
  page("/indicator/$key", () => import("../pages/indicators/indicator-page.js"), "IndicatorPage"),
  page("/groups", () => import("../pages/groups/groups-page.js"), "GroupsPage"),
  page("/group/$id", () => import("../pages/groups/group-page.js"), "GroupPage"),
  page(
    "/organisations",
    () => import("../pages/organisations/organisations-page.js"),
    "OrganisationsPage",
  ),
  page(
    "/organisation/$key",
    () => import("../pages/organisations/organisation-page.js"),
    "OrganisationPage",
  ),
  page("/operator", () => import("../pages/operator/operator-page.js"), "OperatorPage"),
  page("/search", () => import("../pages/search/search-page.js"), "SearchPage"),
  page("/node/$id", () => import("../pages/node/node-page.js"), "NodePage"),
  page("/signed-in", () => import("../pages/home/home-page.js"), "HomePage"),
];

/** The console's addresses and their pages. */
export const router = createRouter({
  routeTree: rootRoute.addChildren(routes),
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** The modes in which a page stands without the shell. */
    bareModes?: readonly string[];
  }
}
