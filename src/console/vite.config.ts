import { join } from "node:path";
import { defineConfig } from "vite";
import { sharedChunks } from "./build/chunks.js";
import { documentModules } from "./build/document-modules.js";
import { preloadShell } from "./build/preload-shell.js";

// The build of the console: `npm run build:console`, which writes `dist/console`.
export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  publicDir: "public",
  plugins: [documentModules(), preloadShell(join(import.meta.dirname, "app", "show.tsx"))],
  build: {
    outDir: "../../dist/console",
    emptyOutDir: true,
    // Below `/console/`, where no other address of the hub lies.
    assetsDir: "console",
    // What imports what, for the service worker.
    manifest: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    // One file of styles, 8 kB: smaller ones cost a request each before a page shows.
    cssCodeSplit: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: sharedChunks(import.meta.dirname),
        },
      },
      // Libraries mark their modules for servers that render; here there is none.
      onLog: (level, log, handle) => {
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") handle(level, log);
      },
    },
  },
});
