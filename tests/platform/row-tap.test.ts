import { describe, expect, it } from "@jest/globals";
import { RowTap } from "../../src/platform/database/row-tap.js";

const message = (kind: string, body: string): Buffer => {
  const head = Buffer.alloc(5);
  head.write(kind);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, Buffer.from(body)]);
};

/** What a tap lets go on of messages that come in parts of a length, and the rows that it took. */
function tapped(
  all: Buffer,
  length: number,
  most = 1_000,
): { rest: Buffer; rows?: Buffer | undefined } {
  const rest: Buffer[] = [];
  const tap = new RowTap((bytes) => rest.push(Buffer.from(bytes)));
  tap.open(most);
  for (let at = 0; at < all.length; at += length) tap.take(all.subarray(at, at + length));
  const rows = tap.close();
  return { rest: Buffer.concat(rest), rows };
}

describe("A tap on a connection", () => {
  const messages = [
    message("2", ""),
    message("T", "fields"),
    message("D", "first row"),
    message("N", "notice"),
    message("D", "second"),
    message("C", "SELECT 2\0"),
    message("Z", "I"),
  ];
  const all = Buffer.concat(messages);
  const kept = messages.filter((one) => one.toString("latin1", 0, 1) !== "D");

  it("takes the rows and lets all else go on, wherever the parts end", () => {
    for (let length = 1; length <= all.length; length += 1) {
      const { rest, rows } = tapped(all, length);
      expect(rest.equals(Buffer.concat(kept))).toBe(true);
      // A row without the kind of its message.
      const taken = [messages[2], messages[4]].map((one) => one?.subarray(1) ?? Buffer.alloc(0));
      expect(rows?.equals(Buffer.concat(taken))).toBe(true);
    }
  });

  it("gives no rows where they are too long together, and still lets all else go on", () => {
    const { rest, rows } = tapped(all, 3, 20);
    expect(rows).toBeUndefined();
    expect(rest.equals(Buffer.concat(kept))).toBe(true);
  });

  it("lets rows go on before it is opened and after it was closed", () => {
    const rest: Buffer[] = [];
    const tap = new RowTap((bytes) => rest.push(Buffer.from(bytes)));
    tap.take(all);
    tap.open(1_000);
    expect(tap.close()).toHaveLength(0);
    tap.take(all);
    expect(Buffer.concat(rest).equals(Buffer.concat([all, all]))).toBe(true);
  });

  it("holds a row that is longer than what it holds at first", () => {
    const long = message("D", "x".repeat(200_000));
    const { rows } = tapped(long, 65_536, 1_000_000);
    expect(rows?.equals(long.subarray(1))).toBe(true);
  });
});
