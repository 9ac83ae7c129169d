/** Runs something when the browser has nothing else to do, where it can say so; gives what cancels that. */
export function whenIdle(run: () => void): () => void {
  if ("requestIdleCallback" in window) {
    const handle = window.requestIdleCallback(run);
    return () => window.cancelIdleCallback(handle);
  }
  // Safari.
  const timer = setTimeout(run, 50);
  return () => clearTimeout(timer);
}
