import { type Viewer, visitor } from "../access/index.js";
import { currentFacts } from "../platform/request-scope.js";
import type { Caches } from "./caches.js";
import { type ContextServices, RequestContext } from "./context.js";
import type { Rates } from "./limits/index.js";
import { requesterKind } from "./observing/requester-kind.js";
import type { Requester } from "./port.js";

/** Opens contexts for verified requesters, whose scopes go into the response cache. */
export const contextOpener =
  (services: ContextServices, rates: Rates, { viewers, responses }: Caches) =>
  async (requester: Requester): Promise<RequestContext> => {
    if (requester.credentials.length === 0) return contextOf(services, requester, visitor);
    const known = await rates.authenticating(requester, () => viewers.of(requester));
    responses?.storeScope(requester.credentials, known.viewer, known.position);
    return contextOf(services, requester, known.viewer);
  };

/** The context of a verified requester, whose kind the log tells. */
function contextOf(
  services: ContextServices,
  requester: Requester,
  viewer: Viewer,
): RequestContext {
  const facts = currentFacts();
  if (facts) facts.requester ??= requesterKind(viewer);
  return new RequestContext(services, requester, viewer);
}
