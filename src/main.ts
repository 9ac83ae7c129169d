import { runOnNewNode } from "./platform/node-version.js";

await runOnNewNode("npm start", () => import("./serve.js"));
