import type { HtmlTagDescriptor, Plugin } from "vite";

/** The names of a chunk and of all that it imports at once. */
function withImports(name: string, importsOf: (name: string) => readonly string[]): Set<string> {
  const found = new Set([name]);
  for (const each of found) for (const next of importsOf(each)) found.add(next);
  return found;
}

/**
 * Names the files of the shell in the page, so that they come while the first script is read: that one
 * imports them only as it runs.
 */
export function preloadShell(shell: string): Plugin {
  return {
    name: "preload-shell",
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle = {} }) => {
        const importsOf = (name: string) => {
          const file = bundle[name];
          return file?.type === "chunk" ? file.imports : [];
        };
        const start = Object.values(bundle).find(
          (file) => file.type === "chunk" && file.moduleIds.includes(shell),
        );
        if (!start) throw new Error(`${shell} is in no chunk`);
        return [...withImports(start.fileName, importsOf)]
          .filter((name) => !html.includes(name))
          .map(
            (name): HtmlTagDescriptor => ({
              tag: "link",
              attrs: { rel: "modulepreload", crossorigin: true, href: `/${name}` },
              injectTo: "head",
            }),
          );
      },
    },
  };
}
