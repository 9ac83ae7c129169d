import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Documents } from "../../src/app/graphql/documents/documents.js";
import { readManifest } from "../../src/app/graphql/documents/manifest.js";
import { OperationValidator } from "../../src/app/graphql/operation-validator.js";
import { hubSchema } from "../../src/app/schema.js";
import { projectFolder } from "../../src/app/store.js";
import { ConfigError, parseConfig } from "../../src/platform/config.js";
import { TestHub } from "../testkit/hub/index.js";
import { startTinyHub } from "../testkit/protocol/tiny-hub.js";
import { idOf, manifestOf, sha256 } from "../testkit/protocol/wire-forms.js";

describe("The manifest of trusted documents", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "rembuk-manifests-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function file(name: string, content: unknown): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
    return path;
  }

  const faultsOf = async (...paths: string[]): Promise<readonly string[]> => {
    const error = await readManifest(paths).catch((thrown: unknown) => thrown);
    return error instanceof ConfigError ? error.faults : [`${error}`];
  };

  it("is read in the forms of Code Generator's client preset and of Apollo, from files and folders", async () => {
    const [one, two, three] = ["{ one }", "{ two }", "{ three }"] as const;
    await mkdir(join(folder, "portals"), { recursive: true });
    await file("portals/preset.json", { [idOf(one)]: one });
    await file("portals/plain.json", { [sha256(three)]: three });
    await file("portals/notes.txt", "not a manifest");
    const apollo = await file("apollo.json", {
      format: "apollo-persisted-query-manifest",
      version: 1,
      operations: [{ id: sha256(two), name: "Two", type: "query", body: two }],
    });
    const manifest = await readManifest([join(folder, "portals"), apollo]);
    expect([...manifest].map(([hash, { text }]) => [hash, text]).sort()).toEqual(
      [one, two, three].map((text) => [sha256(text), text]).sort(),
    );
  });

  it("is refused with the name of each fault", async () => {
    const wrong = await file("wrong.json", { [idOf("{ one }")]: "{ two }", abc: "{ three }" });
    const list = await file("list.json", ["{ one }"]);
    const broken = await file("broken.json", "{");
    const empty = join(folder, "empty");
    await mkdir(empty);
    expect(await faultsOf(wrong, list, empty)).toEqual([
      `DOCUMENTS_MANIFEST: ${wrong}: ${idOf("{ one }")}: the SHA-256 of its text is ${sha256("{ two }")}`,
      `DOCUMENTS_MANIFEST: ${wrong}: abc: the SHA-256 of its text is ${sha256("{ three }")}`,
      `DOCUMENTS_MANIFEST: ${list}: it must be an object of texts by their ids, or an apollo-persisted-query-manifest of version 1`,
      `DOCUMENTS_MANIFEST: ${empty}: the folder has no file that ends in .json`,
    ]);
    expect(await faultsOf(broken)).toEqual([
      expect.stringMatching(/^DOCUMENTS_MANIFEST: .*broken\.json: .*JSON/),
    ]);
    expect(await faultsOf(join(folder, "absent.json"))).toEqual([
      expect.stringMatching(/^DOCUMENTS_MANIFEST: .*absent\.json: ENOENT/),
    ]);
  });

  it("keeps a hub from starting whose schema its documents do not match", async () => {
    const [unknown, broken] = ["{ nothing }", "{ broken"] as const;
    const manifest = manifestOf("{ language }", unknown, broken);
    await expect(startTinyHub({}, { manifest })).rejects.toMatchObject({
      faults: [
        `DOCUMENTS_MANIFEST: portal.json: ${idOf(unknown)}: Cannot query field "nothing" on type "Query".`,
        `DOCUMENTS_MANIFEST: portal.json: ${idOf(broken)}: Syntax Error: Expected Name, found <EOF>.`,
      ],
    });
  });

  it("has only valid documents where it comes with the hub, which takes them unchecked at its start", async () => {
    const shipped = ["schema/typed", "src/console/generated"].map((place) =>
      join(projectFolder(), place, "persisted-documents.json"),
    );
    const [schema, config] = [await hubSchema(), parseConfig({ NODE_ENV: "test" })];
    const manifest = await readManifest(shipped);
    expect(manifest.size).toBeGreaterThan(100);
    const open = () => Documents.open("trusted", manifest, new OperationValidator(schema, config));
    expect(open).not.toThrow();
  });

  it("is the shipped one unless another is set, and each of its documents is what its id says", async () => {
    const shipped = join(projectFolder(), "schema", "typed", "persisted-documents.json");
    const manifest = await readManifest([shipped]);
    expect(manifest.size).toBeGreaterThan(30);
    const hub = await TestHub.start("regions", { DOCUMENTS: "trusted" });
    try {
      const [hash] = [...manifest].find(([, { text }]) => /^query WhoAmI\b/.test(text)) ?? [];
      const headers = { "content-type": "application/json" };
      const send = (body: object) =>
        fetch(hub.url, { method: "POST", headers, body: JSON.stringify(body) });
      const known = await send({ documentId: `sha256:${hash}` });
      expect(await known.json()).toHaveProperty("data.viewer");
      expect((await send({ query: "{ viewer { __typename } }" })).status).toBe(400);
    } finally {
      await hub.stop();
    }
  });
});
