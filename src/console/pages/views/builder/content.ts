import type { SaveViewInput, ViewPagePartsFragment } from "../../../generated/graphql.js";

/** The content of a view as an input takes it: its question without title, key and audience. */
export function contentOf(view: ViewPagePartsFragment): Omit<SaveViewInput, "titleText"> {
  const { dataset, kind, columns, groupBy, matrixRows, matrixColumns, measures, where } = view;
  const { chart, descriptionText, orderBy, parameters } = view;
  return {
    ...{ dataset, kind, columns, groupBy, matrixRows, matrixColumns, measures },
    pageSize: view.pageSize,
    ...(where === null ? {} : { where }),
    orderBy: orderBy.map(({ field, direction }) => ({
      field,
      direction: direction === "DESC" ? "DESC" : "ASC",
    })),
    parameters: parameters.map(({ titleText, name, type, enumeration, required, ...rest }) => ({
      ...{ name, type, required },
      ...(enumeration === null ? {} : { enumeration }),
      ...(rest.default === null ? {} : { default: rest.default }),
      titleText: { indonesian: titleText.indonesian, english: titleText.english },
    })),
    ...(chart ? { chart: { kind: chart.kind, x: chart.x, y: chart.y, series: chart.series } } : {}),
    ...(descriptionText
      ? {
          descriptionText: {
            indonesian: descriptionText.indonesian,
            english: descriptionText.english,
          },
        }
      : {}),
  };
}
