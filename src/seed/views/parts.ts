import {
  type SaveViewInput,
  type ViewParameterInput,
  ViewParameterType,
} from "../../domain/views/index.js";

/** A view that the hub ships: its question, with a key and words in both languages. */
export type ShippedView = Omit<SaveViewInput, "id" | "organisationId" | "key"> & { key: string };

/** A text in both languages. */
export const both = (english: string, indonesian: string) => ({ english, indonesian });

const parameter = (
  name: string,
  type: ViewParameterType,
  english: string,
  indonesian: string,
): ViewParameterInput => ({ name, type, titleText: both(english, indonesian) });

/** The optional parameters of most views: without a value, all rows are of the view. */
export const regionParameter = parameter("region", ViewParameterType.REGION, "Region", "Wilayah");
export const programmeParameter = parameter(
  "programme",
  ViewParameterType.PROGRAMME,
  "Programme",
  "Program",
);

/** A condition on the programme that a request names. */
export const inProgramme = { programme: { eq: { $parameter: "programme" } } };

/** A condition on the region that a request names, of a row that leads to an area. */
export const inRegion = { area: { region: { within: { $parameter: "region" } } } };

/** The indicator of which figures are asked. */
export const indicatorParameter = parameter(
  "indicator",
  ViewParameterType.INDICATOR,
  "Indicator",
  "Indikator",
);
