import { join } from "node:path";

type Modules = { getModuleInfo(id: string): { importedIds: readonly string[] } | null };

/** Names the chunk of a module; null leaves it to the pages that use it. */
type Naming = (id: string, modules: Modules) => string | null;

const importsOf = (id: string, modules: Modules): readonly string[] =>
  modules.getModuleInfo(id)?.importedIds ?? [];

/** What the bundler and Vite add of their own: a file each without this. */
const isRuntime = (id: string): boolean => /^\0(?:rolldown|vite)\//.test(id);

/** All that one module imports at once, directly or not, with itself. */
function reachedFrom(start: string): (modules: Modules) => ReadonlySet<string> {
  let reached: Set<string> | undefined;
  return (modules) => {
    if (reached) return reached;
    reached = new Set([start]);
    for (const id of reached) for (const next of importsOf(id, modules)) reached.add(next);
    return reached;
  };
}

/** Parts of pages, in the folders of what pages share, that need no library beyond the shell's. */
function lightParts(shell: (modules: Modules) => ReadonlySet<string>): Naming {
  const shared = /\/console\/(?:parts|language|session)\/|\/member-names\.json$/;
  const known = new Map<string, boolean>();
  const isLight = (id: string, modules: Modules): boolean => {
    if (shell(modules).has(id)) return true;
    const found = known.get(id) ?? !id.includes("/node_modules/");
    if (known.has(id) || !found) return found;
    known.set(id, true);
    known.set(
      id,
      importsOf(id, modules).every((next) => isLight(next, modules)),
    );
    return known.get(id) === true;
  };
  return (id, modules) => (shared.test(id) && isLight(id, modules) ? "parts" : null);
}

/**
 * The chunks that several pages share. Each file is a request, and on a slow line each request takes its
 * time, so that small modules lie together: what begins the session (`start`), what stands around every page
 * (`shell`), and the light parts of pages (`parts`). All else is divided by the pages that use it.
 */
export function sharedChunks(
  console: string,
): { debugName: string; name: Naming; priority: number }[] {
  const start = reachedFrom(join(console, "main.ts"));
  const shell = reachedFrom(join(console, "app", "show.tsx"));
  return [
    {
      debugName: "start",
      name: (id, modules) => (isRuntime(id) || start(modules).has(id) ? "start" : null),
      priority: 3,
    },
    {
      debugName: "shell",
      name: (id, modules) => (shell(modules).has(id) ? "shell" : null),
      priority: 2,
    },
    { debugName: "parts", name: lightParts(shell), priority: 1 },
  ];
}
