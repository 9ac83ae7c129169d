/** The longest delay of a timer; a later time needs several timers. */
export const longestDelayMs = 2_147_483_647;

/**
 * True while an instant, in milliseconds since 1970, is ahead that was set at most `mostMs` ahead. One that is
 * further ahead was set before the clock was set back, and is taken to be over; infinity never is.
 */
export function isAhead(instant: number, mostMs: number): boolean {
  const left = instant - Date.now();
  return left > 0 && (left <= mostMs || instant === Number.POSITIVE_INFINITY);
}

/** Acts at a time, however far away it is; the returned function cancels that. */
export function atTime(time: Date, act: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = () => {
    const left = Math.max(time.getTime() - Date.now(), 0);
    timer = setTimeout(
      () => (Date.now() < time.getTime() ? wait() : act()),
      Math.min(left, longestDelayMs),
    );
  };
  wait();
  return () => clearTimeout(timer);
}
