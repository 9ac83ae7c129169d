/** The longest id of an operation that a client may choose: every message of the operation repeats it. */
export const longestId = 256;

/** The beginning of a message of graphql-ws that has an id. */
const head = /^\{"id":"(\d+)","type":"(\w+)"/;

/** An id that a client may not use, and why. */
export interface RefusedId {
  refused: "inUse" | "tooLong" | "tooDeep";
  id: string;
}

/** A client's message as graphql-ws is to get it, undefined for one without effect; or the refusal of its id. */
export type Incoming = { message: string | undefined } | RefusedId;

interface WithId {
  id?: unknown;
  type?: unknown;
}

/**
 * The ids of one socket's operations. A client may use an id again as soon as it has completed its
 * operation, while the hub still ends that: graphql-ws would take the one for the other. So it gets a
 * number in place of each id, and what it still sends for a completed operation is dropped.
 */
export class OperationIds {
  private last = 0;
  private readonly numbers = new Map<string, string>();
  private readonly ids = new Map<string, string>();

  /** The client's id of a number; undefined once its operation has ended for the client. */
  idOf(number: string): string | undefined {
    return this.ids.get(number);
  }

  /** Translates a client's message. Others than `subscribe` and `complete` stay as they are. */
  incoming(text: string): Incoming {
    const message = parsed(text);
    const { id, type } = message;
    if (typeof id !== "string" || (type !== "subscribe" && type !== "complete"))
      return { message: text };
    if (type === "complete") {
      // A `complete` may cross that of the hub on the way: then it is for no operation, and no fault.
      const number = this.end(id);
      return { message: number && `{"id":"${number}","type":"complete"}` };
    }
    if (id.length > longestId) return { refused: "tooLong", id };
    if (this.numbers.has(id)) return { refused: "inUse", id };
    const number = this.begin(id);
    const told = jsonOf({ ...message, id: number });
    return told === undefined ? { refused: "tooDeep", id } : { message: told };
  }

  /** Translates a message of graphql-ws; undefined for one of a completed operation. */
  outgoing(text: string): string | undefined {
    const [start = "", number, type] = head.exec(text) ?? [];
    if (number === undefined) return text;
    const id = this.ids.get(number);
    if (id === undefined) return undefined;
    if (type === "complete" || type === "error") this.end(id);
    return `{"id":${JSON.stringify(id)},"type":"${type}"${text.slice(start.length)}`;
  }

  private begin(id: string): string {
    this.last += 1;
    const number = String(this.last);
    this.numbers.set(id, number);
    this.ids.set(number, id);
    return number;
  }

  /** Frees an id; gives the number that it had, if its operation still ran. */
  private end(id: string): string | undefined {
    const number = this.numbers.get(id);
    if (number === undefined) return undefined;
    this.numbers.delete(id);
    this.ids.delete(number);
    return number;
  }
}

function parsed(text: string): WithId {
  try {
    const message: unknown = JSON.parse(text);
    return message !== null && typeof message === "object" ? message : {};
  } catch {
    return {};
  }
}

/** A message's text; undefined where it is nested so deeply that `JSON.stringify` runs out of stack. */
function jsonOf(message: WithId): string | undefined {
  try {
    return JSON.stringify(message);
  } catch {
    return undefined;
  }
}
