import { defineEnum, type MemberOf } from "../../reading/index.js";

/** What the rows of a table are. */
export const ImportKind = defineEnum("ImportKind", "What the rows of an imported table are.", {
  MEASUREMENTS: "Measurements of indicators.",
  ENTERPRISE_GROUPS: "Groups of self-employed workers (TKM).",
  GROUP_MEASUREMENTS: "Revenue and jobs of groups.",
  ANSWERS: "Answers to questions of assessments.",
});
export type ImportKind = MemberOf<typeof ImportKind>;

/** What is done with a table of which something is wrong. */
export const ImportMode = defineEnum(
  "ImportMode",
  "What is done with a table of which some rows are wrong.",
  {
    ALL: "Nothing is taken when anything is wrong.",
    VALID: "The right rows are taken, and the wrong ones given back as a table.",
  },
);
export type ImportMode = MemberOf<typeof ImportMode>;
