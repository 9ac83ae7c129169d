import { defineEnum, type MemberOf } from "../../reading/index.js";

/** The kind of rows in an imported table. */
export const ImportKind = defineEnum("ImportKind", "The kind of rows in an imported table.", {
  MEASUREMENTS: "Measurements of indicators.",
  ENTERPRISE_GROUPS: "Groups of self-employed workers (TKM).",
  GROUP_MEASUREMENTS: "Revenue and jobs of groups.",
  ANSWERS: "Answers to questions of assessments.",
});
export type ImportKind = MemberOf<typeof ImportKind>;

/** The treatment of a table with wrong rows. */
export const ImportMode = defineEnum(
  "ImportMode",
  "What a table does, and the treatment of its wrong rows.",
  {
    ALL: "If a row is wrong, nothing is imported.",
    VALID: "The valid rows are imported, and the wrong ones are returned as a table.",
    CORRECT:
      "The rows correct what the hub has, in the cells that differ; nothing is created. If a row is wrong, nothing is corrected. Rows of others, and those that somebody changed after the download, are left alone and reported.",
  },
);
export type ImportMode = MemberOf<typeof ImportMode>;
