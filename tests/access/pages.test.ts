import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { fieldsPage, withNouns } from "../../src/app/access-reference/access-pages.js";
import { addresses } from "../../src/app/access-reference/decisions.js";
import { staleDecisions } from "../../src/app/access-reference/field-rules.js";
import { fileRoutes } from "../../src/app/files/routes/index.js";
import { hubSchema } from "../../src/app/schema.js";
import { projectFolder } from "../../src/app/store.js";
import { parseConfig } from "../../src/platform/config.js";
import { documentedMutations } from "../testkit/access/rights-page.js";
import { mutationNames } from "../testkit/mutations/documents.js";

const read = (page: string) => readFileSync(join(projectFolder(), "docs", page), "utf8");

describe("The pages of access", () => {
  it("have a row for every field, as the code has it (npm run generate)", async () => {
    expect(read("reference/access/fields.md")).toBe(fieldsPage(await hubSchema()));
  });

  it("have a row for every noun, as the code has it (npm run generate)", async () => {
    await hubSchema();
    const page = read("access.md");
    expect(withNouns(page)).toBe(page);
  });

  it("have a row for every mutation, each in one table that is tried", () => {
    expect(documentedMutations().toSorted()).toEqual(mutationNames.toSorted());
  });

  it("have a row for every address that sends data", () => {
    const routes = Object.entries(fileRoutes({ config: parseConfig({}) } as never));
    const downloads = routes.filter(([, methods]) => "GET" in methods).map(([path]) => path);
    expect(Object.keys(addresses).toSorted()).toEqual(["/minutes/", ...downloads].toSorted());
  });

  it("decide on nothing that is not there", async () => {
    await hubSchema();
    expect(staleDecisions()).toEqual([]);
  });
});
