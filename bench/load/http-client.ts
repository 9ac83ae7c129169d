import { Agent, request as send } from "node:http";

/** One request as it goes over the wire. */
export interface Request {
  path: string;
  /** Sent by POST as JSON; GET without it. */
  body?: string;
  headers?: Record<string, string>;
}

/** What is kept of an answer: reading is measured, parsing is the portal's business. */
export interface Answer {
  status: number;
  /** The first piece of the body. */
  start: string;
  bytes: number;
}

/** A client of node:http that keeps its connections. */
export class HttpClient {
  private readonly agent: Agent;
  private readonly hostname: string;
  private readonly port: string;

  constructor(origin: string, connections: number) {
    const { hostname, port } = new URL(origin);
    this.hostname = hostname;
    this.port = port;
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Sends a request and reads the whole answer. */
  send(request: Request): Promise<Answer> {
    return this.read(request, () => undefined);
  }

  /** Sends a request and gives the answer's JSON. */
  async json<T>(request: Request): Promise<T> {
    const chunks: Buffer[] = [];
    await this.read(request, (chunk) => chunks.push(chunk));
    return JSON.parse(Buffer.concat(chunks).toString()) as T;
  }

  close(): void {
    this.agent.destroy();
  }

  private read(
    { path, body, headers }: Request,
    keep: (chunk: Buffer) => unknown,
  ): Promise<Answer> {
    const { agent, hostname, port } = this;
    const method = body === undefined ? "GET" : "POST";
    const type = body === undefined ? {} : { "content-type": "application/json" };
    const options = { agent, hostname, port, path, method, headers: { ...type, ...headers } };
    return new Promise((resolve, reject) => {
      const sent = send(options, (response) => {
        let [start, bytes] = ["", 0];
        response.on("data", (chunk: Buffer) => {
          if (bytes === 0) start = chunk.toString("latin1", 0, 400);
          bytes += chunk.length;
          keep(chunk);
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, start, bytes }));
        response.on("error", reject);
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }
}
