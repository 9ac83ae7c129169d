import {
  allow,
  coordinating,
  type Grant,
  grantIn,
  personOf,
  type Viewer,
} from "../../access/index.js";
import type { PlanFacts } from "../plans/index.js";
import { coordinatesPlan } from "../plans/index.js";
import { grantWriter } from "../stakeholders/index.js";
import { ViewAudience } from "./enums.js";

// The policies of views (domain, "Who may do what": who may comment may save a view).

/** Saving a view, and marking one: every member of an organisation, on its behalf. */
export const maySaveView = allow<{ onBehalfOf: string | undefined }>(
  "view.save",
  (viewer, { onBehalfOf }) =>
    grantWriter(viewer, onBehalfOf) ??
    (viewer.operator && !onBehalfOf ? { organisation: undefined } : undefined),
);

/** Marking a view with a star: as saving one. */
export const mayStarView = allow<{ onBehalfOf: string | undefined }>(
  "view.star",
  (viewer, { onBehalfOf }) => grantWriter(viewer, onBehalfOf),
);

/** Taking a star away: its holder. */
export const mayUnstarView = allow<{ holder: string }>("view.unstar", (viewer, { holder }) =>
  holder === personOf(viewer) ? { organisation: undefined } : undefined,
);

/** The facts of a view: its organisation, its author, and whether others see it. */
export interface ViewFacts {
  /** Undefined for a view of the platform. */
  organisation: string | undefined;
  holder: string | null;
}

const authored = (viewer: Viewer, { holder, organisation }: ViewFacts): Grant | undefined =>
  holder !== null && holder === personOf(viewer) ? { organisation } : undefined;

/** The coordinators of its organisation; of a view of the platform, the platform's operator. */
const coordinated = (viewer: Viewer, { organisation }: ViewFacts): Grant | undefined => {
  if (organisation) return grantIn(viewer, [organisation], coordinating);
  return viewer.operator ? { organisation } : undefined;
};

/** Changing or removing a view: its author, and the coordinators of its organisation who see it. */
export const mayChangeView = allow<ViewFacts>(
  "view.change",
  (viewer, view) => authored(viewer, view) ?? coordinated(viewer, view),
);

/** The facts of sharing: the view, its new audience, and the plan whose participants it is for. */
export interface Sharing extends ViewFacts {
  audience: ViewAudience;
  plan: PlanFacts | undefined;
}

/**
 * Sharing a view: with its organisation, or no longer, as changing it; with a plan's participants who
 * coordinates the plan too; with everybody the coordinators of its organisation.
 */
export const mayShareView = allow<Sharing>("view.share", (viewer, sharing) => {
  const { audience, plan } = sharing;
  if (audience === ViewAudience.PUBLIC) return coordinated(viewer, sharing);
  const own = authored(viewer, sharing) ?? coordinated(viewer, sharing);
  if (audience !== ViewAudience.PARTICIPANTS) return own;
  return own && plan ? coordinatesPlan(viewer, plan) : undefined;
});
