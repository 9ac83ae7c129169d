import { rm } from "node:fs/promises";
import { parseArgs } from "node:util";
import { composeChecks } from "./compose-checks.js";
import { Docker, NoDocker } from "./docker.js";
import { faultChecks } from "./fault-checks.js";
import { imageChecks } from "./image-checks.js";
import { checkRegistry, makeCompose, makeImages } from "./images.js";
import { Scene } from "./scene.js";

// Builds the image and runs docker-compose.yml as an operator does, with a Docker of its own: npm run image.
// Images are kept in the folder for the next run; --clean removes it. Where Docker cannot run it says so and ends
// with 0; it ends with 1 where a check does not hold.
const { values: given } = parseArgs({
  options: {
    folder: { type: "string", default: "/var/tmp/rembuk-image" },
    clean: { type: "boolean", default: false },
  },
});

/** In their order: later checks find what earlier ones have left. */
const checks = { ...imageChecks, ...composeChecks, ...faultChecks };

const say = (line: string): void => console.log(line);

/** Runs the checks one after the other; gives the number of those that do not hold. */
async function wrongOf(scene: Scene): Promise<number> {
  let wrong = 0;
  for (const [name, check] of Object.entries(checks)) {
    const begin = performance.now();
    const complaint = await check(scene).then(
      () => undefined,
      (error: Error) => error.message,
    );
    const took = `${((performance.now() - begin) / 1000).toFixed(1)} s`;
    say(
      complaint === undefined
        ? `holds: ${name} (${took})`
        : `WRONG: ${name} (${took})\n${complaint}`,
    );
    if (complaint === undefined) continue;
    wrong += 1;
    say((await scene.ran("ps", "--all")).stdout);
    say((await scene.ran("logs", "--no-color", "--tail", "20")).stdout);
  }
  return wrong;
}

/** Gets what the image is built upon. That it cannot be had says nothing of the image. */
async function makeMeans(docker: Docker): Promise<void> {
  try {
    await makeCompose(docker);
    await makeImages(docker, say);
    await checkRegistry(docker);
  } catch (error) {
    throw error instanceof NoDocker ? error : new NoDocker(String(error));
  }
}

/** Builds and checks; gives the exit code. */
async function run(docker: Docker): Promise<number> {
  await makeMeans(docker);
  const scene = await Scene.make(docker);
  try {
    const wrong = await wrongOf(scene);
    say(wrong === 0 ? "all checks hold" : `${wrong} checks do not hold`);
    return wrong === 0 ? 0 : 1;
  } finally {
    await scene.close();
  }
}

let docker: Docker | undefined;
try {
  docker = await Docker.start(given.folder);
  process.exitCode = await run(docker);
} catch (error) {
  if (!(error instanceof NoDocker)) throw error;
  say(`NO DOCKER: the image and the compose file are not tried: ${error.message}`);
} finally {
  await docker?.stop();
  if (given.clean) await rm(given.folder, { recursive: true, force: true });
}
