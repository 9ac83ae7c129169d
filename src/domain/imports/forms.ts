import { answerForm } from "./answers/answer-importer.js";
import { ImportKind } from "./enums.js";
import { groupForm } from "./groups/group-importer.js";
import { resultForm } from "./groups/result-importer.js";
import type { TableForm } from "./importer.js";
import { measurementForm } from "./measurements/measurement-importer.js";

/** The forms of the tables that the hub imports and exports. */
export const tableForms: Record<ImportKind, TableForm> = {
  [ImportKind.MEASUREMENTS]: measurementForm,
  [ImportKind.ENTERPRISE_GROUPS]: groupForm,
  [ImportKind.GROUP_MEASUREMENTS]: resultForm,
  [ImportKind.ANSWERS]: answerForm,
};
