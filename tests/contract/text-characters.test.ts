import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type CheckedClient, refusalOf } from "../testkit/hub/checked-client.js";
import { documentOf, mutationNames } from "../testkit/mutations/documents.js";
import { filledInput } from "../testkit/mutations/filled-inputs.js";
import { World } from "../testkit/world/world.js";

// Every text of every mutation's input, by its type: none is named here but those of several lines.

let world: World;
let operator: CheckedClient;

beforeAll(async () => {
  world = await World.start();
  operator = await world.operator;
});
afterAll(() => world.stop());

/** The texts that may have several lines, by the last part of their paths. */
const severalLines = [
  ...["about", "contact", "description", "interests", "note", "obstacle", "policy", "purpose"],
  ...["reason", "recommendation", "summary", "text", "body", "chain", "scope"],
];

/** True for a text of several lines; the text of an outcome by language is one. */
const hasLines = (path: string): boolean =>
  severalLines.includes(path.replace(/.*\./, "")) ||
  /\.(?:statement|descriptionText)\.\w+$/.test(path);

const withTexts = mutationNames.filter((name) => filledInput(name, "a").places.length > 0);

/** The texts of a mutation that are refused for their characters, and all its texts. */
async function refusedTexts(mutation: string, text: string) {
  const { input, places } = filledInput(mutation, text);
  const error = refusalOf(await operator.error(documentOf(mutation), { input }));
  const wrong = error.paths.filter((_, at) =>
    /must not contain|must be one line|well-formed|must consist of/.test(error.messages[at] ?? ""),
  );
  return { refused: [...new Set(wrong)].sort(), texts: [...new Set(places)].sort() };
}

describe("A text in an input", () => {
  it.each([
    ["characters that reorder it", "a\u202eb"],
    ["control characters", "a\u0007b"],
    ["NUL characters", "a\u0000b"],
  ])("is refused at its path with %s, in every mutation", async (_, text) => {
    for (const mutation of withTexts) {
      const { refused, texts } = await refusedTexts(mutation, text);
      // NUL is found before a list of texts is known to be one place.
      const places = refused.map((path) => (texts.includes(path) ? path : path.slice(0, -2)));
      expect({ mutation, refused: [...new Set(places)] }).toEqual({ mutation, refused: texts });
    }
  });

  it("is of one line if it is a name, a title, a key or a place, and else of several", async () => {
    for (const mutation of withTexts) {
      const { refused, texts } = await refusedTexts(mutation, "a\r\n\tb");
      const expected = texts.filter((path) => !hasLines(path));
      expect({ mutation, refused }).toEqual({ mutation, refused: expected });
    }
  });

  it("may be written from right to left, with the marks that this needs", async () => {
    for (const mutation of withTexts) {
      const { refused } = await refusedTexts(mutation, "\u200fمجلس\u200e (a)\u061c");
      // Keys and names of parameters are words of the programs that use them.
      const others = refused.filter((path) => !/key$|\.parameters\.\d+\.name$/i.test(path));
      expect({ mutation, refused: others }).toEqual({ mutation, refused: [] });
    }
  });
});
