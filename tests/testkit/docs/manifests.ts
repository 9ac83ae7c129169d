import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { operationsFolder } from "../metrics/operations-files.js";

/** The folder of the manifests. */
export const folder = join(operationsFolder, "kubernetes");

/** A value of a manifest, of which only what a test names is looked at. */
// biome-ignore lint/suspicious/noExplicitAny: manifests have the types of Kubernetes, which are no package here.
export type Tree = any;

/** A document of a file. */
interface Manifest {
  file: string;
  tree: Tree;
}

/** The YAML files in it. */
export const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".yaml"),
);

/** The documents of a file, read as Kubernetes does: 0440 is octal. Throws where it is no YAML. */
export const readTrees = (file: string): Tree[] =>
  parseAllDocuments(readFileSync(join(folder, file), "utf8"), { version: "1.1" }).map(
    (document: Tree) => {
      if (document.errors.length > 0) throw document.errors[0];
      return document.toJS();
    },
  );

/** Everything that the files declare. */
export const manifests: Manifest[] = files.flatMap((file) =>
  readTrees(file).map((tree) => ({ file, tree })),
);

/** The manifests of a kind. */
export const ofKind = (kind: string): Tree[] =>
  manifests.filter(({ tree }) => tree.kind === kind).map(({ tree }) => tree);

/** The pods of whole workloads; patches have no selector and no restart policy. */
export const workloads: Tree[] = ["Deployment", "StatefulSet", "Job"]
  .flatMap(ofKind)
  .filter(({ spec }) => spec.template.spec.securityContext);

/** The containers of everything that has some, of patches too. */
export const containersOf = ({ spec }: Tree): Tree[] => [
  ...(spec.template.spec.initContainers ?? []),
  ...spec.template.spec.containers,
];
