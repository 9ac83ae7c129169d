/**
 * The first parts of the console's own addresses, each the same page of HTML: the browser's script shows
 * what the address names. A test compares them with the routes of `src/console`.
 */
export const consoleAddresses = [
  "plans",
  "plan",
  "rembuk",
  "assessments",
  "assessment",
  "saved-views",
  "view",
  "indicators",
  "indicator",
  "groups",
  "group",
  "organisations",
  "organisation",
  "operator",
  "search",
  "node",
  "signed-in",
  "welcome",
] as const;
