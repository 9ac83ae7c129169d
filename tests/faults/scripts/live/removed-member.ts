import type { Client } from "graphql-ws";
import { subscribe } from "../../../testkit/hub/index.js";
import { LiveWorld } from "../../../testkit/live/live-world.js";
import { followedChanges, liveFault, tooLate } from "../../../testkit/live-faults/live-fault.js";
import { mutate } from "../../../testkit/live-faults/mutants.js";
import type { Written } from "../../../testkit/mutations/documents.js";

const endedMs = 1_000;

/** What one race showed. */
interface Race {
  faults: string[];
  /** From the answer to the removal to the end of the stream, in milliseconds. */
  endedMs: number;
}

/** A plan that only its participants see, which is written to without an end. */
class HiddenPlan {
  private isStopped = false;
  private next = Promise.withResolvers<void>();
  private readonly writing: Promise<void>;

  private constructor(
    private readonly world: LiveWorld,
    private plan: Written,
  ) {
    this.writing = this.write();
  }

  static async in(world: LiveWorld): Promise<HiddenPlan> {
    return new HiddenPlan(world, await world.plan({ visibility: "PARTICIPANTS" }));
  }

  /** The position of its last change. */
  get position(): number {
    return this.plan.position;
  }

  /** Resolves with its next change. */
  changed(): Promise<void> {
    return this.next.promise;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.writing;
  }

  private async write(): Promise<void> {
    while (!this.isStopped) {
      this.plan = await this.world.retitle(this.plan);
      this.next.resolve();
      this.next = Promise.withResolvers<void>();
    }
  }
}

/** The stream of a member: what it brought, and how it ended. */
class Streamed {
  readonly positions: number[] = [];
  /** The code that ended it; undefined where it went on after the removal. */
  code: unknown;
  endedAt = Number.NaN;
  /** The position of the removal, once it is known. */
  removedAt = Number.POSITIVE_INFINITY;
  private readonly first = Promise.withResolvers<void>();
  private readonly running: Promise<void>;

  constructor(client: Client, after: number) {
    this.running = this.run(client, after);
  }

  /** Resolves when it has brought something. */
  begun(): Promise<void> {
    return this.first.promise;
  }

  /** Resolves when it has ended, or has brought something later than the removal. */
  ended(): Promise<void> {
    return this.running;
  }

  private async run(client: Client, after: number): Promise<void> {
    const stream = subscribe<{ changes: { position: number } }>(client, followedChanges, { after });
    while ((this.positions.at(-1) ?? 0) <= this.removedAt) {
      const { data, errors } = await stream.next();
      if (!data) {
        this.code = errors?.[0]?.extensions?.code;
        break;
      }
      this.positions.push(data.changes.position);
      this.first.resolve();
    }
    this.endedAt = performance.now();
  }
}

async function race(world: LiveWorld, plan: HiddenPlan, changes: number): Promise<Race> {
  const member = await world.member("disnaker-lebak");
  const client = await world.socket(member.email);
  const streamed = new Streamed(client, plan.position);
  await streamed.begun();
  for (let left = changes; left > 0; left -= 1) await plan.changed();
  const { position } = await world.leave(member);
  const removedAt = performance.now();
  streamed.removedAt = position;
  await streamed.ended();
  await client.dispose();
  const late = streamed.positions.filter((one) => one > position);
  const faults = [
    ...late.map((one) => `removed at ${position}, and was shown ${one}`),
    ...(streamed.code === "FORBIDDEN" ? [] : [`the stream ended with ${streamed.code}`]),
  ];
  return { faults, endedMs: streamed.endedAt - removedAt };
}

/** Members are removed while their streams bring what only members see. */
export const removedMember = liveFault<{ races: number; atOnce: number }>({
  name: "live-removals",
  holds: "shows a removed member nothing later, and ends their stream",
  full: { races: 1_000, atOnce: 8 },
  short: { races: 20, atOnce: 4 },
  mutant: "a stream goes on after its viewer's access has changed",
  async play(play) {
    const { random, say, sizes, mutant, cleanup } = play;
    const world = await LiveWorld.start();
    cleanup.defer(() => world.stop());
    const plan = await HiddenPlan.in(world);
    cleanup.defer(() => plan.stop());
    if (mutant) cleanup.defer(mutate(mutant));
    const faults: string[] = [];
    let left = sizes.races;
    const ends: number[] = [];
    const racing = async () => {
      while (left > 0 && faults.length === 0) {
        left -= 1;
        const done = await race(world, plan, Math.floor(random() * 3));
        faults.push(...done.faults);
        ends.push(done.endedMs);
      }
    };
    await Promise.all(Array.from({ length: sizes.atOnce }, racing));
    ends.sort((one, other) => one - other);
    const [half, longest] = [ends[ends.length >> 1] ?? 0, ends.at(-1) ?? 0];
    say(
      `${ends.length} races: streams ended ${Math.round(half)} ms after the removal at the median, ${Math.round(longest)} ms at most`,
    );
    return [...faults, ...tooLate(play, "the end of a stream", longest, endedMs)];
  },
});
