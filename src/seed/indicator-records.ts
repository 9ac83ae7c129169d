import {
  IndicatorAggregation,
  IndicatorUnit,
  indicatorMutations,
  measurementMutations,
  targetMutations,
} from "../domain/indicators/index.js";
import type { Ledger } from "../ledger/index.js";
import { bothLanguages, type Cases, type FigureCase, type IndicatorCase } from "./cases.js";
import { operator } from "./operator.js";
import {
  optionalId,
  record,
  type SampleRecord,
  sampleId,
  sourceInputs,
  withFewerLanguages,
} from "./records.js";

/** The name of a figure: its indicator, place and period. */
const figureName = (key: string, { region, area, period }: FigureCase): string =>
  `${key}/${region ?? area ?? "nationwide"}/${period}`;

/**
 * The records of the indicators in the cases, which belong to the platform, with their targets and the
 * figures of the press: no organisation of the hub measured them.
 */
export class IndicatorRecords {
  constructor(
    private readonly ledger: Ledger,
    private readonly cases: Cases,
  ) {}

  /** Every record, after those that it refers to. */
  inOrder(): SampleRecord[] {
    return this.cases.indicators.flatMap((facts) => [
      this.indicator(facts),
      ...facts.series.map((figure) => this.measurement(facts, figure)),
      ...(facts.targets ?? []).map((figure) => this.target(facts, figure)),
    ]);
  }

  /** A percentage in the cases is a rate of a whole; every other figure is a sum. */
  private indicator({ key, title, unit, direction }: IndicatorCase): SampleRecord {
    const id = sampleId("indicator", key);
    const { RATE, SUM } = IndicatorAggregation;
    const aggregation = unit === IndicatorUnit.PERCENT ? RATE : SUM;
    const titleText = bothLanguages(this.cases, title, "en");
    const input = { id, key, title: titleText, unit, direction, aggregation };
    const made = record(id, `indicator ${key}`, () =>
      indicatorMutations.createIndicator.perform(this.ledger, operator, input),
    );
    const step = (expectedVersion: number) =>
      indicatorMutations.updateIndicator.perform(this.ledger, operator, {
        ...{ id, expectedVersion, title: titleText },
      });
    return {
      ...made,
      completions: [{ isShort: withFewerLanguages("titleText", titleText), step }],
    };
  }

  private measurement({ key }: IndicatorCase, figure: FigureCase): SampleRecord {
    const name = figureName(key, figure);
    const id = sampleId("measurement", name);
    const input = { ...this.figure(id, key, figure), numerator: figure.people ?? null };
    return record(id, `measurement ${name}`, () =>
      measurementMutations.recordMeasurement.perform(this.ledger, operator, input),
    );
  }

  private target({ key }: IndicatorCase, figure: FigureCase): SampleRecord {
    const name = figureName(key, figure);
    const id = sampleId("target", name);
    const input = this.figure(id, key, figure);
    return record(id, `target ${name}`, () =>
      targetMutations.setTarget.perform(this.ledger, operator, input),
    );
  }

  private figure(id: string, key: string, { region, area, period, value, sources }: FigureCase) {
    return {
      ...{ id, period, value },
      indicatorId: sampleId("indicator", key),
      regionCode: region ?? null,
      areaId: optionalId("area", area),
      sources: sourceInputs(this.cases, sources),
    };
  }
}
