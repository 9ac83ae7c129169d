import { Int } from "type-graphql";
import { JsonScalar, PositionScalar } from "../../platform/scalars.js";
import { Among, Executed, exists, type Row, sql } from "../../reading/index.js";
import { Viewer } from "../stakeholders/index.js";
import { viewFaults } from "./check/check.js";
import { definitionOf, definitionParts } from "./document/definition.js";
import { viewText, viewVariables } from "./document/document.js";
import { type ExecutingContext, type ResultArguments, requestFor, resultOf } from "./result.js";
import { ViewResult } from "./result-types.js";
import { viewSchema } from "./schema-port.js";
import { View } from "./view.js";
import { ViewFault } from "./view-parts.js";
import { ViewStar } from "./view-star.js";
import { isOwn } from "./view-visibility.js";
import { bothOf } from "./words/texts.js";

// The fields of a view that are made of its question: its document, its result, its faults; and the
// viewer's views. Outside the classes, which know nothing of what makes them.

const parameters = {
  type: () => JsonScalar,
  nullable: true,
  description: "The values of its parameters, by name. Absent ones have their defaults.",
};

const page = {
  first: {
    type: () => Int,
    nullable: true,
    description: "How many rows, groups or cells: 0 to 200; the view's page size if absent.",
  },
  after: {
    type: () => String,
    nullable: true,
    description: "Only those after this cursor (`pageInfo.endCursor`).",
  },
};

const asOf = {
  type: () => PositionScalar,
  nullable: true,
  description:
    "The position of the ledger as of which its rows are read, by the view as it is now and with relative dates of today; null reads what stands now.",
};

const made = (type: () => unknown, name: string, options: MadeOptions, make: Make): void =>
  Executed(type, { needs: definitionParts, ...options }, make)(View.prototype, name);

type Make = (row: Row, args: ResultArguments, context: ExecutingContext) => unknown;

type MadeOptions = Omit<Parameters<typeof Executed>[1], "needs">;

made(
  () => String,
  "document",
  {
    description:
      "Its GraphQL document, which a portal may send as it is, with `variables`. BAD_USER_INPUT names the parts that no longer fit the schema.",
  },
  (row) => viewText(requestFor(definitionOf(row), {})).document,
);

made(
  () => JsonScalar,
  "variables",
  {
    args: { parameters },
    description:
      "The variables of `document`: the filter with the values of parameters and with relative dates as days of today, and the page.",
  },
  (row, args) => viewVariables(requestFor(definitionOf(row), args)),
);

made(
  () => ViewResult,
  "result",
  {
    args: { parameters, ...page, asOf },
    cost: 10,
    description:
      "Its result: `document` is executed in this request, as the viewer, in the same snapshot; its cost is the request's, as of an earlier position three times as much.",
  },
  (row, args, context) => resultOf(definitionOf(row), args, context),
);

made(
  () => [ViewFault],
  "faults",
  {
    description:
      "The parts that no longer fit the schema, as when a field was removed; none in most views.",
  },
  (row) =>
    viewFaults(viewSchema(), definitionOf(row)).map(({ path, message }) => ({
      path,
      message: bothOf(message.en, message.id),
    })),
);

Among(
  () => View,
  { description: "The views that the viewer saved, as this person or with this API key." },
  (row, scope) => isOwn(scope, row),
)(Viewer.prototype, "views");

Among(
  () => View,
  { description: "The views with the viewer's star." },
  (row, scope) =>
    exists(
      ViewStar,
      row,
      (star) => sql`${star.column("view_id")} = ${row.column("id")} and ${isOwn(scope, star)}`,
    ),
)(Viewer.prototype, "starred");
