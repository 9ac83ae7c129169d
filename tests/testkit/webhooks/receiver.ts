import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

/** A delivery as a receiver got it. */
export interface Received {
  id: string;
  position: number;
  type: string;
  timestamp: string;
  data: { position: number; entity: string; entityId: string; kind: string; operation: string };
  text: string;
  headers: IncomingHttpHeaders;
}

/** What a receiver answers: a status, or never. */
export type Answering = (delivery: Received) => number | "never" | Promise<number | "never">;

/** A portal's receiver over a real socket. It answers 204 unless told. */
export class Receiver {
  readonly received: Received[] = [];
  answer: Answering = () => 204;
  headers: Record<string, string> = {};
  private readonly waiting = new Set<() => void>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.once("end", () => {
        const { headers } = request;
        void receiver.take(Buffer.concat(chunks).toString(), headers).then((status) => {
          if (status !== "never") response.writeHead(status, receiver.headers).end("ok");
        });
      });
    });
    const receiver = new Receiver(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return receiver;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/rembuk`;
  }

  private async take(text: string, headers: IncomingHttpHeaders): Promise<number | "never"> {
    const body = JSON.parse(text);
    const id = String(headers["webhook-id"]);
    const delivery = { id, position: body.data.position, ...body, text, headers };
    this.received.push(delivery);
    const status = await this.answer(delivery);
    for (const wake of this.waiting) wake();
    return status;
  }

  /** Waits for deliveries until they are as wanted. */
  async until(isThere: (received: readonly Received[]) => boolean): Promise<readonly Received[]> {
    while (!isThere(this.received)) {
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.waiting.delete(wake);
          resolve();
        };
        this.waiting.add(wake);
      });
    }
    return this.received;
  }

  get positions(): number[] {
    return this.received.map(({ position }) => position);
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** Throws if Standard Webhooks' own library does not verify a delivery by the secret. */
export const verify = (secret: string, { text, headers }: Received): unknown =>
  new Webhook(secret).verify(text, headers as Record<string, string>);
