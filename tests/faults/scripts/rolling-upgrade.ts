import { execFile } from "node:child_process";
import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectFolder } from "../../../src/app/store.js";
import { faultsAfterCrash } from "../../testkit/faults/crash-check.js";
import { hasNats, NatsServer } from "../../testkit/faults/nats-server.js";
import type { GraphqlClient } from "../../testkit/hub/client.js";
import { HubProcess } from "../../testkit/hub/hub-process.js";
import { testServer } from "../../testkit/hub/index.js";
import {
  followedChanges,
  positionOf,
  positionsAfter,
} from "../../testkit/live-faults/live-fault.js";
import { Watchers } from "../../testkit/live-faults/watchers.js";
import { Writers } from "../../testkit/live-faults/writers.js";
import { databaseUrl, onServer } from "../../testkit/postgres/templates.js";
import previous from "../previous-release.json" with { type: "json" };
import type { Fault, Surroundings } from "./fault.js";

const run = promisify(execFile);

/** The writers, and those who follow each node. */
const [writers, watchers] = [4, 10];

/** The writes between two steps. */
const between = 100;

/** Takes the release before out of the history, and compiles it. Throws in a checkout without that history. */
async function compiled(folder: string): Promise<string> {
  const root = projectFolder();
  const checkout = join(folder, "previous");
  await mkdir(checkout);
  await run("bash", ["-c", `git archive ${previous.ref} | tar -x -C "$0"`, checkout], {
    cwd: root,
  });
  await cp(join(root, "node_modules"), join(checkout, "node_modules"), {
    ...{ recursive: true, verbatimSymlinks: true },
  });
  await run(process.execPath, ["src/build.mjs", "--hub-only"], {
    ...{ cwd: checkout, maxBuffer: 2 ** 26 },
  });
  return checkout;
}

/** A node, whose hub is another one after its upgrade. */
interface Node {
  hub: HubProcess;
  client: GraphqlClient;
  watchers: Watchers;
}

/** Two nodes that are upgraded one after the other, while they are written to and followed. */
class Rollout {
  private readonly nodes: Node[] = [];
  private writing = 0;
  private start = 0;
  private running: Writers | undefined;

  constructor(
    private readonly folder: string,
    private readonly checkout: string,
    private readonly env: Record<string, string>,
  ) {}

  private startHub(isOld: boolean): Promise<HubProcess> {
    const data = join(this.folder, "hub");
    return HubProcess.start(data, this.env, [], isOld ? this.checkout : undefined);
  }

  /** Starts a node, and those who follow it. */
  async add(isOld: boolean): Promise<void> {
    const hub = await this.startHub(isOld);
    const client = await hub.as();
    if (this.nodes.length === 0) this.start = await positionOf(client);
    const place = this.nodes.length;
    const url = () => this.nodes[place]?.hub.url ?? hub.url;
    const followed = { url, document: followedChanges, variables: {} };
    this.nodes.push({ hub, client, watchers: new Watchers(followed, this.start, watchers) });
  }

  /** Begins to write. */
  begin(): void {
    const next = () => {
      this.writing = (this.writing + 1) % this.nodes.length;
      return (this.nodes[this.writing] as Node).client;
    };
    this.running = new Writers(next, writers);
  }

  private get writers(): Writers {
    if (!this.running) throw new Error("Nobody writes yet");
    return this.running;
  }

  write(count: number): Promise<void> {
    return this.writers.more(count);
  }

  /** Replaces a node's hub by one of this version. */
  async replace(place: number): Promise<void> {
    const node = this.nodes[place] as Node;
    await node.hub.stop();
    node.hub = await this.startHub(false);
    node.client = await node.hub.as();
  }

  /** Ends all; gives what was lost, doubled, out of order or refused. */
  async end(): Promise<{ complaints: string[]; figures: string }> {
    const writing = this.writers;
    await writing.stop();
    await Promise.all(this.nodes.map((node) => node.watchers.untilAllHave(() => writing.one())));
    await Promise.all(this.nodes.map((node) => node.watchers.stop()));
    const url = String(this.env.DATABASE_URL);
    const expected = await positionsAfter(url, this.start);
    const complaints = [
      ...writing.refusals,
      ...this.nodes.flatMap((node) => node.watchers.complaints(expected)),
      ...(await faultsAfterCrash(url, writing.acknowledged)),
    ];
    const cuts = this.nodes
      .flatMap((node) => node.watchers.all)
      .map(({ endings }) => endings.length);
    const figures = `${writing.acknowledged.length} acknowledged, ${writing.again} sent again; ${expected.length} changes to ${cuts.length} watchers of ${this.nodes.length} nodes, who were cut off ${cuts.reduce((sum, one) => sum + one, 0)} times`;
    return { complaints, figures };
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.hub.kill()));
  }
}

async function upgrade(surroundings: Surroundings, env: Record<string, string>): Promise<string[]> {
  const { folder, random, say } = surroundings;
  const rollout = new Rollout(folder, await compiled(folder), env);
  try {
    await rollout.add(true);
    await rollout.add(true);
    rollout.begin();
    await rollout.write(between);
    say("two nodes of the release before");
    // It migrates the database, which the others use.
    await rollout.add(false);
    await rollout.write(between + Math.floor(random() * between));
    say("a node of this version beside them");
    await rollout.replace(0);
    await rollout.write(between + Math.floor(random() * between));
    say("one of them is of this version now");
    await rollout.replace(1);
    await rollout.write(between);
    const { complaints, figures } = await rollout.end();
    say(figures);
    return complaints;
  } finally {
    await rollout.stop();
  }
}

/**
 * Nodes of the release before and of this version run on one database, with a feed between them, while they are
 * written to and followed; one after the other is upgraded. It needs the history of the checkout.
 */
export const rollingUpgrade: Fault = {
  name: "rolling-upgrade",
  needsServer: true,
  async run(surroundings) {
    const isThere = await run("git", ["cat-file", "-e", previous.ref], {
      cwd: projectFolder(),
    }).then(
      () => true,
      () => false,
    );
    if (!isThere) {
      surroundings.say(`left out: this checkout does not have ${previous.ref}`);
      return [];
    }
    const name = `upgrade_${process.pid}`;
    await onServer(testServer(), `create database ${name}`);
    const nats = hasNats ? await NatsServer.start() : undefined;
    try {
      return await upgrade(surroundings, {
        DATABASE_URL: databaseUrl(testServer(), name),
        ...{ EXPORT_JOBS: "0", WEBHOOK_JOBS: "0" },
        ...(nats ? { NATS_URL: `nats://127.0.0.1:${nats.port}` } : {}),
      });
    } finally {
      await nats?.kill();
      await onServer(testServer(), `drop database ${name} with (force)`);
    }
  },
};
