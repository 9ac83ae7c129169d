import type { Viewer } from "../access/index.js";
import type { Language } from "../platform/errors.js";
import { newId } from "../platform/ids.js";
import { type ContextServices, RequestContext } from "./context.js";

/** A context for what the hub reads in the background; `holder` names whom it is counted for. */
export function backgroundContext(
  services: ContextServices,
  viewer: Viewer,
  language: Language,
  holder: string,
): RequestContext {
  const requester = { address: "", credentials: [], language, requestId: newId() };
  return new RequestContext(services, { ...requester, atLeast: undefined }, { holder, ...viewer });
}

/** Contexts for exports, with the rights of a requester who has left. */
export const jobContexts = (services: ContextServices) => (viewer: Viewer, language: Language) =>
  backgroundContext(
    services,
    viewer,
    language,
    `exports of ${viewer.userId ?? viewer.keyId ?? "operators"}`,
  );
