import { work } from "../processes.js";
import { type Answer, HttpClient, type Request } from "./http-client.js";

/** Requests over several connections for some seconds; each connection sends one as soon as it is free. */
export interface RequestJob {
  origin: string;
  /** Sent in turn; after the last one comes the first. */
  requests: readonly Request[];
  connections: number;
  seconds: number;
  /** Minimum number of requests, even if they take longer. */
  atLeast?: number;
}

/** The result of a job. */
export interface RequestResult {
  /** The real duration, up to the last answer. */
  seconds: number;
  /** The time of each request, from sending it to the end of its answer. */
  latenciesMs: number[];
  bytes: number;
}

/** Fails at an answer without data: its time would be meaningless. */
function check({ status, start }: Answer): void {
  if (status !== 200 || !/^\{"data"\s*:\s*\{/.test(start)) {
    throw new Error(`${status} ${start.slice(0, 300)}`);
  }
}

work<RequestJob, RequestResult>(async ({ origin, requests, connections, seconds, atLeast = 0 }) => {
  const client = new HttpClient(origin, connections);
  const latenciesMs: number[] = [];
  let [next, bytes] = [0, 0];
  const began = performance.now();
  const until = began + seconds * 1000;
  const connection = async () => {
    while (performance.now() < until || next < atLeast) {
      const request = requests[next % requests.length] as Request;
      next += 1;
      const sent = performance.now();
      const answer = await client.send(request);
      latenciesMs.push(performance.now() - sent);
      check(answer);
      bytes += answer.bytes;
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  client.close();
  return { seconds: (performance.now() - began) / 1000, latenciesMs, bytes };
});
