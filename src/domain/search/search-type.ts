import { defineEnum, type MemberOf } from "../../reading/index.js";

/** The types that search finds. */
export const SearchType = defineEnum("SearchType", "A type of what search finds.", {
  REGION: "Regions, by their names and codes.",
  ORGANISATION: "Organisations, by name, abbreviation, contact and remark.",
  PROGRAMME: "Programmes, by name, legal basis, aims, scope and chain.",
  AREA: "Areas, by name, theme and regions.",
  ACTION_PLAN: "Plans, by title, aims and the regions of their area.",
  ACTION: "Actions, by title and details.",
  MILESTONE: "Milestones, by title.",
  CONTRIBUTION: "Contributions, by remark.",
  PROGRESS_UPDATE: "Reports on actions, by the work done and the obstacles.",
  DELIBERATION: "Deliberations, by title, purpose, place and agenda.",
  OUTCOME: "Outcomes of deliberations, by their current text and the reason of the decision.",
  INDICATOR: "Indicators, by title and meaning.",
  ENTERPRISE_GROUP: "Enterprise groups, by name, products and remark.",
  INSTRUMENT: "Instruments, by title, purpose and questions.",
  FINDING: "Findings of assessments, by text and recommendation.",
  ACTION_FINDING: "Findings on how far an action was carried out, by their basis.",
  COMMENT: "Comments, by text.",
});
export type SearchType = MemberOf<typeof SearchType>;
