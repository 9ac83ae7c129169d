import type { CodegenConfig } from "@graphql-codegen/cli";
import { addTypenameSelectionDocumentTransform } from "@graphql-codegen/client-preset";

/** The typed documents of one set, and their manifest. */
const typedDocuments: NonNullable<CodegenConfig["generates"]>[string] = {
  preset: "client",
  documentTransforms: [addTypenameSelectionDocumentTransform],
  presetConfig: {
    fragmentMasking: false,
    persistedDocuments: { mode: "embedHashInDocument", hashAlgorithm: "sha256" },
  },
  config: {
    documentMode: "string",
    useTypeImports: true,
    importExtension: ".js",
    emitLegacyCommonJSImports: false,
    enumType: "string-literal",
    scalars: {
      Date: "string",
      DateTime: "string",
      PartialDate: "string",
      Money: "string",
      Period: "string",
      Week: "string",
      Position: "number",
      JSON: "unknown",
    },
  },
};

/**
 * Typed documents and the manifest of trusted documents, from the committed schema and the portals'
 * documents, and from the console's. `npm run generate` writes them; a test fails when they are stale. Each selection has
 * `__typename`: a client cannot add it to a document that it sends by its id, and its cache needs it.
 */
const config: CodegenConfig = {
  schema: "schema/schema.graphql",
  generates: {
    "schema/typed/": { ...typedDocuments, documents: "schema/operations/*.graphql" },
    "src/console/generated/": { ...typedDocuments, documents: "src/console/**/*.graphql" },
  },
};

export default config;
