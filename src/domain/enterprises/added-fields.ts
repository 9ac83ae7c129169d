import { Connection } from "../../reading/index.js";
import { Contribution } from "../plans/index.js";
import { Area } from "../programmes/index.js";
import { EnterpriseGroup } from "./enterprise-group.js";
import { Support } from "./support.js";

// Fields that this group adds to nouns of groups below it, which know nothing of it: imports point one way.

Connection(() => EnterpriseGroup, {
  by: "area",
  singular: "enterpriseGroup",
  description: "The groups of self-employed workers in the area.",
})(Area.prototype, "enterpriseGroups");

Connection(() => Support, {
  by: "contribution",
  singular: "support",
  description: "The groups that received of it, and when.",
})(Contribution.prototype, "supports");
