/** How long after a failed try the line is tried again, in milliseconds: at first, and at most. */
const [firstPause, longestPause] = [3000, 60_000];

/**
 * Runs something as the line may be back: when the browser says so, and now and then, as a browser knows
 * of its own network only. Gives the function that ends it.
 */
export function whenLineMayBeBack(run: () => void): () => void {
  let pause = firstPause;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    // Spread over time, so that many tabs do not come back at the same moment.
    timer = setTimeout(again, pause * (0.75 + Math.random() / 2));
    pause = Math.min(pause * 2, longestPause);
  };
  const again = () => {
    clearTimeout(timer);
    later();
    run();
  };
  window.addEventListener("online", again);
  later();
  return () => {
    clearTimeout(timer);
    window.removeEventListener("online", again);
  };
}
