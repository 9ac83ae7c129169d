import {
  type GraphQLInputField,
  getNamedType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { type CheckedClient, refusalOf } from "../hub/checked-client.js";
import { type GraphqlClient, schema } from "../hub/index.js";

export type Input = Record<string, unknown>;

/** Every mutation's name. */
export const mutationNames = Object.keys(schema.getMutationType()?.getFields() ?? {});

/** The fields of a mutation's input. */
export function inputFieldsOf(mutation: string): GraphQLInputField[] {
  const type = getNamedType(schema.getMutationType()?.getFields()[mutation]?.args[0]?.type);
  return isInputObjectType(type) ? Object.values(type.getFields()) : [];
}

const documents = new Map<string, string>();

/** The mutations that create something, with an id of the client's if it sends one. */
export const creatingMutations = mutationNames.filter((mutation) =>
  inputFieldsOf(mutation).some(({ name, type }) => name === "id" && !isNonNullType(type)),
);

/** A mutation's document: its one input, and of the payload the position, texts, nouns' ids and versions. */
export function documentOf(mutation: string): string {
  const known = documents.get(mutation);
  if (known) return known;
  const field = schema.getMutationType()?.getFields()[mutation];
  const payload = field && getNamedType(field.type);
  if (!isObjectType(payload)) throw new Error(`There is no mutation ${mutation}`);
  const asked = Object.values(payload.getFields()).map(({ name, type }) =>
    isObjectType(getNamedType(type)) ? `${name} { id version }` : name,
  );
  const text = `mutation ($input: ${field?.args[0]?.type}) { ${mutation}(input: $input) { ${asked.join(" ")} } }`;
  documents.set(mutation, text);
  return text;
}

/** A mutation's answer: the noun's id and version, the position, and the payload as it came. */
export interface Written {
  id: string;
  version: number;
  position: number;
  payload: Record<string, unknown>;
}

/** Sends a mutation; an error is thrown with all that it says. */
export async function write(
  client: GraphqlClient,
  mutation: string,
  input: Input,
): Promise<Written> {
  const data = await client.data<Record<string, Record<string, unknown>>>(documentOf(mutation), {
    input,
  } as never);
  const payload = data[mutation] ?? {};
  const noun = Object.values(payload).findLast(
    (value): value is { id: string; version: number } =>
      typeof value === "object" && value !== null,
  );
  return {
    id: noun?.id ?? String(payload.removedId ?? ""),
    version: noun?.version ?? 0,
    position: Number(payload.position),
    payload,
  };
}

/** Sends a mutation, expects that it is refused, and gives the refusal. */
export async function refused(client: CheckedClient, mutation: string, input: Input) {
  return refusalOf(await client.error(documentOf(mutation), { input }));
}
