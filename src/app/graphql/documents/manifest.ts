import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { textHash } from "../../../ledger/index.js";
import { ConfigError } from "../../../platform/config.js";
import type { Manifest, ManifestEntry } from "../../port.js";

/** The manifest of GraphQL Code Generator's client preset: texts by their ids. */
const presetForm = z.record(z.string(), z.string());

/** The manifest of Apollo's `generate-persisted-query-manifest`. */
const apolloForm = z.object({
  format: z.literal("apollo-persisted-query-manifest"),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), body: z.string() })),
});

/** The ids and texts of a manifest in either form; undefined for anything else. */
function entriesOf(content: unknown): (readonly [id: string, text: string])[] | undefined {
  const apollo = apolloForm.safeParse(content);
  if (apollo.success) return apollo.data.operations.map(({ id, body }) => [id, body]);
  const preset = presetForm.safeParse(content);
  return preset.success ? Object.entries(preset.data) : undefined;
}

/** The files of a path: itself, or the JSON files of a folder. */
async function filesOf(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => name.endsWith(".json")).sort();
  return names.map((name) => join(path, name));
}

class ManifestReader {
  readonly documents = new Map<string, ManifestEntry>();
  readonly faults: string[] = [];

  async read(path: string, isShipped: boolean): Promise<void> {
    try {
      const files = await filesOf(path);
      if (files.length === 0) this.report(path, "the folder has no file that ends in .json");
      for (const file of files) this.add(file, await readFile(file, "utf8"), isShipped);
    } catch (error) {
      this.report(path, error instanceof Error ? error.message : String(error));
    }
  }

  private add(file: string, json: string, isShipped: boolean): void {
    const entries = entriesOf(JSON.parse(json));
    if (!entries) {
      this.report(
        file,
        "it must be an object of texts by their ids, or an apollo-persisted-query-manifest of version 1",
      );
    }
    for (const [id, text] of entries ?? []) {
      const hash = textHash(text);
      if (id.replace(/^sha256:/, "") === hash) this.documents.set(hash, { text, file, isShipped });
      else this.report(file, `${id}: the SHA-256 of its text is ${hash}`);
    }
  }

  private report(where: string, what: string): void {
    this.faults.push(`DOCUMENTS_MANIFEST: ${where}: ${what}`);
  }
}

/**
 * Reads the manifests of trusted documents: files, or folders of files, and those that come with the hub.
 * @throws ConfigError naming every fault: what cannot be read, and each id that is not its text's hash.
 */
export async function readManifest(
  paths: readonly string[],
  shipped: readonly string[] = [],
): Promise<Manifest> {
  const reader = new ManifestReader();
  for (const path of shipped) await reader.read(path, true);
  for (const path of paths) await reader.read(path, false);
  if (reader.faults.length > 0) throw new ConfigError(reader.faults);
  return reader.documents;
}
