import "reflect-metadata";
import { join } from "node:path";
import { projectFolder } from "../../../src/app/store.js";
import { TestBrowser } from "../../testkit/console/test-browser.js";
import { TestHub } from "../../testkit/hub/index.js";
import globalSetup from "../../testkit/postgres/global-setup.js";
import globalTeardown from "../../testkit/postgres/global-teardown.js";
import { World } from "../../testkit/world/world.js";
import { Camera } from "./camera.js";
import { takeDashboard } from "./dashboard/picture.js";
import { takePictures } from "./guides.js";
import { setTheScene } from "./scene.js";

// Takes the pictures of the guides from the console as it is, in both languages: npm run pictures
// and that of the operators' dashboard: npm run pictures -- dashboard

async function takeGuides(): Promise<void> {
  const world = new World(await TestHub.start("sample", { CONSOLE: "on" }));
  const browser = await TestBrowser.start();
  try {
    const scene = await setTheScene(world);
    for (const language of ["id", "en"] as const) {
      const camera = new Camera(join(projectFolder(), "docs", "pictures", "guides", language));
      await takePictures(language, scene, { browser, camera });
    }
  } finally {
    await browser.stop();
    await world.stop();
  }
}

await globalSetup();
try {
  await (process.argv[2] === "dashboard" ? takeDashboard() : takeGuides());
} finally {
  await globalTeardown();
}
process.exit(0);
