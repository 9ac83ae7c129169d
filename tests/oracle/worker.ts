import "reflect-metadata";
import { Oracle, type Round, type RoundOptions } from "./oracle.js";

/** What a worker is sent: where to work, then one round after the other; nothing more, and it ends. */
export type Order =
  | { ground: { url: string; keys: string[] } }
  | { round: RoundOptions }
  | { end: true };

/** What it answers: that it is ready, or what a round brought. */
export type Report = { ready: true } | { round: Round };

let oracle: Oracle | undefined;

async function obey(order: Order): Promise<void> {
  if ("ground" in order) {
    const { url, keys } = order.ground;
    oracle = await Oracle.start({ url, drop: async () => undefined }, keys);
    process.send?.({ ready: true } satisfies Report);
  } else if ("round" in order && oracle) {
    process.send?.({ round: await oracle.play(order.round) } satisfies Report);
  } else {
    await oracle?.stop();
    process.disconnect();
  }
}

process.on("message", (order: Order) => {
  obey(order).catch((error) => {
    console.error(error);
    process.exit(1);
  });
});
