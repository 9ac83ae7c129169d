import "reflect-metadata";
import { Sender } from "../../../src/app/webhooks/sender.js";
import { Signer } from "../../../src/app/webhooks/signature.js";
import { WebhookPages } from "../../../src/app/webhooks/webhook-pages.js";
import { WebhookRunner } from "../../../src/app/webhooks/webhook-runner.js";

// biome-ignore lint/suspicious/noExplicitAny: a mutant stands in for a method of any class.
type Method = (this: any, ...given: any[]) => any;

/** A method of the hub, and what a faulty hub would do in its place. */
interface Mutant {
  prototype: object;
  method: string;
  by(original: Method): Method;
  /** What a trial must say of it. */
  fault: RegExp;
}

/** Faults that deliveries could have, each of which a trial must see. */
export const mutants: Readonly<Record<string, Mutant>> = {
  "a change that failed is passed over": {
    fault: /is lost/,
    prototype: WebhookRunner.prototype,
    method: "attempt",
    by: (original) =>
      async function (...given) {
        await original.apply(this, given);
        return !this.isEnded;
      },
  },
  "changes are sent at once": {
    fault: /came before/,
    prototype: WebhookRunner.prototype,
    method: "deliver",
    by: () =>
      async function ({ frames, upTo }, receiver) {
        const sent: boolean[] = await Promise.all(
          frames.map((frame: unknown) => this.attempt(frame, receiver, false)),
        );
        return sent.every(Boolean) ? upTo : undefined;
      },
  },
  "a delivery is not noted": {
    fault: /came again/,
    prototype: WebhookRunner.prototype,
    method: "noted",
    by: (original) =>
      async function (outcome) {
        return outcome.failure ? original.call(this, outcome) : true;
      },
  },
  "a delivery is noted before it is sent": {
    fault: /is lost|came before/,
    prototype: WebhookRunner.prototype,
    method: "attempt",
    by: (original) =>
      async function (frame, receiver, isRequested) {
        const { position } = frame.change;
        const outcome = { position, messageId: `${this.held.id}.${position}`, isRequested };
        await this.noted({ ...outcome, statusCode: 204, failure: undefined });
        return original.call(this, frame, receiver, isRequested);
      },
  },
  "a signature leaves the time out": {
    fault: /not signed by both/,
    prototype: Signer.prototype,
    method: "headers",
    by: (original) =>
      function (message, now) {
        const signed = original.call(this, message, now);
        return { ...signed, "webhook-timestamp": String(Number(signed["webhook-timestamp"]) - 1) };
      },
  },
  "a former secret signs no more": {
    fault: /not signed by both/,
    prototype: Signer.prototype,
    method: "headers",
    by: (original) =>
      function (message, now) {
        const { "webhook-signature": all, ...others } = original.call(this, message, now);
        return { ...others, "webhook-signature": all.split(" ")[0] };
      },
  },
  "an address is not checked": {
    fault: /forbidden was called/,
    prototype: Sender.prototype,
    method: "check",
    by: () => () => undefined,
  },
  "a redirect is followed": {
    fault: /forbidden was called/,
    prototype: Sender.prototype,
    method: "post",
    by: () => async (address, body, headers, signal) => {
      const { status } = await fetch(address, { method: "POST", body, headers, signal });
      return { statusCode: status, retryAfterMs: undefined };
    },
  },
  "what the ledger has dropped is passed over": {
    fault: /dropped changes/,
    prototype: WebhookPages.prototype,
    method: "after",
    by: () =>
      function (position, wanted) {
        return this.within((session: object) => {
          const all = Object.create(session, { held: { value: { retainedFrom: 0, forks: [] } } });
          return this.reader.read(all, position, wanted);
        });
      },
  },
};

/** Makes the hubs of this process faulty; the returned function puts the method back. */
export function mutate({ prototype, method, by }: Mutant): () => void {
  const original = Object.getOwnPropertyDescriptor(prototype, method);
  if (!original) throw new Error(`There is no ${method} to replace`);
  Object.defineProperty(prototype, method, { ...original, value: by(original.value) });
  return () => Object.defineProperty(prototype, method, original);
}
