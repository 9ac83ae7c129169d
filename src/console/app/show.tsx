import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { Session } from "../session/session.js";
import { Console } from "./console.js";
import { Unreachable } from "./unreachable.js";

/** Shows the console in its place on the page, once the session is opened. */
export async function show(place: HTMLElement, opened: Promise<Session>): Promise<void> {
  const root = createRoot(place);
  try {
    const session = await opened;
    root.render(
      <StrictMode>
        <Console session={session} />
      </StrictMode>,
    );
  } catch {
    root.render(<Unreachable />);
  }
}
