import { LiveSocket } from "../../../src/app/sockets/live-socket.js";

type Act = () => void;

/** The private parts by which a socket is closed when its client does not read. */
interface Stalling {
  timers: ReadonlyMap<string, unknown>;
  schedule(name: string, ms: number, act: Act): void;
}

/** Longer than any test, in milliseconds. */
const neverMs = 86_400_000;

/**
 * Keeps the sockets of this process open whose clients do not read. The returned function ends that: from
 * then on those that are still not read have the time that the hub gives them.
 */
export function holdStalls(): () => void {
  const prototype = LiveSocket.prototype as unknown as Stalling;
  const { schedule } = prototype;
  const held: { socket: Stalling; again: Act }[] = [];
  prototype.schedule = function (name, ms, act) {
    const isStall = name === "stall";
    schedule.call(this, name, isStall ? neverMs : ms, act);
    if (isStall) held.push({ socket: this, again: () => schedule.call(this, name, ms, act) });
  };
  return () => {
    prototype.schedule = schedule;
    for (const { socket, again } of held) if (socket.timers.has("stall")) again();
  };
}
