import { OrderDirection } from "../../reading/index.js";
import { heldOf, type StoredText, storedText, type TranslatedTextInput } from "../common/index.js";
import type { Chart, Order, Parameter, ViewDefinition } from "./document/definition.js";
import type {
  SaveViewInput,
  UpdateViewInput,
  ViewChartInput,
  ViewParameterInput,
  ViewSortInput,
  ViewTextInput,
} from "./view-inputs.js";
import type { ViewText } from "./words/texts.js";

/** The rows of a page where a view says none. */
const usualPage = 50;

/** A title in its stored form; BAD_USER_INPUT without any language. */
export const titleOf = (input: TranslatedTextInput): StoredText =>
  storedText(input, "input.titleText");

/** A description as the API shows it; null without one. */
export function descriptionOf(input: ViewTextInput | null | undefined): ViewText | null {
  return input ? heldOf(storedText(input, "input.descriptionText")) : null;
}

const parameterOf = (input: ViewParameterInput, at: number): Parameter => ({
  name: input.name,
  type: input.type,
  default: input.default ?? null,
  required: input.required ?? false,
  titleText: heldOf(storedText(input.titleText, `input.parameters.${at}.titleText`)),
  enumeration: input.enumeration ?? null,
});

const orderOf = ({ field, direction }: ViewSortInput): Order => ({
  field,
  direction: direction ?? OrderDirection.ASC,
});

const chartOf = ({ kind, x, y, series }: ViewChartInput): Chart => ({
  kind,
  x: x ?? null,
  y,
  series: series ?? null,
});

type ContentInput = Partial<Omit<SaveViewInput, "kind" | "dataset">>;

/** The parts of a question that an input gives, without the kind and the dataset. */
function givenParts(input: ContentInput): Partial<ViewDefinition> {
  const { where, parameters, orderBy, chart, pageSize } = input;
  const { columns, groupBy, matrixRows, matrixColumns, measures } = input;
  const names = { columns, groupBy, matrixRows, matrixColumns, measures };
  const lists = Object.entries(names).filter(([, list]) => list !== undefined);
  return {
    ...Object.fromEntries(lists.map(([name, list]) => [name, list ?? []])),
    ...(where === undefined ? {} : { where }),
    ...(parameters === undefined ? {} : { parameters: (parameters ?? []).map(parameterOf) }),
    ...(orderBy === undefined ? {} : { orderBy: (orderBy ?? []).map(orderOf) }),
    ...(pageSize === undefined ? {} : { pageSize: pageSize ?? usualPage }),
    ...(chart === undefined ? {} : { chart: chart ? chartOf(chart) : null }),
  };
}

const nothing = {
  where: null,
  parameters: [],
  columns: [],
  groupBy: [],
  matrixRows: [],
  matrixColumns: [],
  measures: [],
  orderBy: [],
  pageSize: usualPage,
  chart: null,
} satisfies Partial<ViewDefinition>;

/** The question of a new view. */
export const madeParts = (input: SaveViewInput): ViewDefinition => ({
  ...nothing,
  ...givenParts(input),
  kind: input.kind,
  dataset: input.dataset,
});

/** The question of a view after a change: absent fields stay. */
export function changedParts(view: ViewDefinition, input: UpdateViewInput): ViewDefinition {
  const { kind = view.kind, dataset = view.dataset, ...rest } = input;
  return { ...view, ...givenParts(rest), kind, dataset };
}
