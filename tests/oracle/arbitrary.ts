import fc from "fast-check";
import { Chance } from "./chance.js";
import { DocumentWriter } from "./documents.js";
import type { Pools } from "./pools.js";
import { simpler } from "./shrinking.js";
import type { Asked } from "./tidy.js";

/** One request: who asks what, and in which language the errors are told. */
export interface Question extends Asked {
  /** The viewer's name among those of the oracle. */
  viewer: string;
  language: "en" | "id";
}

/**
 * Random requests. They are written by one pass over the schema, as fields, fragments and variables
 * depend on each other, and made smaller by what can be left out of a document.
 */
export class Questions extends fc.Arbitrary<Question> {
  constructor(
    private readonly pools: Pools,
    /** The viewers' names, each as often as it is to ask. */
    private readonly viewers: readonly string[],
  ) {
    super();
  }

  override generate(random: fc.Random): fc.Value<Question> {
    const chance = new Chance(random);
    const viewer = chance.pick(this.viewers);
    const language = chance.of(0.1) ? "id" : "en";
    const asked = new DocumentWriter(chance, this.pools).write();
    return new fc.Value({ ...asked, viewer, language }, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is Question {
    return typeof value === "object" && value !== null && "document" in value;
  }

  override shrink({ viewer, language, ...asked }: Question): fc.Stream<fc.Value<Question>> {
    const whole = (one: Asked, by: string) =>
      new fc.Value({ ...one, viewer: by, language }, undefined);
    function* candidates() {
      for (const one of simpler(asked)) yield whole(one, viewer);
      if (viewer !== "visitor") yield whole(asked, "visitor");
    }
    return fc.stream(candidates());
  }
}
