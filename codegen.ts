import type { CodegenConfig } from "@graphql-codegen/cli";
import { addTypenameSelectionDocumentTransform } from "@graphql-codegen/client-preset";

/**
 * Typed documents and the manifest of trusted documents, from the committed schema and the portals'
 * documents. `npm run generate` writes them; a test fails when they are stale. Each selection has
 * `__typename`: a client cannot add it to a document that it sends by its id, and its cache needs it.
 */
const config: CodegenConfig = {
  schema: "schema/schema.graphql",
  documents: "schema/operations/*.graphql",
  generates: {
    "schema/typed/": {
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
    },
  },
};

export default config;
