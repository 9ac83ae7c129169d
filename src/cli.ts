import { runOnNewNode } from "./platform/node-version.js";

await runOnNewNode("npm run -s rembuk -- …", () => import("./commands.js"));
