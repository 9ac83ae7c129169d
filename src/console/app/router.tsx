import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { NothingHere, PageFault } from "./page-fault.js";
import { type PagePath, pages } from "./pages.js";
import { Shell } from "./shell.js";

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NothingHere,
  errorComponent: PageFault,
});

/**
 * A page at an address; its code is loaded when it is first shown. In the modes of `bareModes`, as
 * `?mode=projector`, it stands without the shell's header and navigation.
 */
const page = <Path extends PagePath>(path: Path, name: string, bareModes: readonly string[] = []) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    staticData: { bareModes },
    component: lazyRouteComponent(pages[path] as never, name as never),
    validateSearch: (search: Record<string, unknown>): Record<string, string | undefined> =>
      Object.fromEntries(
        Object.entries(search).flatMap(([key, value]) =>
          value === undefined || value === null ? [] : [[key, String(value)]],
        ),
      ),
  });

const routes = [
  page("/", "HomePage"),
  page("/welcome", "WelcomePage"),
  page("/plans", "PlansPage"),
  page("/plan/$id", "PlanPage"),
  page("/plan/$id/action/$action", "ActionPage"),
  page("/rembuk", "RembukListPage"),
  page("/rembuk/new", "ConvenePage"),
  page("/rembuk/$key", "RoomPage", ["projector", "phone"]),
  page("/assessments", "AssessmentsPage"),
  page("/assessment/$id", "AssessmentPage"),
  page("/saved-views", "ViewsPage"),
  page("/view/$key", "ViewPage"),
  page("/indicators", "IndicatorsPage"),
  page("/indicator/$key", "IndicatorPage"),
  page("/groups", "GroupsPage"),
  page("/group/$id", "GroupPage"),
  page("/organisations", "OrganisationsPage"),
  page("/organisation/$key", "OrganisationPage"),
  page("/operator", "OperatorPage"),
  page("/search", "SearchPage"),
  page("/node/$id", "NodePage"),
  page("/signed-in", "HomePage"),
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
