import { useEffect } from "react";

/** The time between two looks at what no stream follows, in milliseconds. */
const everyMs = 5_000;

/** Asks again every few seconds while the page is looked at: deliveries have no lines in the ledger. */
export function useAgainEvery(again: () => void): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") again();
    };
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }, [again]);
}
