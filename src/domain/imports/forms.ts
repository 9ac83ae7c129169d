import { answerForm } from "./answer-taker.js";
import { ImportKind } from "./enums.js";
import { groupForm } from "./group-taker.js";
import { measurementForm } from "./measurement-taker.js";
import { resultForm } from "./result-taker.js";
import type { TableForm } from "./taker.js";

/** The tables that the hub takes and gives. */
export const tableForms: Record<ImportKind, TableForm> = {
  [ImportKind.MEASUREMENTS]: measurementForm,
  [ImportKind.ENTERPRISE_GROUPS]: groupForm,
  [ImportKind.GROUP_MEASUREMENTS]: resultForm,
  [ImportKind.ANSWERS]: answerForm,
};
