import { HubError, invalidTransition, type Text } from "../../../platform/errors.js";

/** The drawn transitions of a noun's states; everything else is refused. */
export interface Lifecycle<State extends string> {
  /** Passes when `to` is drawn from `from`; else INVALID_TRANSITION at `path`, naming what is allowed. */
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
  /** The states before and after. */
  from: string;
  to: string;
  /** The states that are allowed instead. */
  allowed?: readonly string[];
  /** A stable word for the reason. */
  reason: string;
  text: Text;
  path: string;
  details?: Record<string, unknown>;
}

/** INVALID_TRANSITION for a rule beyond a lifecycle's drawing, with the rule's reason. */
export function refused({ from, to, allowed = [], reason, text, path, details }: Refused) {
  return new HubError("INVALID_TRANSITION", text, { from, to, allowed, reason, ...details }, [
    { path, message: text },
  ]);
}
