import { beforeAll, describe, expect, it } from "@jest/globals";
import type { GraphQLSchema } from "graphql";
import { hubSchema } from "../../src/app/schema.js";
import { viewFaults } from "../../src/domain/views/check/check.js";
import type { ViewDefinition } from "../../src/domain/views/document/definition.js";
import {
  type DatasetCatalogue,
  ViewDataset,
  ViewKind,
  viewCatalogue,
} from "../../src/domain/views/index.js";
import { viewSchema } from "../../src/domain/views/schema-port.js";

let schema: GraphQLSchema;
let catalogue: Partial<Record<ViewDataset, DatasetCatalogue>>;

beforeAll(async () => {
  schema = await hubSchema();
  catalogue = viewCatalogue(schema);
});

const datasets = Object.values(ViewDataset);
const partsOf = (dataset: ViewDataset): DatasetCatalogue => {
  const parts = catalogue[dataset];
  if (!parts) throw new Error(`no catalogue of ${dataset}`);
  return parts;
};
const namesOf = (parts: readonly { name: string }[]) => parts.map(({ name }) => name);

/** The faults of a view of a dataset with these parts, by their paths. */
function faultsOf(dataset: ViewDataset, parts: Partial<ViewDefinition>): string[] {
  const empty = { columns: [], groupBy: [], matrixRows: [], matrixColumns: [], measures: [] };
  const definition = {
    ...{ dataset, kind: ViewKind.TABLE, where: null, parameters: [], orderBy: [], chart: null },
    ...{ pageSize: 50, ...empty, ...parts },
  } as ViewDefinition;
  return viewFaults(viewSchema(), definition).map(({ path, message }) => `${path}: ${message.en}`);
}

/** An acceptable value of a condition, by its type. */
const samples = {
  TEXT: { contains: "a" },
  NUMBER: { gte: 1 },
  MONEY: { gte: "1" },
  DATE: { gte: "2024-01-01" },
  BOOLEAN: { eq: true },
  PERIOD: { eq: "2024" },
  KEY: { eq: "a-key" },
  REGION: { within: "36" },
} as const;

const nested = (path: string, value: unknown): unknown =>
  path.split(".").reduceRight((inner, name) => ({ [name]: inner }), value);

describe("The catalogue of what views can be made of", () => {
  it("has every dataset, with columns, dimensions, measures, orders and conditions", () => {
    for (const dataset of datasets) {
      for (const [part, values] of Object.entries(partsOf(dataset))) {
        expect([dataset, part, values.length > 0]).toEqual([dataset, part, true]);
      }
    }
  });

  it("names only columns, measures, dimensions and orders that a view may have", () => {
    for (const dataset of datasets) {
      const { columns, measures, dimensions, orders } = partsOf(dataset);
      const orderBy = namesOf(orders).map((field) => ({ field, direction: "ASC" }));
      expect(faultsOf(dataset, { columns: namesOf(columns), orderBy } as never)).toEqual([]);
      const kind = ViewKind.GROUPS;
      expect(faultsOf(dataset, { kind, measures: namesOf(measures) })).toEqual([]);
      for (const groupBy of namesOf(dimensions)) {
        expect(faultsOf(dataset, { kind, measures: ["count"], groupBy: [groupBy] })).toEqual([]);
      }
    }
  });

  it("names only conditions that the list takes", () => {
    for (const dataset of datasets) {
      const { columns, filters } = partsOf(dataset);
      for (const { name, type, enumeration } of filters) {
        const members = enumeration ? schema.getType(enumeration) : undefined;
        const [first] = members && "getValues" in members ? members.getValues() : [];
        const value = type === "ENUM" ? { eq: first?.name } : samples[type];
        const where = nested(name, value);
        const one = namesOf(columns).slice(0, 1);
        expect([dataset, name, faultsOf(dataset, { columns: one, where })]).toEqual([
          ...[dataset, name, []],
        ]);
      }
    }
  });

  it("has words in both languages for each part", () => {
    for (const dataset of datasets) {
      for (const part of Object.values(partsOf(dataset)).flat()) {
        expect(part).toMatchObject({
          id: expect.stringMatching(/./),
          en: expect.stringMatching(/./),
        });
      }
    }
  });
});
