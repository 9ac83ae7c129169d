import fc from "fast-check";
import { DocumentWriter } from "./documents.js";
import { FastCheckRandom } from "./fast-check-random.js";
import type { Pools } from "./pools.js";
import type { DrawnRequest } from "./prune.js";
import { simpler } from "./shrinking.js";

/** One document: who asks it, in turn, with which variables, and in which language titles are shown and errors reported. */
export interface Question extends DrawnRequest {
  /** The names of the viewers of each turn. */
  viewers: readonly string[];
  language: "en" | "id";
}

/**
 * Random documents. They are written by one pass over the schema, as fields, fragments and variables
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
    const chance = new FastCheckRandom(random);
    const language = chance.of(0.4) ? "id" : "en";
    // Plans are kept: what is asked again must not be answered by what it was made for.
    const times = chance.weighted([80, 1], [14, 2], [6, 3]);
    const viewers = Array.from({ length: times }, () => chance.pick(this.viewers));
    const asked = new DocumentWriter(chance, this.pools).write(times);
    return new fc.Value({ ...asked, viewers, language }, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is Question {
    return typeof value === "object" && value !== null && "document" in value;
  }

  override shrink({ viewers, language, ...asked }: Question): fc.Stream<fc.Value<Question>> {
    const whole = (one: DrawnRequest, by: readonly string[]) =>
      new fc.Value({ ...one, viewers: by, language }, undefined);
    function* candidates() {
      for (const at of viewers.length > 1 ? viewers.keys() : []) {
        yield whole({ ...asked, turns: asked.turns.toSpliced(at, 1) }, viewers.toSpliced(at, 1));
      }
      for (const one of simpler(asked)) yield whole(one, viewers);
      for (const [at, viewer] of viewers.entries()) {
        if (viewer !== "visitor") yield whole(asked, viewers.with(at, "visitor"));
      }
    }
    return fc.stream(candidates());
  }
}
