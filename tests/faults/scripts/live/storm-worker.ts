import { work } from "../../../../bench/processes.js";
import { type Resumed, Resumption } from "../../../testkit/live-faults/resumption.js";

/** Sockets that resume at once. */
export interface StormJob {
  origin: string;
  sockets: Resumed[];
  /** The position at which a socket has caught up. */
  target: number;
}

/** What they got. */
export interface StormResult {
  /** For each socket the time from the start of all until it had caught up, in milliseconds. */
  caughtUpMs: number[];
  complaints: string[];
  /** The codes with which the hub has ended connections. */
  endings: number[];
  bytes: number;
}

/** What is wrong with what a socket got: it must have every change after its position. */
function complaintsOf({ complaints, received, position }: Resumption, after: number, at: number) {
  const lost = position - after - received;
  const all = lost === 0 ? complaints : [...complaints, `${lost} changes are lost`];
  return all.map((one) => `socket ${at}: ${one}`);
}

work<StormJob, StormResult>(async ({ origin, sockets, target }) => {
  const began = performance.now();
  const caughtUpMs: number[] = [];
  const { promise: allCaughtUp, resolve } = Promise.withResolvers<void>();
  const note = (position: number) => {
    if (position !== target) return;
    caughtUpMs.push(performance.now() - began);
    if (caughtUpMs.length === sockets.length) resolve();
  };
  const all = sockets.map((resumed) => new Resumption(origin, resumed, note));
  await allCaughtUp;
  for (const one of all) one.close();
  return {
    caughtUpMs,
    complaints: all.flatMap((one, at) => complaintsOf(one, sockets[at]?.after ?? 0, at)),
    endings: all.flatMap(({ endings }) => endings),
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
  };
});
