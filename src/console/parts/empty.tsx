import type { ReactNode } from "react";

/** What stands where a list has nothing: why, and what one can do. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className="soft">{children}</p>;
}
