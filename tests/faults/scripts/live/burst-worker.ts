import { work } from "../../../../bench/processes.js";
import { now } from "../../../testkit/live-faults/head-watch.js";
import { type Resumed, Resumption } from "../../../testkit/live-faults/resumption.js";

/** Sockets that follow a burst of changes, from a position to another. */
export interface BurstJob {
  origin: string;
  sockets: Resumed[];
  upTo: number;
}

/** What they got. */
export interface BurstResult {
  /** For each socket when each change came, in milliseconds since 1970; 0 for one that did not come. */
  cameAt: Float64Array[];
  complaints: string[];
}

work<BurstJob, BurstResult>(async ({ origin, sockets, upTo }) => {
  const followed = sockets.map((resumed) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const times = new Float64Array(upTo - resumed.after);
    const socket = new Resumption(origin, resumed, (position) => {
      times[position - resumed.after - 1] = now();
      if (position >= upTo) resolve();
    });
    return { socket, times, promise };
  });
  await Promise.all(followed.map(({ promise }) => promise));
  for (const { socket } of followed) socket.close();
  return {
    cameAt: followed.map(({ times }) => times),
    complaints: followed.flatMap(({ socket }, at) =>
      socket.complaints.map((one) => `socket ${at}: ${one}`),
    ),
  };
});
