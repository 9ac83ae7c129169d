import { existsSync } from "node:fs";
import { copyFile, cp, mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { projectFolder } from "../../src/app/store.js";
import { output } from "./commands.js";
import { type Docker, NoDocker } from "./docker.js";

/** Where the recipes of the stand-ins lie. */
const recipes = join(projectFolder(), "tests", "image", "stand-ins");

/** The packages of each Debian that stands in for something; `sid` is the one that has Postgres 18. */
const packages = {
  bookworm: [],
  sid: ["postgresql-18", "nats-server", "wget", "docker-compose"],
};
type Suite = keyof typeof packages;

/** Where Debian's package puts Compose, within its file system and without the first slash. */
const composeProgram = "usr/libexec/docker/cli-plugins/docker-compose";

/** Makes the file system of a Debian, from its packages, and an image of it. */
async function makeDebian(docker: Docker, suite: Suite): Promise<void> {
  const image = `rembuk-stand-in/${suite}`;
  if ((await docker.ran("image", "inspect", image)).code === 0) return;
  const root = join(docker.folder, suite);
  const included = packages[suite].join(",");
  const flags = ["--variant=minbase", ...(included ? [`--include=${included}`] : [])];
  await output(["debootstrap", ...flags, suite, root]);
  const compose = join(root, composeProgram);
  if (existsSync(compose)) {
    await mkdir(join(docker.folder, "client", "cli-plugins"), { recursive: true });
    await copyFile(compose, join(docker.folder, "client", "cli-plugins", "docker-compose"));
  }
  const imported = 'tar -C "$0" -c . | docker import - "$1"';
  await output(["sh", "-c", imported, root, image], docker.options());
  await rm(root, { recursive: true });
}

/** Sees to it that `docker compose` is there. */
export async function makeCompose(docker: Docker): Promise<void> {
  if ((await docker.ran("compose", "version")).code !== 0) await makeDebian(docker, "sid");
  const { code, stderr } = await docker.ran("compose", "version");
  if (code !== 0) throw new NoDocker(`\`docker compose\` cannot be started: ${stderr}`);
}

/** Puts this machine's own Node, npm and certificates beside the recipes. */
async function addNode(context: string): Promise<void> {
  const npm = await output(["sh", "-c", 'readlink -f "$(command -v npm)"']);
  await copyFile(process.execPath, join(context, "node"));
  await cp(dirname(dirname(npm)), join(context, "npm"), { recursive: true });
  const certificates = process.env.NODE_EXTRA_CA_CERTS ?? "/etc/ssl/certs/ca-certificates.crt";
  await copyFile(certificates, join(context, "ca.crt"));
}

async function makeStandIn(docker: Docker, name: string, image: string): Promise<void> {
  await makeDebian(docker, name === "node" ? "bookworm" : "sid");
  const context = join(docker.folder, "context");
  await cp(recipes, context, { recursive: true });
  if (name === "node") await addNode(context);
  const recipe = join(context, `${name}.Dockerfile`);
  await docker.output("build", "--quiet", "--tag", image, "--file", recipe, context);
  await rm(context, { recursive: true });
}

/** The images that the Dockerfile and the compose file name, by what is in them. */
async function namedImages(): Promise<[name: string, image: string][]> {
  const files = ["Dockerfile", "docker-compose.yml"].map((name) => join(projectFolder(), name));
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  const [, node] = /^ARG NODE_IMAGE=(\S+)$/m.exec(texts[0] ?? "") ?? [];
  const others = [...(texts[1] ?? "").matchAll(/^ +image: ([a-z]+:\S+)$/gm)].map(
    ([, image]) => image,
  );
  return [...new Set([node, ...others])]
    .filter((image) => image !== undefined)
    .map((image) => [image.slice(0, image.indexOf(":")), image]);
}

/** Gets the images that are built upon: from a registry, and where none can be reached, stand-ins. */
export async function makeImages(docker: Docker, say: (line: string) => void): Promise<void> {
  for (const [name, image] of await namedImages()) {
    if ((await docker.ran("image", "inspect", image)).code === 0) continue;
    const isPulled = (await docker.ran("pull", "--quiet", image)).code === 0;
    if (!isPulled) await makeStandIn(docker, name, image);
    say(
      `${image}: ${isPulled ? "from its registry" : "a stand-in, as no registry can be reached"}`,
    );
  }
}

/** Whether a container reaches the registry of npm, from which the image's packages come. */
export async function checkRegistry(docker: Docker): Promise<void> {
  const [, node] = (await namedImages()).find(([name]) => name === "node") ?? [];
  const asked =
    'fetch("https://registry.npmjs.org/graphql").then(({ ok }) => process.exit(ok ? 0 : 1))';
  const { code, stderr } = await docker.ran("run", "--rm", node ?? "", "node", "--eval", asked);
  if (code !== 0)
    throw new NoDocker(`no container reaches npm's registry: ${stderr.slice(0, 500)}`);
}
