import {
  assetPentagon,
  instrumentMutations,
  recordMutations,
} from "../domain/assessments/index.js";
import type { Ledger } from "../ledger/index.js";
import type { AssessmentCase, Cases, InstrumentCase } from "./cases.js";
import { shippedId } from "./instruments.js";
import { operator } from "./operator.js";
import {
  coordinatorOf,
  optionalId,
  record,
  type SampleRecord,
  sampleId,
  sourceInputs,
} from "./records.js";

/** The programme of an area's assessments, which is the programme of the area's plan. */
function programmeOf({ plans, programmes }: Cases, area: string) {
  const plan = plans.find((candidate) => candidate.area === area);
  const programme = programmes.find(({ key }) => key === plan?.programme);
  if (!programme) throw new Error(`The cases have no plan of a programme in ${area}`);
  return programme;
}

/**
 * The records of the instruments in the cases, with the hub's own questions, and of their assessments.
 * These took place without the hub and are recorded with the findings of their sources, which give no
 * answers, scores or interests.
 */
export class AssessmentRecords {
  constructor(
    private readonly ledger: Ledger,
    private readonly cases: Cases,
  ) {}

  /** Every record, after those that it refers to. */
  inOrder(): SampleRecord[] {
    return [
      ...this.cases.instruments.map((facts) => this.instrument(facts)),
      ...this.cases.assessments.map((facts) => this.assessment(facts)),
    ];
  }

  /** The questionnaire that the hub provides; the sources say who uses it and for what. */
  private instrument({ key, title, dimensions, about, by, sources }: InstrumentCase): SampleRecord {
    const facts = [assetPentagon.title.english, ...assetPentagon.dimensions.map((one) => one.key)];
    if (facts.join() !== [title, ...dimensions].join()) throw new Error(`${key} is not ${facts}`);
    const id = shippedId(key);
    const described = {
      about,
      ownerId: sampleId("organisation", by),
      sources: sourceInputs(this.cases, sources),
    };
    const { ledger } = this;
    const { draftInstrument, publishInstrument, describeInstrument } = instrumentMutations;
    return record(
      id,
      `instrument ${key}`,
      () => draftInstrument.perform(ledger, operator, { ...assetPentagon, id }),
      () => publishInstrument.perform(ledger, operator, { id, expectedVersion: 1 }),
      () => describeInstrument.perform(ledger, operator, { id, expectedVersion: 2, ...described }),
    );
  }

  private assessment({ instrument, area, university, round, finding, sources }: AssessmentCase) {
    const name = `${instrument}/${area}/${university}/${round}`;
    const id = sampleId("assessment", name);
    const programme = programmeOf(this.cases, area);
    const coordinator = coordinatorOf(sampleId("organisation", programme.owner));
    const input = {
      id,
      instrumentId: shippedId(instrument),
      areaId: optionalId("area", area),
      programmeId: sampleId("programme", programme.key),
      universityId: sampleId("organisation", university),
      round,
      findings: [{ id: sampleId("finding", `${name}/${finding}`), text: finding }],
      sources: sourceInputs(this.cases, sources),
    };
    return record(id, `assessment ${name}`, () =>
      recordMutations.recordAssessment.perform(this.ledger, coordinator, input),
    );
  }
}
