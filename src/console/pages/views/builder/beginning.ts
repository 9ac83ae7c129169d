import type { ViewDataset, ViewKind } from "../../../generated/graphql.js";
import { type Catalogue, catalogueOf, type Part } from "./catalogue.js";

/** The columns that most rows are known by, the best first. */
const telling = [
  "title",
  "name",
  "status",
  "lead",
  "organisation",
  "startsOn",
  "indicator",
  "region",
];

const namesOf = (parts: readonly Part[]): string[] => parts.map(({ name }) => name);

/** The dimensions that a new view begins with: states and kinds before records and dates. */
function firstDimensions({ dimensions }: Catalogue, count: number): string[] {
  // Those of the row itself have the shortest names.
  const own = dimensions.toSorted((one, other) => one.name.length - other.name.length);
  const states = own.filter(({ kind }) => kind === "ENUM");
  const records = own.filter(({ kind }) => kind === "REFERENCE");
  const others = own.filter(({ kind }) => kind !== "ENUM" && kind !== "REFERENCE");
  return namesOf([...states, ...records, ...others]).slice(0, count);
}

/** The parts of a new view, so that it shows something from the start: the hub refuses an empty one. */
export async function beginningOf(dataset: ViewDataset, kind: ViewKind) {
  const catalogue = await catalogueOf(dataset);
  const columns = namesOf(catalogue.columns);
  if (kind === "TABLE") {
    const known = telling.filter((name) => columns.includes(name)).slice(0, 4);
    return { columns: known.length > 0 ? known : columns.slice(0, 4) };
  }
  const [first = "", second = ""] = firstDimensions(catalogue, 2);
  if (kind === "GROUPS") return { groupBy: [first], measures: ["count"] };
  return { matrixRows: [first], matrixColumns: [second], measures: ["count"] };
}
