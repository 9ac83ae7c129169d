import type { Class } from "../../../reading/index.js";
import {
  assignGiven,
  changing,
  creating,
  removing,
  useCases,
  type Work,
} from "../../common/index.js";
import { Measurement } from "../../indicators/index.js";
import { Action } from "../../plans/index.js";
import type { Assessment } from "../assessment.js";
import { university, whileOpen } from "../assessment-policy.js";
import { checkOpen, openAssessment, partOfAssessment } from "../at-work.js";
import { Finding } from "./finding.js";
import { AddFindingInput, UpdateFindingInput } from "./finding-inputs.js";

const ofFinding = partOfAssessment(Finding, "finding");

/** The mutations on findings about the whole subject. */
export const findingMutations = useCases({
  addFinding: creating({
    of: Finding,
    input: AddFindingInput,
    description: `Adds a finding, with its recommendation. ${whileOpen} ${university}`,
    async run(input, work, id) {
      const assessment = await openAssessment(work, input.assessmentId);
      const { text, recommendation, actionIds, measurementIds } = input;
      work.create(Finding, {
        id,
        assessment,
        text,
        recommendation: recommendation ?? null,
        actions: await idsOf(work, Action, actionIds ?? [], "input.actionIds"),
        measurements: await idsOf(work, Measurement, measurementIds ?? [], "input.measurementIds"),
        sources: [],
      });
    },
  }),

  updateFinding: changing({
    ...ofFinding,
    input: UpdateFindingInput,
    description: `Changes a finding. ${whileOpen} ${university}`,
    async run(finding, input, work) {
      checkOpen(finding.assessment as Assessment, "input.id");
      assignGiven(finding, input, ["text", "recommendation"]);
      const { actionIds, measurementIds } = input;
      if (actionIds) finding.actions = await idsOf(work, Action, actionIds, "input.actionIds");
      if (measurementIds) {
        const path = "input.measurementIds";
        finding.measurements = await idsOf(work, Measurement, measurementIds, path);
      }
    },
  }),

  removeFinding: removing({
    ...ofFinding,
    description: `Removes a finding. ${whileOpen} ${university}`,
    check: ({ assessment }) => checkOpen(assessment as Assessment, "input.id"),
  }),
});

async function idsOf(
  work: Work,
  target: Class<Action> | Class<Measurement>,
  ids: readonly string[],
  path: string,
): Promise<string[]> {
  const found = await work.findAll<{ id: string }>(target, ids, path);
  return [...new Set(found.map(({ id }) => id))];
}
