import type { UpdateViewInput, ViewPagePartsFragment } from "../../../generated/graphql.js";
import type { Catalogue, Part } from "./catalogue.js";
import { type Condition, conditionsIn, whereOf } from "./conditions.js";

/** A view as it is being built. */
export interface Draft {
  indonesian: string;
  english: string;
  about: string;
  columns: string[];
  groupBy: string[];
  matrixRows: string[];
  matrixColumns: string[];
  measures: string[];
  /** Null where the stored filter says more than rows can: it is kept as it is. */
  conditions: Condition[] | null;
  order: string;
  direction: "ASC" | "DESC";
  chart: { kind: string; x: string; y: string; series: string };
}

/** The lists of names that a view of each kind has. */
export const listsOf = {
  TABLE: ["columns"],
  GROUPS: ["groupBy", "measures"],
  MATRIX: ["matrixRows", "matrixColumns", "measures"],
} as const;

/** The draft of a stored view. */
export function draftOf(view: ViewPagePartsFragment, catalogue: Catalogue): Draft {
  const { columns, groupBy, matrixRows, matrixColumns, measures, chart, titleText } = view;
  const [order] = view.orderBy;
  return {
    indonesian: titleText.indonesian,
    english: titleText.english,
    about: view.descriptionText?.indonesian ?? "",
    ...{ columns, groupBy, matrixRows, matrixColumns, measures },
    conditions: conditionsIn(view.where, catalogue.filters) ?? null,
    order: order?.field ?? "",
    direction: order?.direction === "DESC" ? "DESC" : "ASC",
    chart: {
      kind: chart?.kind ?? "",
      x: chart?.x ?? "",
      y: chart?.y[0] ?? "",
      series: chart?.series ?? "",
    },
  };
}

/** The parts along which a chart can be drawn, and those that it can show. */
export function chartParts(
  kind: ViewPagePartsFragment["kind"],
  draft: Draft,
  { columns, dimensions, measures }: Catalogue,
): { along: Part[]; drawn: Part[] } {
  const chosen = (parts: readonly Part[], names: readonly string[]) =>
    names.flatMap((name) => parts.find((part) => part.name === name) ?? []);
  if (kind === "TABLE") {
    const along = chosen(columns, draft.columns);
    return { along, drawn: along.filter(({ kind: of }) => of === "NUMBER" || of === "MONEY") };
  }
  const names = kind === "GROUPS" ? draft.groupBy : [...draft.matrixRows, ...draft.matrixColumns];
  return { along: chosen(dimensions, names), drawn: chosen(measures, draft.measures) };
}

/** The chart of a draft, without what the view no longer has; null without a chart. */
function chartOf(draft: Draft, { along, drawn }: ReturnType<typeof chartParts>) {
  const { kind, x, y, series } = draft.chart;
  if (kind === "") return null;
  const has = (parts: readonly Part[], name: string) => parts.some((part) => part.name === name);
  const measure = has(drawn, y) ? y : drawn[0]?.name;
  const at = has(along, x) ? x : along[0]?.name;
  return {
    kind: kind as NonNullable<ViewPagePartsFragment["chart"]>["kind"],
    x: kind === "NUMBER" ? null : (at ?? null),
    y: measure === undefined ? [] : [measure],
    series: has(along, series) ? series : null,
  };
}

/** The change of a view to its draft. */
export function changeTo(
  view: ViewPagePartsFragment,
  draft: Draft,
  catalogue: Catalogue,
  expectedVersion: number,
): UpdateViewInput {
  const lists = Object.fromEntries(listsOf[view.kind].map((part) => [part, draft[part]]));
  const where =
    draft.conditions === null
      ? {}
      : { where: whereOf(draft.conditions, catalogue.filters), parameters: [] };
  const order = draft.order ? [{ field: draft.order, direction: draft.direction }] : [];
  return {
    id: view.id,
    expectedVersion,
    titleText: { indonesian: draft.indonesian, english: draft.english || null },
    descriptionText: draft.about ? { indonesian: draft.about } : null,
    ...lists,
    ...where,
    ...(view.kind === "MATRIX" ? {} : { orderBy: order }),
    chart: chartOf(draft, chartParts(view.kind, draft, catalogue)),
  };
}
