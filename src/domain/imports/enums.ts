import { defineEnum } from "../../reading/index.js";

/** What the rows of a table are. */
export enum ImportKind {
  MEASUREMENTS = "MEASUREMENTS",
  ENTERPRISE_GROUPS = "ENTERPRISE_GROUPS",
  GROUP_MEASUREMENTS = "GROUP_MEASUREMENTS",
  ANSWERS = "ANSWERS",
}

defineEnum(ImportKind, "ImportKind", "What the rows of an imported table are.", {
  MEASUREMENTS: "Measurements of indicators.",
  ENTERPRISE_GROUPS: "Groups of self-employed workers (TKM).",
  GROUP_MEASUREMENTS: "Revenue and jobs of groups.",
  ANSWERS: "Answers to questions of assessments.",
});

/** What is done with a table of which something is wrong. */
export enum ImportMode {
  ALL = "ALL",
  VALID = "VALID",
}

defineEnum(ImportMode, "ImportMode", "What is done with a table of which some rows are wrong.", {
  ALL: "Nothing is taken when anything is wrong.",
  VALID: "The right rows are taken, and the wrong ones given back as a table.",
});
