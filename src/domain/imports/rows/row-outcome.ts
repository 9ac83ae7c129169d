import type { Text } from "../../../platform/errors.js";
import { defineEnum, type MemberOf } from "../../../reading/index.js";

/** The reason why a table in the mode CORRECT leaves a row alone. */
export const LeftAlone = defineEnum(
  "LeftAlone",
  "The reason why a table in the mode CORRECT leaves a row alone.",
  {
    OTHERS: "The row belongs to another organisation.",
    CHANGED: "Somebody changed the row after the table was downloaded.",
    NOT_FOUND: "There is no such row, or the requester may not see it.",
    CLOSED: "The row takes no corrections any more.",
  },
);
export type LeftAlone = MemberOf<typeof LeftAlone>;

/** The content of a cell before and after a correction, as a table shows it. */
export interface CellChange {
  before: string;
  after: string;
}

/** What becomes of a row without a fault. */
export type RowOutcome =
  | { kind: "NEW" | "UNCHANGED" }
  | { kind: "CORRECTED"; cells: Readonly<Record<string, CellChange>> }
  | { kind: "LEFT_ALONE"; reason: LeftAlone };

/** The words for each reason. */
export const leftAloneTexts: Readonly<Record<LeftAlone, Text>> = {
  OTHERS: {
    en: "belongs to another organisation, and is left alone",
    id: "milik lembaga lain, dan dibiarkan",
  },
  CHANGED: {
    en: "was changed after the table was downloaded, and is left alone: download it again to correct it",
    id: "diubah setelah tabel diunduh, dan dibiarkan: unduh lagi untuk mengoreksinya",
  },
  NOT_FOUND: {
    en: "is not found, and nothing is created for it",
    id: "tidak ditemukan, dan tidak dibuatkan yang baru",
  },
  CLOSED: {
    en: "takes no corrections any more, and is left alone",
    id: "tidak menerima koreksi lagi, dan dibiarkan",
  },
};
