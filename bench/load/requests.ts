import { work } from "../processes.js";
import { type Answer, HttpClient, type Request } from "./http-client.js";

/** Requests to send over some connections, each as soon as it is free, for some seconds. */
export interface RequestJob {
  origin: string;
  /** Sent in turn, from the beginning again when they are over. */
  requests: readonly Request[];
  connections: number;
  seconds: number;
  /** Goes on until so many have been sent, though the seconds are over. */
  atLeast?: number;
}

/** What came back. */
export interface RequestResult {
  /** How long it really took, until the last answer was there. */
  seconds: number;
  /** The time of each request, from its sending to the end of its answer. */
  latenciesMs: number[];
  bytes: number;
}

/** An answer that is not the data that was asked for would make a figure of nothing. */
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
