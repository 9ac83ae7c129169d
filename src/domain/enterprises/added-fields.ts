import { Connection } from "../../reading/index.js";
import { Contribution } from "../plans/index.js";
import { Area } from "../programmes/index.js";
import { EnterpriseGroup } from "./enterprise-group.js";
import { Support } from "./support.js";

// Fields that this group adds to nouns of lower groups. Those do not know this group, because
// imports point down only.

Connection(() => EnterpriseGroup, {
  by: "area",
  singular: "enterpriseGroup",
  description: "The groups of self-employed workers in the area.",
})(Area.prototype, "enterpriseGroups");

Connection(() => Support, {
  by: "contribution",
  singular: "support",
  description: "The records of groups that received part of it, with dates.",
})(Contribution.prototype, "supports");
