import { describe, expect, it } from "@jest/globals";
import { actions } from "../../src/access/index.js";
import { allPermissions } from "./permissions.js";

describe("Closed by default", () => {
  it("every action has exactly one policy", async () => {
    const permissions = await allPermissions();
    expect(permissions.map(({ action }) => action).sort()).toEqual([...actions].sort());
  });
});
