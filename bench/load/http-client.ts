import { Agent, request as send } from "node:http";

/** An HTTP request. */
export interface Request {
  path: string;
  /** JSON, sent by POST; without it the request is a GET. */
  body?: string;
  headers?: Record<string, string>;
}

/** The parts of an answer that are needed: it is read but not parsed, as that is the portal's work. */
export interface Answer {
  status: number;
  /** The start of the body. */
  start: string;
  bytes: number;
}

/** An HTTP client with persistent connections. */
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
    collect: (chunk: Buffer) => unknown,
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
          collect(chunk);
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, start, bytes }));
        response.on("error", reject);
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }
}
