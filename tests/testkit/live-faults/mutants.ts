import "reflect-metadata";
import { Socket } from "node:net";
import { LiveSocket } from "../../../src/app/sockets/live-socket.js";
import { LedgerFeed } from "../../../src/ledger/feed/ledger-feed.js";
import { Ledger, Tail } from "../../../src/ledger/index.js";
import { AccessChecks } from "../../../src/live/access-checks.js";
import { Group } from "../../../src/live/group.js";
import { LiveGroups, RecentChanges } from "../../../src/live/index.js";
import { Subscriber } from "../../../src/live/subscriber.js";

// biome-ignore lint/suspicious/noExplicitAny: a mutant stands in for a method of any class.
type Method = (this: any, ...given: any[]) => unknown;

/** A method of the hub, and what a faulty hub would do in its place. */
interface Mutant {
  prototype: object;
  method: string;
  by(original: Method): Method;
}

/** Faults that live delivery could have, each of which a script must see. */
export const mutants = {
  "a stream starts at the ledger's end, not after its client's position": {
    prototype: LiveGroups.prototype,
    method: "stream",
    by: (original) =>
      function (start) {
        return original.call(this, { ...start, after: start.since });
      },
  },
  "a creation that was committed before is not recognised": {
    prototype: Ledger.prototype,
    method: "creationOf",
    by: () => async () => undefined,
  },
  "what cannot be read is passed over": {
    prototype: Subscriber.prototype,
    method: "fail",
    by: () =>
      function () {
        this.position = this.services.tail.position;
        this.next();
      },
  },
  "the ledger's head is read only after a notification": {
    prototype: Tail.prototype,
    method: "start",
    by: (original) =>
      async function () {
        await original.call(this);
        clearInterval(this.timer);
      },
  },
  "a socket takes more although its client does not read": {
    prototype: LiveSocket.prototype,
    method: "write",
    by: (original) =>
      function (frames) {
        original.call(this, frames);
        return true;
      },
  },
  "a connection that is to be reset is only ended": {
    prototype: Socket.prototype,
    method: "resetAndDestroy",
    by: () =>
      function () {
        return this.destroy();
      },
  },
  "a stream goes on after its viewer's access has changed": {
    prototype: AccessChecks.prototype,
    method: "isSame",
    by: () => async () => true,
  },
  "a group keeps those who have left": {
    prototype: Group.prototype,
    method: "leave",
    by: () => () => undefined,
  },
  "NATS is believed whatever happens": {
    prototype: LedgerFeed.prototype,
    method: "problem",
    by: (original) =>
      function () {
        return this.health.isWorking ? undefined : original.call(this);
      },
  },
  "what NATS has lost is passed over": {
    prototype: RecentChanges.prototype,
    method: "read",
    by: (original) =>
      function (head) {
        const from = this.feed?.isFeeding ? this.feed.chain.from.position : 0;
        this.upTo = Math.max(this.upTo, Math.min(from, head - 1));
        return original.call(this, head);
      },
  },
  "a socket is cut without a code": {
    prototype: LiveSocket.prototype,
    method: "close",
    by: () =>
      function () {
        this.socket.terminate();
      },
  },
} satisfies Record<string, Mutant>;

export type MutantName = keyof typeof mutants;

/** Makes the hubs of this process faulty; the returned function puts the method back. */
export function mutate(name: MutantName): () => void {
  const { prototype, method, by }: Mutant = mutants[name];
  const original = Object.getOwnPropertyDescriptor(prototype, method);
  if (!original) throw new Error(`There is no ${method} to replace`);
  Object.defineProperty(prototype, method, { ...original, value: by(original.value) });
  return () => Object.defineProperty(prototype, method, original);
}
