import { assessmentSteps } from "./assessments.js";
import { commentSteps } from "./comments.js";
import { figureSteps } from "./figures.js";
import { enterpriseSteps } from "./groups.js";
import { indicatorsChapter } from "./indicators.js";
import { instrumentChapter } from "./instrument.js";
import { meetingSteps } from "./meetings.js";
import { nationChapter } from "./nation.js";
import { areaSteps, organisationsOf } from "./organisations.js";
import type { Province } from "./places.js";
import { planSteps } from "./plans.js";
import { Scene } from "./scene.js";
import type { Chapter, Part } from "./steps.js";
import { tablesOf } from "./tables.js";
import { viewSteps } from "./views.js";

function provinceChapter(scene: Scene): Chapter {
  return {
    name: `province ${scene.province.code}`,
    steps: [
      ...organisationsOf(scene),
      ...areaSteps(scene),
      ...planSteps(scene),
      ...meetingSteps(scene),
      ...figureSteps(scene),
      ...enterpriseSteps(scene),
      ...assessmentSteps(scene),
      ...commentSteps(scene),
      ...viewSteps(scene),
    ],
  };
}

/** The number of provinces that are made at the same time: the hub makes one while Postgres works on the other. */
const together = 2;

/**
 * The parts of the synthetic country on the day of making, in batches: parts of one batch do not need each
 * other. The tables are of the first province. The same provinces on the same day give the same parts, and
 * no province's depend on the others.
 */
export function* batchesOf(provinces: readonly Province[], day: string): Generator<Part[]> {
  yield [nationChapter(day)];
  yield [indicatorsChapter(day)];
  yield [instrumentChapter()];
  const [first, ...others] = provinces.map((province) => new Scene(province, day));
  if (!first) return;
  yield [provinceChapter(first)];
  for (const table of tablesOf(first)) yield [table];
  for (let at = 0; at < others.length; at += together) {
    yield others.slice(at, at + together).map(provinceChapter);
  }
}
