import {
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from "graphql";
import { collectSubfields } from "graphql/execution/collectFields.js";
import { badField } from "../../platform/errors.js";
import type { ValidQuery } from "../port.js";

/** What a subscriber selects of an answer: the members in their order, and the query in it. */
export interface SelectedAnswer {
  /** The name of the subscription's field in the payload. */
  key: string;
  /** The names in the payload, and the fields of `LiveAnswer` that they show. */
  members: readonly (readonly [key: string, field: string])[];
  query: ValidQuery;
}

/** The queries that were made of fields, so that one document has one plan. */
const made = new WeakMap<FieldNode, Pick<ValidQuery, "document" | "operation">>();

/** The query whose selection is that of the nodes of `answer`. */
function queryOf(
  nodes: readonly FieldNode[],
  { operation: around, fragments }: Pick<GraphQLResolveInfo, "operation" | "fragments">,
): Pick<ValidQuery, "document" | "operation"> {
  const [first, ...others] = nodes;
  const known = first && others.length === 0 ? made.get(first) : undefined;
  if (known) return known;
  const selections = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  const operation: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    variableDefinitions: around.variableDefinitions ?? [],
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
  const definitions = [operation, ...Object.values(fragments)];
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions };
  const query = { document, operation };
  if (first && others.length === 0) made.set(first, query);
  return query;
}

const oneAnswer = () =>
  badField(
    "answer",
    "select `answer` once: it is the query that is followed",
    "pilih `answer` satu kali: itulah kueri yang diikuti",
  );

/** What a subscription selects of its answer; BAD_USER_INPUT where that is not one query. */
export function selectedAnswer(info: GraphQLResolveInfo): SelectedAnswer {
  const { schema, fragments, variableValues: variables, fieldNodes, returnType } = info;
  // The cast: `live` returns the object type LiveAnswer.
  const type = getNamedType(returnType) as GraphQLObjectType;
  const selected = collectSubfields(schema, fragments, variables, type, [...fieldNodes]);
  const members = [...selected].map(([key, nodes]) => [key, nodes[0]?.name.value ?? ""] as const);
  const answers = members.filter(([, field]) => field === "answer");
  const [answer] = answers;
  if (!answer || answers.length > 1) throw oneAnswer();
  const query = queryOf(selected.get(answer[0]) ?? [], info);
  return { key: String(info.path.key), members, query: { ...query, variables } };
}
