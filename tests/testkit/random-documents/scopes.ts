import type { FieldNode } from "graphql";

/** What a response's object has under one name so far: every field of that name must be the same. */
interface Answered {
  /** The field and its arguments, as text. */
  signature: string;
  /** The field without its selections, to be asked once more. */
  node: FieldNode;
  below: Scope;
}

/** The names of one response object, through all the fragments that make it. */
export class Scope {
  private readonly answered = new Map<string, Answered>();

  /** Those that have objects below them. */
  get composite(): Answered[] {
    return [...this.answered.values()].filter(({ below }) => below.answered.size > 0);
  }

  has(called: string): boolean {
    return this.answered.has(called);
  }

  /** The scope below a field that takes this name, or undefined where another has it. */
  take(called: string, signature: string, node: FieldNode): Scope | undefined {
    const known = this.answered.get(called);
    if (known) return known.signature === signature ? known.below : undefined;
    const below = new Scope();
    this.answered.set(called, { signature, node, below });
    return below;
  }

  /** Whether all names of `other` are free here, or the same. */
  private agreesWith(other: Scope): boolean {
    return [...other.answered].every(([called, { signature, below }]) => {
      const known = this.answered.get(called);
      return !known || (known.signature === signature && known.below.agreesWith(below));
    });
  }

  /** Takes all names of `other` in, where none of them means something else here. */
  absorb(other: Scope): boolean {
    if (!this.agreesWith(other)) return false;
    for (const [called, { signature, node, below }] of other.answered) {
      this.take(called, signature, node)?.absorb(below);
    }
    return true;
  }
}
