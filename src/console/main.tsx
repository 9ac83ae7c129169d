import "./styles/tokens.css";
import "./styles/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Console } from "./app/console.js";
import { Unreachable } from "./app/unreachable.js";
import { Session } from "./session/session.js";

const place = document.getElementById("console");
if (!place) throw new Error("the page has no place for the console");
const root = createRoot(place);

try {
  const session = await Session.open();
  root.render(
    <StrictMode>
      <Console session={session} />
    </StrictMode>,
  );
} catch {
  root.render(<Unreachable />);
}
