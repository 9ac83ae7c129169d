import { defineEnum } from "../../reading/index.js";

/** Who may see a thing (rule 7 of the domain). */
export enum Visibility {
  PUBLIC = "PUBLIC",
  PARTICIPANTS = "PARTICIPANTS",
  ORGANISATION = "ORGANISATION",
}

defineEnum(Visibility, "Visibility", "Who may see a thing; to everybody else it looks absent.", {
  PUBLIC: "Anyone who may see what it belongs to, visitors too.",
  PARTICIPANTS:
    "Members of the organisations in the plan or deliberation, and the programme owner's coordinators.",
  ORGANISATION: "Members of the organisation that owns it.",
});
