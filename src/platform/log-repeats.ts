import { AsyncResource } from "node:async_hooks";
import { cut } from "./cut.js";
import { describeError, isError, safeMessage } from "./secrets.js";

/** The time within which the lines of a kind after its first are counted, in milliseconds. */
const countMs = 1_000;
/** The quiet after which a kind is forgotten, so that its next line has its stack again, in milliseconds. */
const forgetMs = 60_000;
/** The kinds that are known apart; the lines of further ones are counted together, by level. */
const mostKinds = 500;
/** The ids of errors that one line names. */
const mostIds = 1_000;
/** The characters of a message that tell its kind. */
const kindLength = 200;

/** Runs `act` after a time; call the returned function to prevent it. */
export type After = (ms: number, act: () => void) => () => void;

/** A line that is to be written. */
export interface Line {
  level: number;
  /** What the logger was called with, its message included. */
  given: readonly unknown[];
  /** Writes a line of this level by the logger that was called. */
  write(given: readonly unknown[]): void;
}

/** The lines of one kind. */
interface Kind {
  /** True within `countMs` after a line. */
  isCounting: boolean;
  count: number;
  last: Line | undefined;
  errorIds: string[];
  cancel: () => void;
}

const fieldsOf = ({ given: [first] }: Line): Record<string, unknown> =>
  typeof first === "object" && first !== null ? (first as Record<string, unknown>) : {};

const messageOf = ({ given: [first, second] }: Line): unknown =>
  typeof first === "string" ? first : second;

/** A text without what differs from case to case: quoted words, ids and numbers. */
const shapeOf = (text: string): string =>
  cut(text, kindLength)
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, "…")
    .replace(/[\w-]*\d[\w.:-]*/g, "#");

/** The place in the hub's code or its libraries where an error was made. */
const placeOf = ({ stack = "" }: Error): string => /^\s+at .*$/m.exec(stack)?.[0].trim() ?? "";

/**
 * What the lines of one kind have in common: level and message, the statement or document that they are about, and
 * the error's type, code, words and place.
 */
function kindOf(line: Line): string {
  const fields = fieldsOf(line);
  const error = Object.values(fields).find(isError);
  const about = String(fields.statement ?? fields.document ?? "");
  const parts = [line.level, shapeOf(String(messageOf(line) ?? "")), about];
  if (error) {
    parts.push(error.name, String(error.code ?? ""), shapeOf(safeMessage(error)), placeOf(error));
  }
  return parts.join("\n");
}

/** The same line for a kind whose stack was written before. */
function withoutStack(line: Line, more: Record<string, unknown> = {}): readonly unknown[] {
  const [first, ...rest] = line.given;
  const fields = Object.entries(fieldsOf(line)).map(([key, value]) => [
    key,
    isError(value) ? describeError(value, { stack: false }) : value,
  ]);
  const texts = typeof first === "string" ? line.given : rest;
  return [{ ...Object.fromEntries(fields), ...more }, ...texts];
}

/** Runs work outside of the request in which a line was logged, which a timer would hold. */
const outside = new AsyncResource("RepeatedLines");

const systemAfter: After = (ms, act) => {
  const timer = outside.runInAsyncScope(() => setTimeout(act, ms).unref());
  return () => clearTimeout(timer);
};

/** The counts that are not yet written; they are when the process ends. */
const pending = new Set<RepeatedLines>();
let isEndWatched = false;

function watchEnd(): void {
  if (isEndWatched) return;
  isEndWatched = true;
  // Before pino's own, which writes out what its stream holds.
  process.prependListener("exit", () => {
    for (const lines of pending) lines.flush();
  });
}

/**
 * The warnings and errors of a log, of each kind at most one a second and one more at the beginning: the first is
 * written at once, with its stack; those that follow are counted, and written as one line with their `count` and
 * the fields of the last of them. An outage repeats the same lines thousands of times.
 */
export class RepeatedLines {
  private readonly kinds = new Map<string, Kind>();

  constructor(private readonly after: After = systemAfter) {}

  /** Writes a line, now or counted. */
  take(line: Line): void {
    const key = this.keyOf(line);
    const kind = this.kinds.get(key);
    if (!kind) {
      const made = { isCounting: true, count: 0, last: undefined, errorIds: [], cancel() {} };
      this.kinds.set(key, made);
      line.write(line.given);
      this.wait(key, made);
    } else if (kind.isCounting) this.count(kind, line);
    else {
      line.write(withoutStack(line));
      kind.isCounting = true;
      this.wait(key, kind);
    }
  }

  /** Writes what was counted and not yet written. */
  flush(): void {
    for (const kind of this.kinds.values()) this.tell(kind);
    pending.delete(this);
  }

  /** The known kinds, or that of all others of the level. */
  private keyOf(line: Line): string {
    const key = kindOf(line);
    return this.kinds.has(key) || this.kinds.size < mostKinds ? key : String(line.level);
  }

  private count(kind: Kind, line: Line): void {
    kind.count += 1;
    kind.last = line;
    const { errorId } = fieldsOf(line);
    if (typeof errorId === "string" && kind.errorIds.length < mostIds) kind.errorIds.push(errorId);
    watchEnd();
    pending.add(this);
  }

  private wait(key: string, kind: Kind): void {
    kind.cancel();
    kind.cancel = this.after(countMs, () => {
      if (this.tell(kind)) {
        this.wait(key, kind);
        return;
      }
      kind.isCounting = false;
      kind.cancel = this.after(forgetMs, () => this.kinds.delete(key));
    });
  }

  /** Writes the count of a kind; false where nothing was counted. */
  private tell(kind: Kind): boolean {
    const { last, count, errorIds } = kind;
    if (!last) return false;
    Object.assign(kind, { last: undefined, count: 0, errorIds: [] });
    const ids = errorIds.length > 0 ? { errorId: undefined, errorIds } : {};
    last.write(withoutStack(last, { count, ...ids }));
    return true;
  }
}
