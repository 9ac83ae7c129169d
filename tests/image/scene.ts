import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../bench/free-port.js";
import { projectFolder } from "../../src/app/store.js";
import { makeSigner, type Signer, startIssuer } from "../testkit/access/local-issuer.js";
import { audience, signedToken } from "../testkit/access/signed-tokens.js";
import type { Ran } from "./commands.js";
import type { Docker } from "./docker.js";

type Issuer = Awaited<ReturnType<typeof startIssuer>>;

const password = () => randomBytes(12).toString("hex");

/** The compose file as an operator runs it, with an identity provider on this machine. */
export class Scene {
  private readonly profiles = new Set<string>();
  private files = [join(projectFolder(), "docker-compose.yml")];

  private constructor(
    readonly docker: Docker,
    /** A folder for files of the operator's own. */
    readonly folder: string,
    /** What stands in the operator's `.env`. */
    readonly settings: Record<string, string>,
    private readonly issuer: Issuer,
    private readonly signer: Signer,
  ) {}

  static async make(docker: Docker): Promise<Scene> {
    const issuer = await startIssuer(await docker.gateway());
    const signer = await makeSigner("ES256", "image");
    issuer.state.keys.push(signer.publicJwk);
    const settings = {
      ...{ POSTGRES_PASSWORD: password(), OWNER_PASSWORD: password(), HUB_PASSWORD: password() },
      ...{ OIDC_ISSUER: issuer.url, OIDC_AUDIENCE: audience },
      REMBUK_IMAGE: "rembuk:tried",
      HUB_PORT: String(await freePort()),
      HUB_2_PORT: String(await freePort()),
      HUB_3_PORT: String(await freePort()),
    };
    const folder = await mkdtemp(join(tmpdir(), "rembuk-image-"));
    const scene = new Scene(docker, folder, settings, issuer, signer);
    await scene.writeSettings();
    return scene;
  }

  /** Writes `.env` anew, with these settings too. */
  async writeSettings(added: Record<string, string> = {}): Promise<void> {
    Object.assign(this.settings, added);
    const lines = Object.entries(this.settings).map(([name, value]) => `${name}=${value}\n`);
    await writeFile(join(this.folder, ".env"), lines.join(""));
  }

  /** Lays a file over the compose file, as `docker-compose.override.yml` does. */
  async override(text: string): Promise<void> {
    const file = join(this.folder, "docker-compose.override.yml");
    await writeFile(file, text);
    this.files = [this.files[0] as string, file];
  }

  /** Runs `docker compose` in the project. */
  ran(...args: string[]): Promise<Ran> {
    return this.docker.ran(...this.composed(args));
  }

  /** Runs `docker compose`, which must succeed; gives what it prints. */
  output(...args: string[]): Promise<string> {
    return this.docker.output(...this.composed(args));
  }

  /** Starts what is not there or has changed, with the profiles of this and of earlier calls. */
  async up(...profiles: string[]): Promise<void> {
    for (const profile of profiles) this.profiles.add(profile);
    await this.output("up", "--detach", "--wait", "--wait-timeout", "600");
  }

  /** Runs a shell command in the container of a service. */
  inside(service: string, command: string): Promise<Ran> {
    return this.ran("exec", "--no-TTY", service, "sh", "-c", command);
  }

  /** The name of a service's container. */
  container(service: string): Promise<string> {
    return this.output("ps", "--all", "--quiet", service);
  }

  /** A field of a service's container. */
  async inspected<T>(service: string, path: string): Promise<T> {
    return this.docker.inspected<T>(await this.container(service), path);
  }

  /** The address of a hub. */
  url(port: "HUB_PORT" | "HUB_2_PORT" | "HUB_3_PORT" = "HUB_PORT"): string {
    return `http://127.0.0.1:${this.settings[port]}`;
  }

  /** Asks a hub, as the platform's operator. */
  async ask<T>(query: string, url = this.url()): Promise<T> {
    const person = {
      email: "operator@rembuk.example",
      email_verified: true,
      rembuk_operator: true,
    };
    const token = await signedToken(this.issuer.url, this.signer, person);
    const answer = await fetch(new URL("/graphql", url), {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await answer.json()) as { data: T; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  async close(): Promise<void> {
    await this.ran("down", "--volumes", "--timeout", "30");
    await this.issuer.close();
    await rm(this.folder, { recursive: true });
  }

  private composed(args: readonly string[]): string[] {
    const files = this.files.flatMap((file) => ["--file", file]);
    const place = ["--project-directory", projectFolder(), "--project-name", "rembuk-tried"];
    const profiles = [...this.profiles].flatMap((profile) => ["--profile", profile]);
    const settings = ["--env-file", join(this.folder, ".env")];
    return ["compose", ...files, ...place, ...profiles, ...settings, ...args];
  }
}
