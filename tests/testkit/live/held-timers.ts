import { LiveSocket } from "../../../src/app/sockets/live-socket.js";

type Act = () => void;

/** The private parts by which a socket is closed when its client does not read. */
interface Timed {
  timers: ReadonlyMap<string, unknown>;
  schedule(name: string, ms: number, act: Act): void;
}

/** Longer than any test, in milliseconds. */
const neverMs = 86_400_000;

/**
 * Holds a timer of the sockets of this process: `stall`, after which one is closed whose client does not read, or
 * `cut`, after which one is cut whose client does not answer the close. `started` resolves when the first of
 * them would have been started. After `release` each of those that still wait takes its time.
 */
export function holdTimers(name: "stall" | "cut"): { started: Promise<void>; release: Act } {
  const prototype = LiveSocket.prototype as unknown as Timed;
  const { schedule } = prototype;
  const started = Promise.withResolvers<void>();
  const held: { socket: Timed; again: Act }[] = [];
  prototype.schedule = function (given, ms, act) {
    const isHeld = given === name;
    schedule.call(this, given, isHeld ? neverMs : ms, act);
    if (!isHeld) return;
    held.push({ socket: this, again: () => schedule.call(this, given, ms, act) });
    started.resolve();
  };
  const release = () => {
    prototype.schedule = schedule;
    for (const { socket, again } of held) if (socket.timers.has(name)) again();
  };
  return { started: started.promise, release };
}
