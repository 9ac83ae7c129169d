import { Computed, Connection, from, Listing, sql } from "../../reading/index.js";
import { TextLanguage } from "../common/index.js";
import { Action } from "../plans/index.js";
import { Area, Programme } from "../programmes/index.js";
import { Adoption } from "./adoption/adoption.js";
import { Deliberation } from "./deliberation.js";
import { Minutes } from "./minutes/minutes.js";
import { minutesHtml } from "./minutes/page/html.js";
import { Outcome } from "./outcomes/outcome.js";

// Fields that this group adds to nouns of groups below it, which know nothing of it: imports point one way.

Connection(() => Deliberation, {
  by: "programme",
  singular: "deliberation",
  description: "The deliberations of the programme.",
})(Programme.prototype, "deliberations");

Connection(() => Deliberation, {
  by: "area",
  singular: "deliberation",
  description: "The deliberations about the area.",
})(Area.prototype, "deliberations");

// The way back from an action (rule 2 of the domain).
Listing(() => Outcome, {
  by: (action, outcome) => {
    const adoption = from(Adoption, outcome);
    return sql`${outcome.column("id")} = any(array(select ${adoption.column("outcome_id")}
      from ${adoption.source} where ${adoption.column("action_id")} = ${action}))`;
  },
  singular: "outcome",
  description: "The outcomes of deliberations that it came of.",
})(Action.prototype, "outcomes");

// The record knows nothing of the page that shows it.
Computed<{ language: TextLanguage }>(
  () => String,
  {
    needs: ["document", "sha256"],
    cost: 1000,
    description:
      "The minutes as a page that can be read, printed and signed: HTML, whole in itself, without script.",
    args: {
      language: {
        type: () => TextLanguage,
        description:
          "The language of its headings and sentences; the texts stay as they were written.",
        defaultValue: TextLanguage.ID,
      },
    },
  },
  ({ document, sha256 }, { language }) =>
    minutesHtml(JSON.parse(String(document)), {
      sha256: String(sha256),
      language: language === TextLanguage.EN ? "en" : "id",
    }),
)(Minutes.prototype, "html");
