import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Kind, type OperationDefinitionNode, parse, print } from "graphql";
import { projectFolder } from "../../../src/app/store.js";

/** The documents that portals, universities and coordinators send. */
const folders = ["schema/operations", "tests/acceptance", "bench/documents"];

const documents = folders.flatMap((folder) =>
  readdirSync(join(projectFolder(), folder))
    .filter((file) => file.endsWith(".graphql"))
    .map((file) => ({
      file: `${folder}/${file}`,
      document: parse(readFileSync(join(projectFolder(), folder, file), "utf8")),
    })),
);

/** Their queries. */
export const queries = documents.flatMap(({ file, document }) =>
  document.definitions
    .filter((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION)
    .filter(({ operation }) => operation === "query")
    .map((operation) => ({ name: `${file} ${operation.name?.value}`, document, operation })),
);

/** Values of the sample for the variables of those documents, by their names. */
const samples: Record<string, unknown> = {
  stage: "MARKETING",
  region: "36",
  code: "36.02",
  key: "kasepuhan-lebak",
  sector: "UNIVERSITY",
  level: "PROVINCE",
};

/** An id of the sample. */
export const someId = "5b7bcd37-6b19-5683-b6fe-66226f8d3bae";

/** What each variable that must be given is given. */
export function variablesOf({ variableDefinitions = [] }: OperationDefinitionNode) {
  const needed = variableDefinitions.filter(({ type }) => type.kind === Kind.NON_NULL_TYPE);
  return Object.fromEntries(
    needed.map(({ variable: { name }, type }) => {
      const text = print(type).replace(/[[\]!]/g, "");
      return [name.value, samples[name.value] ?? (text === "ID" ? someId : "kasepuhan-lebak")];
    }),
  );
}
