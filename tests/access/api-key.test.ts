import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { makeApiKey, parseApiKey, sameHash } from "../../src/access/api-key.js";
import { anyText } from "../testkit/random/any-text.js";

describe("An organisation's API key", () => {
  it("is found by its prefix and proved by the hash of the whole", () => {
    const { prefix, secret, hash } = makeApiKey();
    expect(secret).toMatch(new RegExp(`^rbk_${prefix}_[A-Za-z0-9_-]{49}$`));
    expect(prefix).toMatch(/^[0-9A-Za-z]{12}$/);
    expect(hash).toBe(createHash("sha256").update(secret).digest("hex"));
    expect(parseApiKey(secret)).toEqual({ prefix, hash });
  });

  it("is unlike every other", () => {
    const keys = Array.from({ length: 500 }, makeApiKey);
    expect(new Set(keys.map((key) => key.prefix)).size).toBe(500);
    expect(new Set(keys.map((key) => key.hash)).size).toBe(500);
  });

  it("is not taken when one character was mistyped, left out or added", () => {
    const { secret } = makeApiKey();
    for (let at = 0; at < secret.length; at += 1) {
      const [before, after] = [secret.slice(0, at), secret.slice(at + 1)];
      const wrong = secret[at] === "x" ? "y" : "x";
      expect(parseApiKey(`${before}${wrong}${after}`)).toBeUndefined();
      expect(parseApiKey(before + after)).toBeUndefined();
    }
    for (const text of [`${secret}x`, `${secret}\n`, ` ${secret}`, secret.toUpperCase()]) {
      expect(parseApiKey(text)).toBeUndefined();
    }
  });

  it("is not seen in other text", () => {
    const texts = fc.oneof(
      anyText(),
      fc.string().map((rest) => `rbk_${rest}`),
    );
    fc.assert(fc.property(texts, (text) => parseApiKey(text) === undefined));
  });
});

describe("Two hashes", () => {
  it("are the same only when every character is, whatever their lengths", () => {
    const { hash } = makeApiKey();
    expect(sameHash(hash, `${hash}`)).toBe(true);
    for (const other of ["", hash.slice(1), `${hash}0`, makeApiKey().hash, "é".repeat(32)]) {
      expect(sameHash(hash, other)).toBe(false);
      expect(sameHash(other, hash)).toBe(false);
    }
  });
});
