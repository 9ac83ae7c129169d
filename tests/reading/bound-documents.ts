import { getOperationAST, parse } from "graphql";
import type { PlanRequest } from "../../src/reading/planned/index.js";

type Document = Pick<PlanRequest, "document" | "operation">;

/** A document about one row. */
export interface BoundDocument extends Document {
  /** The table of the row whose id is asked for. */
  table: string;
}

const texts: [table: string, selection: string][] = [
  [
    "action_plan",
    `actionPlan(id: $id) { title status visibility progress overdueActions area { name } lead { name }
      money { given { total } reached { total } paid }
      participants { role status organisation { name } }
      actions(first: 9) { totalCount nodes { title status progress milestones { title completedOn }
        contributions(first: 9) { nodes { amount status organisation { name } } }
        progressUpdates(first: 9) { nodes { note progress } } } } }`,
  ],
  [
    "action_plan",
    "actions(where: { plan: { id: { eq: $id } } }) { totalCount nodes { title status lead { name } } }",
  ],
  [
    "action_plan",
    `actions(where: { plan: { id: { in: [$id] } }, contribution: { amount: { gte: "1" } } }) {
      groups(by: [STATUS]) { nodes { measures { count } } } totalCount }`,
  ],
  [
    "action",
    `action(id: $id) { title status plan { title actions(first: 5) { nodes { title } } }
      milestones { title } contributions(first: 5) { nodes { amount payments(first: 5) { nodes { amount } } } } }`,
  ],
  ["action", "action(id: $id) { history(last: 20) { totalCount nodes { operation kind } } }"],
  [
    "action_plan",
    "changes(where: { plan: { id: { eq: $id } } }, last: 5) { nodes { operation entity kind } }",
  ],
  [
    "deliberation",
    `deliberation(id: $id) { title status summary minutes { sha256 acknowledgements { createdAt } }
      invitations { organisation { name } isPresent }
      outcomes(first: 9) { totalCount nodes { status text positions { stance } versions { text }
        adoptions { plan { title } } } } }`,
  ],
  [
    "assessment",
    `assessment(id: $id) { status round plan { title } answers { number text } evidence { title }
      findings { text } reviews { verdict }
      actionFindings { action { title } } }`,
  ],
  ["area", "actionPlans(where: { area: { id: { eq: $id } } }) { totalCount nodes { title } }"],
  [
    "area",
    `area(id: $id) { name enterpriseGroups(first: 9) { totalCount nodes { name } }
      deliberations(first: 9) { totalCount nodes { title } } }`,
  ],
  [
    "programme",
    "actions(where: { programme: { id: { eq: $id } } }) { totalCount nodes { title status } }",
  ],
  [
    "programme",
    "programme(id: $id) { title children(first: 9) { nodes { title } } deliberations(first: 9) { totalCount } }",
  ],
];

/** Documents about one row each, by its id. */
export const boundDocuments: readonly BoundDocument[] = texts.map(([table, selection]) => {
  const document = parse(`query ($id: ID!) { ${selection} }`);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("Each text is one query");
  return { table, document, operation };
});
