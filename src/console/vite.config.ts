import { defineConfig } from "vite";

// The build of the console: `npm run build:console`, which writes `dist/console`.
export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  publicDir: "public",
  build: {
    outDir: "../../dist/console",
    emptyOutDir: true,
    // Below `/console/`, where no other address of the hub lies.
    assetsDir: "console",
    target: "es2022",
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      // Libraries mark their modules for servers that render; here there is none.
      onLog: (level, log, handle) => {
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") handle(level, log);
      },
    },
  },
});
