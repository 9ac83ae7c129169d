import "./added-fields.js";

// Classes.

export { View } from "./view.js";
export { ViewStar } from "./view-star.js";
export { visibleView } from "./view-visibility.js";

// Enumerations.

export {
  ViewAudience,
  ViewCellKind,
  ViewChartKind,
  ViewDataset,
  ViewKind,
  ViewParameterType,
} from "./enums.js";

// Inputs.

export type { SaveViewInput, ViewParameterInput } from "./view-inputs.js";

// Use cases.

export { viewMutations } from "./view-mutations.js";

// Streams.

export { LiveViewResolver } from "./live-view.js";

// The documents and rows of views, for exports and live views.

export { camel } from "./document/dataset.js";
export { definitionOf, definitionParts, type ViewDefinition } from "./document/definition.js";
export {
  type ViewColumnShape,
  type ViewDocument,
  type ViewRequest,
  viewDocument,
} from "./document/document.js";
export {
  type Cell,
  cellOf,
  type ViewData,
  type ViewRowData,
  type ViewRows,
  viewRows,
} from "./document/rows.js";
export {
  type Executed,
  type ExecuteOptions,
  type ExecutingContext,
  requestFor,
  resultOf,
} from "./result.js";
export { headingOf, headingOfPath, memberName, memberNames } from "./words/headings.js";

// What views can be made of.

export { type DatasetCatalogue, viewCatalogue } from "./catalogue.js";

// The schema that views are checked against.

export {
  provideViewLimits,
  provideViewSchema,
  type ViewSchema,
  viewLimits,
  viewSchema,
} from "./schema-port.js";
