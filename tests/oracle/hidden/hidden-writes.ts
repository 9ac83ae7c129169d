import type { CheckedClient } from "../../testkit/hub/checked-client.js";
import {
  creatingMutations,
  documentOf,
  type Input,
  inputFieldsOf,
  mutationNames,
} from "../../testkit/mutations/documents.js";
import { EveryMutation } from "../../testkit/mutations/every-mutation.js";
import type { SeededRandom } from "../../testkit/random/seeded-random.js";
import { newId, type World } from "../../testkit/world/world.js";

/** A write whose subject the uninvolved do not see, ready to be sent. */
export interface Prepared {
  mutation: string;
  input: Input;
  client: CheckedClient;
}

/** A mutation on things of a scene, or with a narrower visibility on public ones. */
interface Way {
  mutation: string;
  scene: EveryMutation;
  more: Input;
}

/** Creations with a `visibility`, by which a public parent gets a hidden child. */
const narrowing = creatingMutations.filter((mutation) =>
  inputFieldsOf(mutation).some(({ name }) => name === "visibility"),
);

/**
 * What is written out of sight: every mutation in a scene of hidden plans, meetings and groups, in the
 * programme of a public scene and by its organisations, and narrower things in the public scene.
 */
export class HiddenWrites {
  /** The ways of which the subject is out of sight. */
  private readonly ways: Way[] = [];

  private constructor(private readonly all: readonly Way[]) {}

  /** One in `share` of the hidden scene's mutations, from the place `from`, and all narrower things. */
  static async make(
    world: World,
    { share, from }: { share: number; from: number },
  ): Promise<HiddenWrites> {
    const drawn = mutationNames.filter((_, at) => at % share === from % share);
    const open = await EveryMutation.make(world);
    for (const mutation of ["reportProgress", "pledgeContribution"]) await open.do(mutation);
    const hidden = await EveryMutation.make(world, { beside: open, visibility: "PARTICIPANTS" });
    return new HiddenWrites([
      ...drawn.map((mutation) => ({ mutation, scene: hidden, more: {} })),
      ...narrowing.flatMap((mutation) =>
        ["PARTICIPANTS", "ORGANISATION"].map((visibility) => ({
          ...{ mutation, scene: open },
          more: { visibility },
        })),
      ),
    ]);
  }

  get names(): string[] {
    return [...new Set(this.ways.map(({ mutation }) => mutation))];
  }

  /**
   * Does each write once, and keeps those whose subject none of these viewers sees. A few cannot be done out
   * of sight: who would do them does not see what they need.
   */
  async findOut(viewers: readonly CheckedClient[]): Promise<void> {
    for (const way of this.all) {
      const id = await this.prepare(way).then(
        (prepared) => this.send(prepared),
        (error) => {
          if (!/NOT_FOUND|FORBIDDEN/.test(String(error))) throw error;
        },
      );
      if (id && (await isHidden(id, viewers))) this.ways.push(way);
    }
  }

  /**
   * New ones in a drawn order, or those of one mutation only. What they need is made now, some of it in sight.
   */
  async prepared(chance: SeededRandom, only?: string): Promise<Prepared[]> {
    const left = this.ways.filter(({ mutation }) => !only || mutation === only);
    const drawn: Prepared[] = [];
    while (left.length > 0) {
      const [way] = left.splice(chance.below(left.length), 1);
      if (way) drawn.push(await this.prepare(way));
    }
    return drawn;
  }

  /** Sends one, and gives the id of its subject; none where another write came in between. */
  async send({ mutation, input, client }: Prepared): Promise<string | undefined> {
    const { data, errors } = await client.ask<Record<string, Record<string, unknown>>>(
      documentOf(mutation),
      { input } as never,
    );
    if (errors && !mayBe.includes(errors[0]?.extensions.code ?? ""))
      throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
    const subject = Object.values(data?.[mutation] ?? {}).findLast(isObject);
    return subject?.id;
  }

  private async prepare({ mutation, scene, more }: Way): Promise<Prepared> {
    const isNamed = inputFieldsOf(mutation).some(({ name }) => name === "id");
    const input = { ...(isNamed ? { id: newId() } : {}), ...(await scene.of(mutation, more)) };
    return { mutation, input, client: await scene.clientFor(mutation) };
  }
}

/** How a write may be refused: another came in between, or its requester does not see what it needs. */
const mayBe = ["CONFLICT", "INVALID_TRANSITION", "NOT_FOUND", "FORBIDDEN"];

const isObject = (value: unknown): value is { id: string } =>
  typeof value === "object" && value !== null && "id" in value;

async function isHidden(id: string, viewers: readonly CheckedClient[]): Promise<boolean> {
  for (const viewer of viewers) {
    const { node } = await viewer.data<{ node: object | null }>(
      "query ($id: ID!) { node(id: $id) { id } }",
      { id } as never,
    );
    if (node) return false;
  }
  return true;
}
