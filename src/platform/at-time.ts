/** The longest delay of a timer; a later time needs several timers. */
export const longestDelayMs = 2_147_483_647;

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
