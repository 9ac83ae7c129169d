import { Role } from "../../access/index.js";
import { deferredOutcomeId } from "./meetings.js";
import { mainActions, mainStages } from "./plans.js";
import { national, type Scene } from "./scene.js";
import { create, mentioning, type Step } from "./steps.js";
import { coordinatorOf, labelled, organisationId, personOf } from "./terms.js";

/**
 * The comments of a province: a question on an action, its answer, a remark on an assessment, and one on a
 * deferred outcome to a colleague.
 */
export function commentSteps(scene: Scene): Step[] {
  const { company, province } = scene.organisations;
  const question = scene.id("comment", "question");
  return [
    create(coordinatorOf(province), "addComment", {
      ...{ id: question, actionId: mainActions(scene).id(mainStages.running) },
      body: labelled("Kapan angkatan kedua dimulai?"),
      mentions: [organisationId(company)],
    }),
    create(coordinatorOf(company), "addComment", {
      ...{ id: scene.id("comment", "answer"), replyToId: question },
      body: labelled("Bulan depan, setelah alat tiba"),
    }),
    create(coordinatorOf(national.ministry), "addComment", {
      ...{ id: scene.id("comment", "assessment"), assessmentId: scene.id("assessment", "awal") },
      body: labelled("Terima kasih; kami bahas di rembuk berikutnya"),
    }),
    mentioning(
      personOf(Role.CONTRIBUTOR, province),
      create(coordinatorOf(province), "addComment", {
        ...{ id: scene.id("comment", "outcome"), outcomeId: deferredOutcomeId(scene) },
        body: labelled("Mohon hitung anggarannya sebelum jalan ini dibahas lagi"),
      }),
    ),
  ];
}
