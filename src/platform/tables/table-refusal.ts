import { HubError, type Text } from "../errors.js";

/** The stable reason for which a whole file is refused, before its cells are read. */
export type RefusalReason =
  | "EMPTY"
  | "ENCODING"
  | "FORM"
  | "COLUMNS"
  | "TOO_MANY_ROWS"
  | "TOO_MANY_COLUMNS"
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
  | "OTHER_WORKBOOK";

/** The error of a refused file; `extensions.reason` is for programs. */
export const tableRefusal = (
  reason: RefusalReason,
  text: Text,
  details: Record<string, unknown> = {},
): HubError => new HubError("BAD_USER_INPUT", text, { reason, ...details });
