import { LightSocket } from "../../../bench/live/light-socket.js";

/** A subscription that goes on after a position; its document must take that as `$after`. */
export interface Resumed {
  query: string;
  variables: Readonly<Record<string, unknown>>;
  after: number;
  connectionParams?: object;
}

/** The pause of a client before it connects again, where the hub gives none, in milliseconds. */
const pauseMs = 500;

/** The pause that a close reason asks for, in milliseconds. */
const pauseOf = (reason: string): number =>
  1000 * Number(/; retry-after=(\d+)$/.exec(reason)?.[1] ?? pauseMs / 1000);

/**
 * A light client of one WebSocket that goes on after a position. Each change must come once and in order. Where the hub ends the connection, it connects again after its last position.
 */
export class Resumption {
  position: number;
  /** The number of changes that have come. */
  received = 0;
  /** What was doubled or out of order. */
  readonly complaints: string[] = [];
  /** The codes with which the hub has ended the connection. */
  readonly endings: number[] = [];
  bytes = 0;
  private socket: LightSocket;
  private isClosed = false;

  constructor(
    private readonly origin: string,
    private readonly resumed: Resumed,
    /** Called with each change. */
    private readonly onChange: (position: number) => void,
  ) {
    this.position = resumed.after;
    this.socket = this.connect();
  }

  close(): void {
    this.isClosed = true;
    this.socket.close();
  }

  private connect(): LightSocket {
    const { origin, resumed } = this;
    const { connectionParams = {} } = resumed;
    const variables = { ...resumed.variables, after: this.position };
    const subscription = { origin, query: resumed.query, variables, connectionParams };
    const socket = new LightSocket(subscription, this.take, (code, reason) => {
      this.endings.push(code);
      setTimeout(() => {
        if (!this.isClosed) this.socket = this.connect();
      }, pauseOf(reason));
    });
    socket.ready.catch(() => undefined);
    return socket;
  }

  private readonly take = (frame: Buffer): void => {
    const at = frame.indexOf('"position":');
    const position = Number.parseInt(frame.toString("latin1", at + 11, at + 27), 10);
    if (at < 0) this.complaints.push(`not a change: ${frame.toString("utf8", 0, 200)}`);
    else if (position <= this.position) this.complaints.push(`${position} after ${this.position}`);
    this.received += 1;
    this.bytes += frame.length;
    this.position = position;
    this.onChange(position);
  };
}
