import { HubError, type Text } from "../errors.js";

/** Why a whole file is refused before its cells are looked at: stable, for clients. */
export type RefusalReason =
  | "EMPTY"
  | "ENCODING"
  | "FORM"
  | "COLUMNS"
  | "TOO_MANY_ROWS"
  | "TOO_LONG"
  | "NOT_XLSX"
  | "OLD_EXCEL"
  | "ENCRYPTED"
  | "OTHER_FORMAT"
  | "MACROS"
  | "DAMAGED"
  | "TOO_MANY_PARTS"
  | "TOO_MANY_CELLS"
  | "INFLATES"
  | "DOCTYPE"
  | "TOO_MANY_CELLS"
  | "OTHER_WORKBOOK";

/** The refusal of a whole file; `extensions.reason` tells programs why. */
export const tableRefusal = (
  reason: RefusalReason,
  text: Text,
  details: Record<string, unknown> = {},
): HubError => new HubError("BAD_USER_INPUT", text, { reason, ...details });
