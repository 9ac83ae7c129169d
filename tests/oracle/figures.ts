import { hasValue, type Reply } from "./answers.js";

/** What a run of the oracle was like. */
export interface Figures {
  documents: number;
  /** A document may be asked several times, by several viewers. */
  requests: number;
  /** Requests answered without an error. */
  valid: number;
  /** Answered without an error, and with some value in the answer. */
  withValue: number;
  /** Answered by the planned path. */
  planned: number;
  /** Why others were not, as the hub has it. */
  causes: Record<string, number>;
  /** Errors by their codes. */
  codes: Record<string, number>;
}

export const noFigures = (): Figures => ({
  documents: 0,
  requests: 0,
  valid: 0,
  withValue: 0,
  planned: 0,
  causes: {},
  codes: {},
});

const add = (counts: Record<string, number>, key: string, by: number): void => {
  counts[key] = (counts[key] ?? 0) + by;
};

function countOne(figures: Figures, { text }: Reply): void {
  const { data, errors = [] } = JSON.parse(text) as {
    data?: unknown;
    errors?: { extensions: { code: string } }[];
  };
  figures.requests += 1;
  for (const { extensions } of errors) add(figures.codes, extensions.code, 1);
  if (errors.length > 0) return;
  figures.valid += 1;
  if (hasValue(data)) figures.withValue += 1;
}

/** Counts the answers to one document. */
export function count(figures: Figures, replies: readonly Reply[]): void {
  figures.documents += 1;
  for (const reply of replies) countOne(figures, reply);
}

/** The figures of several runs together. */
export function sum(all: readonly Figures[]): Figures {
  const total = noFigures();
  for (const one of all) {
    for (const name of ["documents", "requests", "valid", "withValue", "planned"] as const) {
      total[name] += one[name];
    }
    for (const name of ["causes", "codes"] as const) {
      for (const [key, value] of Object.entries(one[name])) add(total[name], key, value);
    }
  }
  return total;
}

/** What is wrong with a run in which the paths agreed, but that did not try them. */
export function faultsOf({ requests, valid, withValue, planned }: Figures): string[] {
  const faults: string[] = [];
  if (planned < 0.9 * valid) faults.push("fewer than nine in ten valid requests were planned");
  if (withValue < 0.8 * requests) faults.push("fewer than four in five answers hold a value");
  return faults;
}

const share = (part: number, whole: number): string =>
  whole === 0 ? "none" : `${((100 * part) / whole).toFixed(1)} %`;

const listed = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 20)
    .map(([key, value]) => `${key} ${value}`)
    .join(", ") || "none";

/** The figures for people. */
export function shown(figures: Figures): string {
  const { documents, requests, valid, withValue, planned, causes, codes } = figures;
  return [
    `${documents} documents, ${requests} requests`,
    `without an error: ${valid} (${share(valid, requests)}); with a value in the answer: ${withValue} (${share(withValue, requests)})`,
    `planned: ${planned} (${share(planned, valid)} of those without an error)`,
    `not planned because of: ${listed(causes)}`,
    `errors: ${listed(codes)}`,
  ].join("\n");
}
