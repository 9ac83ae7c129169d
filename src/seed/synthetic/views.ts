import { ViewAudience, ViewDataset, ViewKind } from "../../domain/views/index.js";
import { mainPlanId } from "./plans.js";
import type { Scene } from "./scene.js";
import { change, create, type Step } from "./steps.js";
import { bothLabelled, coordinatorOf, labelled } from "./terms.js";

/** Views of lists that the hub's own views are not of, with their audiences. */
const saved: readonly [dataset: ViewDataset, audience: ViewAudience][] = [
  [ViewDataset.REGIONS, ViewAudience.PRIVATE],
  [ViewDataset.AREAS, ViewAudience.ORGANISATION],
  [ViewDataset.ORGANISATIONS, ViewAudience.PARTICIPANTS],
  [ViewDataset.PROGRAMMES, ViewAudience.PUBLIC],
  [ViewDataset.FUNDINGS, ViewAudience.PUBLIC],
  [ViewDataset.PROGRESS_UPDATES, ViewAudience.PUBLIC],
  [ViewDataset.INDICATORS, ViewAudience.PUBLIC],
  [ViewDataset.INSTRUMENTS, ViewAudience.PUBLIC],
  [ViewDataset.COMMENTS, ViewAudience.PUBLIC],
  [ViewDataset.IMPORTS, ViewAudience.PUBLIC],
];

/** The views of a province: the number of rows of each list, shared ever wider, a star and a comment. */
export function viewSteps(scene: Scene): Step[] {
  const by = coordinatorOf(scene.organisations.province);
  const idOf = (dataset: ViewDataset) => scene.id("view", dataset.toLowerCase());
  const steps = saved.flatMap(([dataset, audience]) => {
    const id = idOf(dataset);
    const words = dataset.toLowerCase().replaceAll("_", " ");
    const save = create(by, "saveView", {
      ...{ id, dataset, kind: ViewKind.GROUPS, groupBy: [], measures: ["count"] },
      titleText: bothLabelled(`Jumlah ${words}`, `Number of ${words}`),
    });
    const planId = audience === ViewAudience.PARTICIPANTS ? { planId: mainPlanId(scene) } : {};
    const share = change(by, "shareView", { id, audience, ...planId });
    return audience === ViewAudience.PRIVATE ? [save] : [save, share];
  });
  const star = { id: scene.id("star", "areas"), viewId: idOf(ViewDataset.AREAS) };
  const comment = create(by, "addComment", {
    ...{ id: scene.id("comment", "view"), viewId: idOf(ViewDataset.AREAS) },
    body: labelled("Kawasan baru sudah terhitung"),
  });
  return [...steps, create(by, "starView", star), comment];
}
