import { Computed, Connection, from, Listing, sql } from "../../reading/index.js";
import { TextLanguage } from "../common/index.js";
import { Action } from "../plans/index.js";
import { Area, Programme } from "../programmes/index.js";
import { Adoption } from "./adoption/adoption.js";
import { Deliberation } from "./deliberation.js";
import { Minutes } from "./minutes/minutes.js";
import { minutesHtml } from "./minutes/page/html.js";
import { Outcome } from "./outcomes/outcome.js";

// Fields that this group adds to nouns of lower groups. Those groups do not import this one, as imports
// point down only.

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

// The trace back from an action (rule 2 of the domain).
Listing(() => Outcome, {
  by: (action, outcome) => {
    const adoption = from(Adoption, outcome);
    return sql`${outcome.column("id")} = any(array(select ${adoption.column("outcome_id")}
      from ${adoption.source} where ${adoption.column("action_id")} = ${action}))`;
  },
  singular: "outcome",
  description: "The outcomes of deliberations that it results from.",
})(Action.prototype, "outcomes");

// Added here, so that the record does not import the page that shows it.
Computed<{ language: TextLanguage }>(
  () => String,
  {
    needs: ["document", "sha256"],
    cost: 10_000,
    description:
      "The minutes as one HTML page to read, print and sign. It loads nothing else and has no script.",
    args: {
      language: {
        type: () => TextLanguage,
        description:
          "The language of its headings and sentences. Texts of the meeting are not translated.",
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
