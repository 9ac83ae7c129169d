import fc from "fast-check";

/** An arbitrary whose values are reported as they were drawn: a number of the seed repeats each. */
export abstract class Unshrunk<T> extends fc.Arbitrary<T> {
  override canShrinkWithoutContext(_: unknown): _ is T {
    return false;
  }

  override shrink(): fc.Stream<fc.Value<T>> {
    return fc.Stream.nil();
  }
}
