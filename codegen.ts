import type { CodegenConfig } from "@graphql-codegen/cli";

/**
 * Typed documents and the manifest of trusted documents, from the committed schema and the portals'
 * documents. `npm run generate` writes them; a test fails when they are stale.
 */
const config: CodegenConfig = {
  schema: "schema/schema.graphql",
  documents: "schema/operations/*.graphql",
  generates: {
    "schema/typed/": {
      preset: "client",
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
          Position: "number",
          JSON: "unknown",
        },
      },
    },
  },
};

export default config;
