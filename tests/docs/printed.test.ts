import { describe, expect, it } from "@jest/globals";
import { asPrinted, parsePrinted } from "../testkit/docs/printed.js";
import { printedJson } from "../testkit/docs/updates.js";

const idOfPage = "01a20327-4922-7175-aece-06415e1a93c4";
const idOfRun = "01a21111-4922-7175-aece-06415e1a93c4";

describe("a printed answer", () => {
  const compare = (actual: unknown, text: string) => {
    const printed = parsePrinted(text);
    return { given: asPrinted(actual, printed), printed };
  };
  const agree = (actual: unknown, text: string) => {
    const { given, printed } = compare(actual, text);
    expect(given).toEqual(printed);
  };
  const differ = (actual: unknown, text: string) => {
    const { given, printed } = compare(actual, text);
    expect(given).not.toEqual(printed);
  };

  it("may leave out the end of a list, its middle, members and the end of a text", () => {
    agree({ a: [1, 2, 3], b: 4 }, '{ "a": [1, …], … }');
    agree({ a: [1, 2, 3] }, '{ "a": [1, …\n 3] }');
    agree({ a: { b: 1 }, c: "a long text" }, '{ "a": …, "c": "a long…" }');
  });

  it("must have what it prints", () => {
    differ({ a: [2, 2, 3], b: 4 }, '{ "a": [1, …], … }');
    differ({ a: [1, 2, 4] }, '{ "a": [1, …\n 3] }');
    differ({ c: "another text" }, '{ "c": "a long…" }');
    differ({ a: 1, b: 2 }, '{ "a": 1 }');
    differ({ a: 1 }, '{ "a": 1, "b": 2 }');
    differ({ a: [1, 2] }, '{ "a": [1] }');
  });

  it("may have ids, instants and positions of another run", () => {
    const actual = { id: idOfRun, at: "2026-12-01T00:00:00.000Z", position: 9 };
    agree(actual, `{ "id": "${idOfPage}", "at": "2026-11-22T12:00:00.000Z", "position": 7 }`);
  });

  it("differs by an id that a client has made, and by a position that is no number", () => {
    const client = "0f5c2b7a-3d1e-4b8f-9a60-7e4d2c1b5a90";
    differ({ id: client }, `{ "id": "${client.replace("0f5", "0f6")}" }`);
    differ({ position: "9" }, '{ "position": 9 }');
  });

  it("is written with what fits into a line in one", () => {
    const value = { data: { one: { key: "a", list: [] } }, extensions: { cost: 1, position: 2 } };
    expect(printedJson(value)).toBe(
      '{\n  "data": { "one": { "key": "a", "list": [] } },\n  "extensions": { "cost": 1, "position": 2 }\n}',
    );
  });
});
