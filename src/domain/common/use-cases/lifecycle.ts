import { HubError, invalidTransition, type Text } from "../../../platform/errors.js";

/** The allowed transitions between a noun's states; every other transition is refused. */
export interface Lifecycle<State extends string> {
  /**
   * Throws INVALID_TRANSITION at `path`, with the allowed states, unless the transition from `from`
   * to `to` is allowed.
   */
  check(from: State, to: State, path: string): void;
  /** The states that can follow `from`. */
  allowed(from: State): readonly State[];
}

/** A lifecycle from its drawing: for each state, the states that can follow it. */
export function lifecycle<State extends string>(
  noun: string,
  drawing: Record<State, readonly State[]>,
): Lifecycle<State> {
  const allowed = (from: State) => drawing[from];
  return {
    allowed,
    check(from, to, path) {
      if (!allowed(from).includes(to)) throw invalidTransition(noun, from, to, allowed(from), path);
    },
  };
}

interface Refused {
  /** The state before the transition, and the requested state. */
  from: string;
  to: string;
  /** The allowed states. */
  allowed?: readonly string[];
  /** The reason, as a stable word. */
  reason: string;
  text: Text;
  path: string;
  details?: Record<string, unknown>;
}

/**
 * INVALID_TRANSITION for a rule that is not in the drawing of a lifecycle, with the states and the
 * reason.
 */
export function refused({ from, to, allowed = [], reason, text, path, details }: Refused) {
  return new HubError("INVALID_TRANSITION", text, { from, to, allowed, reason, ...details }, [
    { path, message: text },
  ]);
}
