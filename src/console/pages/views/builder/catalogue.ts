import type { ViewDataset } from "../../../generated/graphql.js";
import type { Language } from "../../../language/language.js";
import type { Enumeration } from "../../../language/members.js";

/** A part that a view can have, as the hub's catalogue names it in both languages. */
export interface Part {
  name: string;
  id: string;
  en: string;
  kind?: string;
}

/** A condition that one can choose. */
export interface FilterPart extends Part {
  type: "ENUM" | "TEXT" | "NUMBER" | "MONEY" | "DATE" | "BOOLEAN" | "PERIOD" | "KEY" | "REGION";
  enumeration?: Enumeration;
}

/** What a view of one dataset can be made of. */
export interface Catalogue {
  columns: Part[];
  dimensions: Part[];
  measures: Part[];
  orders: Part[];
  groupOrders: Part[];
  filters: FilterPart[];
}

/** The catalogue of a dataset; its file is loaded when the first view is built. */
export async function catalogueOf(dataset: ViewDataset): Promise<Catalogue> {
  const { default: parts } = await import("../../../../../schema/clients/view-parts.json");
  // The file is made by the same build, from the schema: its texts are wider to the compiler only.
  return parts[dataset] as Catalogue;
}

/** Parts as one finds them in a list: by their words. */
export const byWords = <P extends Part>(parts: readonly P[], language: Language): P[] =>
  parts.toSorted((one, other) => one[language].localeCompare(other[language], language));

/** The words of a part. */
export const wordsOf = (part: Part, language: Language): string => part[language];
