import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

/** An import of typed documents and types from the file that codegen writes. */
const importOfGenerated = /import (type )?\{([^}]*)\} from "([^"]*\/generated\/graphql)\.js";/g;

/** A declaration of that file that is a value: the class of documents, or a document. */
const declaration =
  /^export (?:class (\w+)[\s\S]*?^\}|const (\w+)[\s\S]*?\) as unknown as [^\n]*;)$/gm;

const separator = "?declaration=";
const theClass = "TypedDocumentString";

const importFrom = (file: string, name: string): string =>
  `import { ${name} } from ${JSON.stringify(`${file}${separator}${name}`)};`;

/** The imports of a module, each value of the generated file from its own module; types are left out. */
function importEach(code: string, importer: string): string {
  return code.replaceAll(importOfGenerated, (_, type: string | undefined, names: string, from) => {
    const file = join(dirname(importer), `${from}.ts`);
    const values = type ? [] : names.split(",").map((name) => name.trim());
    return values
      .filter((name) => name !== "" && !name.startsWith("type "))
      .map((name) => importFrom(file, name))
      .join("");
  });
}

/** The declarations of the generated file by their names. */
function declarationsIn(source: string): Map<string, string> {
  const found = [...source.matchAll(declaration)];
  return new Map(found.map(([text, ofClass, ofDocument]) => [ofClass ?? ofDocument ?? "", text]));
}

/** The module of one declaration; a document without its types and its indentation. */
function moduleOf(name: string, text: string, file: string): string {
  if (name === theClass) return text;
  const document = text.replace(/ as unknown as [^\n]*;$/, ";").replaceAll(/\n\s*/g, " ");
  return `${importFrom(file, theClass)}\n${document}`;
}

/**
 * Makes a module of each typed document. Codegen writes the documents of all pages into one file, and a
 * file is never divided between chunks: each page would load the documents of all others.
 */
export function documentModules(): Plugin {
  const read = new Map<string, Map<string, string>>();
  return {
    name: "document-modules",
    enforce: "pre",
    resolveId: (id) => (id.includes(separator) ? id : null),
    load(id) {
      const [file = "", name] = id.split(separator);
      if (name === undefined) return null;
      const found = read.get(file) ?? declarationsIn(readFileSync(file, "utf8"));
      read.set(file, found);
      const text = found.get(name);
      if (text === undefined) throw new Error(`${file} has no declaration ${name}`);
      return { code: moduleOf(name, text, file), moduleType: "ts", moduleSideEffects: false };
    },
    transform: {
      filter: { id: /\.tsx?$/, code: "/generated/graphql.js" },
      handler: (code, importer) => ({ code: importEach(code, importer), map: null }),
    },
  };
}
