// Builds the service worker, with the names of the files that it keeps.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";

/** What a tab needs without a line, beside what the page itself names. */
const withoutLine = [
  "session/provider.ts",
  "pages/home/home-page.tsx",
  "pages/assessments/assessment-page.tsx",
];

/** The files of entries of Vite's manifest, with those that they import at once. */
function filesOf(manifest, names) {
  const found = new Set(names);
  for (const name of found) for (const next of manifest[name]?.imports ?? []) found.add(next);
  return [...found].map((name) => `/${manifest[name].file}`);
}

/** The first parts of the addresses of pages, from their table. */
const addressesIn = (source) => [
  ...new Set([...source.matchAll(/^ {2}"\/([^"/]*)/gm)].map(([, first]) => first)),
];

/** The files that the page names; first the script that begins. */
function filesIn(page) {
  const [, script] = /<script[^>]* src="([^"]+)"/.exec(page);
  return [script, ...[...page.matchAll(/href="([^"]+)"/g)].map(([, name]) => name)];
}

/** Writes `service-worker.js` beside the page. */
export async function buildWorker(sources, built, version) {
  const manifest = JSON.parse(readFileSync(join(built, ".vite", "manifest.json"), "utf8"));
  const shell = filesIn(readFileSync(join(built, "index.html"), "utf8"));
  const files = [...new Set([...shell, ...filesOf(manifest, withoutLine)])];
  const pages = addressesIn(readFileSync(join(sources, "app", "pages.ts"), "utf8"));
  await build({
    configFile: false,
    root: sources,
    publicDir: false,
    logLevel: "warn",
    define: { built: JSON.stringify({ version, files, pages }) },
    build: {
      outDir: built,
      emptyOutDir: false,
      rolldownOptions: {
        input: join(sources, "worker", "service-worker.ts"),
        output: { entryFileNames: "service-worker.js", format: "iife" },
      },
    },
  });
}
