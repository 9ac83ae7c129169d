import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { makeApiKey } from "../../src/access/api-key.js";
import { credentialsOf } from "../../src/access/credentials.js";
import { HubError } from "../../src/platform/errors.js";
import { expectRefusal } from "../testkit/access/token-refusal.js";
import { anyText } from "../testkit/random/any-text.js";

const sent = (authorization: unknown[], apiKey: unknown[] = []) =>
  credentialsOf({ authorization, apiKey });

const sending = async (authorization: unknown[], apiKey: unknown[] = []) =>
  sent(authorization, apiKey);

describe("The credentials of a request", () => {
  it("are none when none is sent", () => {
    expect(sent([])).toEqual([]);
  });

  it("are that of the Bearer scheme, in any case", () => {
    for (const header of [
      "Bearer a.b-c_d",
      "bearer a.b-c_d",
      "BEARER   a.b-c_d",
      " Bearer a.b-c_d ",
    ])
      expect(sent([header])).toEqual(["a.b-c_d"]);
    expect(sent(["Bearer YQ=="])).toEqual(["YQ=="]);
    const { secret } = makeApiKey();
    expect(sent([`Bearer ${secret}`])).toEqual([secret]);
  });

  it("are both of Authorization and X-API-Key, that of Authorization first", () => {
    expect(sent(["Bearer token"], ["key"])).toEqual(["token", "key"]);
    expect(sent([], ["key"])).toEqual(["key"]);
    expect(sent(["Bearer same"], ["same"])).toEqual(["same"]);
  });

  it("may be repeated, but not with different values", async () => {
    expect(sent(["Bearer one", "Bearer one"], ["key", "key"])).toEqual(["one", "key"]);
    for (const values of [
      ["Bearer one", "Bearer two"],
      ["Bearer one", "Basic YTpi"],
    ]) {
      await expectRefusal(sending(values), "UNAUTHENTICATED", /several times/);
    }
    await expectRefusal(sending([], ["one", "two"]), "UNAUTHENTICATED", /X-API-Key.*several times/);
  });

  it.each(["Bearer", "Basic YTpi", "Bearer a b", "Bearer a, Bearer b", "Bearera", "Token a"])(
    "are refused as %j",
    async (header) => {
      await expectRefusal(sending([header]), "UNAUTHENTICATED", /must be `Bearer`/);
    },
  );

  it.each([
    ["an empty text", ""],
    ["blanks", "  "],
    ["null", null],
    ["a number", 5],
    ["false", false],
    ["a list", ["Bearer token"]],
    ["an object", { Authorization: "Bearer token" }],
  ])("are refused as %s, and make nobody a visitor", async (_, value) => {
    for (const values of [[value], [value, "Bearer token"]]) {
      await expectRefusal(sending(values), "UNAUTHENTICATED", /^Authorization must be a text/);
      await expectRefusal(sending(["Bearer a"], values), "UNAUTHENTICATED", /^X-API-Key must be/);
    }
  });

  it("are read or refused, whatever they hold", () => {
    const readOrRefused = (value: unknown) => {
      try {
        return sent([value], [value]).length > 0;
      } catch (error) {
        return error instanceof HubError && error.code === "UNAUTHENTICATED";
      }
    };
    const values = fc.oneof(
      anyText(),
      fc.string().map((rest) => `Bearer ${rest}`),
      fc.jsonValue(),
    );
    fc.assert(fc.property(values, readOrRefused));
  });
});
