import { Duplex } from "node:stream";
import { describe, expect, it } from "@jest/globals";
import { FrameQueue } from "../../src/app/sockets/frame-queue.js";

/** A connection that takes one byte until its other side reads. */
function unread() {
  const taken: string[] = [];
  let read: () => void = () => {};
  const connection = new Duplex({
    writableHighWaterMark: 1,
    read: () => {},
    write: (chunk, _, done) => {
      taken.push(String(chunk));
      read = done;
    },
  });
  return { connection, taken, read: () => read() };
}

describe("The frames of a socket whose client does not read", () => {
  it("wait in order, and go on when it reads", async () => {
    const { connection, taken, read } = unread();
    const queue = new FrameQueue(connection);
    const written: string[] = [];
    for (const name of ["a", "b", "c"]) {
      expect(queue.write([Buffer.from(name)], () => written.push(name))).toBe(false);
    }
    expect([taken, queue.bytes]).toEqual([["a"], 2]);
    const drained = queue.drained();
    for (const _ of ["a", "b", "c"]) {
      await new Promise(setImmediate);
      read();
    }
    await drained;
    expect([taken, written, queue.bytes]).toEqual([["a", "b", "c"], ["a", "b", "c"], 0]);
  });

  it("are dropped for the frame that ends the connection", async () => {
    const { connection, taken, read } = unread();
    const queue = new FrameQueue(connection);
    const written: string[] = [];
    for (const name of ["a", "b", "c"]) {
      queue.write([Buffer.from(name)], () => written.push(name));
    }
    connection.write("end");
    const drained = queue.drained();
    queue.drop();
    await drained;
    expect([written, queue.bytes]).toEqual([["b", "c"], 0]);
    read();
    await new Promise(setImmediate);
    expect(taken).toEqual(["a", "end"]);
  });

  it("are not awaited once the connection is gone", async () => {
    const { connection } = unread();
    const queue = new FrameQueue(connection);
    queue.write([Buffer.from("a")], () => {});
    queue.write([Buffer.from("b")], () => {});
    const drained = queue.drained();
    connection.destroy();
    await drained;
    expect(queue.bytes).toBe(0);
  });
});
