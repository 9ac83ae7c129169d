import { Counter, Gauge, type Registry } from "prom-client";

/** A metric whose figures are read when it is shown. */
export interface Shown {
  name: string;
  help: string;
  registry: Registry;
}

/** Figures by the value of one label. */
export interface LabelledFigures {
  label: string;
  figures: () => Iterable<readonly [value: string, figure: number]>;
}

/** Shows a figure from now on; nothing where it is undefined. */
export function showGauge({ name, help, registry }: Shown, figure: () => number | undefined): void {
  new Gauge({
    ...{ name, help, registers: [registry] },
    collect() {
      const now = figure();
      if (now === undefined) this.remove();
      else this.set(now);
    },
  });
}

/** Shows figures by a label. */
export function showGauges({ name, help, registry }: Shown, by: LabelledFigures): void {
  new Gauge({
    ...{ name, help, labelNames: [by.label], registers: [registry] },
    collect() {
      this.reset();
      for (const [value, figure] of by.figures()) this.set({ [by.label]: value }, figure);
    },
  });
}

/** Shows counts that are kept elsewhere, where counting costs an addition. */
export function showCounts({ name, help, registry }: Shown, by: LabelledFigures): void {
  new Counter({
    ...{ name, help, labelNames: [by.label], registers: [registry] },
    collect() {
      this.reset();
      for (const [value, figure] of by.figures()) this.inc({ [by.label]: value }, figure);
    },
  });
}
