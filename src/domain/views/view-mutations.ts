import { personOf } from "../../access/index.js";
import { badField, badUserInput, unauthenticated } from "../../platform/errors.js";
import { TimeSlice } from "../../platform/time-slice.js";
import {
  changing,
  creating,
  inJsonbOrder,
  keyFor,
  listedText,
  removing,
  useCases,
  type Work,
} from "../common/index.js";
import { ActionPlan, planFacts } from "../plans/index.js";
import { actingOrganisation, actingUser } from "../stakeholders/index.js";
import { viewFaults } from "./check/check.js";
import { sizeFaults } from "./check/size-check.js";
import { definitionOf, type ViewDefinition } from "./document/definition.js";
import { ViewAudience } from "./enums.js";
import { viewSchema } from "./schema-port.js";
import { View } from "./view.js";
import { changedParts, descriptionOf, madeParts, titleOf } from "./view-content.js";
import { SaveViewInput, ShareViewInput, StarViewInput, UpdateViewInput } from "./view-inputs.js";
import {
  mayChangeView,
  maySaveView,
  mayShareView,
  mayStarView,
  mayUnstarView,
  type ViewFacts,
} from "./view-policy.js";
import { ViewStar } from "./view-star.js";

/** The person or the API key that acts. */
function holderOf({ viewer }: Work): string {
  const holder = personOf(viewer);
  // A token of a person whom no organisation has added has no rights to save.
  if (!holder) throw unauthenticated();
  return holder;
}

/**
 * Refuses a question that does not fit the schema, or whose document is above the limits: BAD_USER_INPUT
 * with every fault, at `input.…`.
 */
async function checkDefinition(definition: ViewDefinition): Promise<void> {
  const slice = new TimeSlice();
  const unfit = viewFaults(viewSchema(), definition);
  const faults = unfit.length > 0 ? unfit : await sizeFaults(viewSchema(), definition, slice);
  if (faults.length === 0) return;
  throw badUserInput(faults.map(({ path, message }) => ({ path: `input.${path}`, message })));
}

const factsOf = ({ organisation, holder }: View): ViewFacts => ({
  organisation: organisation?.id,
  holder: holder ?? null,
});

const ofView = { of: View, facts: factsOf, populate: ["organisation", "plan", "plan.lead"] };

const authors =
  "For its author, and for the COORDINATOR and ADMIN of its organisation where they see it.";

/** The plan of an audience: given for PARTICIPANTS, and for no other. */
async function planOf(
  { audience, planId }: ShareViewInput,
  work: Work,
): Promise<ActionPlan | undefined> {
  const isNeeded = audience === ViewAudience.PARTICIPANTS;
  if (isNeeded !== Boolean(planId)) {
    throw badField(
      "input.planId",
      "is given for PARTICIPANTS, and for no other audience",
      "diisi untuk PARTICIPANTS, dan tidak untuk khalayak lain",
    );
  }
  return planId ? work.find(ActionPlan, planId, "input.planId", ["lead"]) : undefined;
}

/** The mutations on views. */
export const viewMutations = useCases({
  saveView: creating({
    of: View,
    input: SaveViewInput,
    description:
      "Saves a view, private to its author at first. For every member of an organisation; not for an API key that only reads. A platform operator without one saves a view of the platform.",
    async run(input, work, id) {
      work.authorise(maySaveView, { onBehalfOf: input.organisationId?.toLowerCase() });
      const titleText = titleOf(input.titleText);
      const parts = madeParts(input);
      await checkDefinition(parts);
      const name = listedText(titleText);
      work.create(View, {
        id,
        key: await keyFor(work, View, { given: input.key, name, id, isOpen: false }),
        titleText,
        descriptionText: descriptionOf(input.descriptionText),
        ...inJsonbOrder(parts),
        // A view of the platform has no author who could share it.
        audience: work.organisation ? ViewAudience.PRIVATE : ViewAudience.PUBLIC,
        plan: null,
        organisation: actingOrganisation(work),
        user: actingUser(work),
        holder: work.organisation ? holderOf(work) : null,
        sources: [],
      });
    },
  }),

  updateView: changing({
    ...ofView,
    input: UpdateViewInput,
    may: mayChangeView,
    description: `Changes a view; its audience by \`shareView\`. ${authors}`,
    async run(view, input) {
      const parts = changedParts(definitionOf(view as unknown as Record<string, unknown>), input);
      await checkDefinition(parts);
      Object.assign(view, inJsonbOrder(parts));
      if (input.titleText) view.titleText = titleOf(input.titleText);
      if (input.descriptionText !== undefined) {
        view.descriptionText = descriptionOf(input.descriptionText);
      }
    },
  }),

  shareView: changing({
    of: View,
    input: ShareViewInput,
    may: mayShareView,
    populate: ofView.populate,
    facts: async (view, work, input) => {
      const plan = await planOf(input, work);
      return {
        ...factsOf(view),
        audience: input.audience,
        plan: plan && (await planFacts(work.em, plan.id)),
      };
    },
    description:
      "Shares a view, or takes it back. With its organisation, or private again: its author, and the COORDINATOR and ADMIN of its organisation. With a plan's participants: who of them coordinates the plan. PUBLIC: the COORDINATOR and ADMIN of its organisation. Everybody gets the result of their own rights.",
    async run(view, input, work) {
      view.plan = (await planOf(input, work)) ?? null;
      view.audience = input.audience;
    },
  }),

  removeView: removing({
    ...ofView,
    may: mayChangeView,
    description: `Removes a view with its stars. One that has comments is shared back instead. ${authors}`,
    async check(view, { em }) {
      for (const star of await em.find(ViewStar, { view: view.id })) em.remove(star);
    },
  }),

  starView: creating({
    of: ViewStar,
    input: StarViewInput,
    also: { of: View, id: ({ viewId }) => viewId },
    clashes: [
      {
        constraint: "view_star_once",
        path: "input.viewId",
        en: "has your star already",
        id: "sudah Anda beri bintang",
      },
    ],
    description:
      "Marks a view, to find it again in `viewer { starred }`. For every member of an organisation; not for an API key that only reads.",
    async run({ viewId }, work, id) {
      const view = await work.find(View, viewId, "input.viewId");
      work.authorise(mayStarView, { onBehalfOf: undefined });
      work.create(ViewStar, { id, view, holder: holderOf(work), sources: [] });
    },
  }),

  unstarView: removing({
    of: ViewStar,
    may: mayUnstarView,
    facts: ({ holder }) => ({ holder }),
    description: "Takes the viewer's star away from a view; `View.star` has its id and version.",
  }),
});
