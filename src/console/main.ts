import "./styles/tokens.css";
import "./styles/base.css";
import { loadAgain } from "./app/load-again.js";
import { beginToLoad } from "./app/pages.js";
import { Session } from "./session/session.js";

const place = document.getElementById("console");
if (!place) throw new Error("the page has no place for the console");

// This file is small: the sign-in goes on, and the page's code comes, while the shell is on its way.
const opened = Session.open();
opened.catch(() => undefined);
beginToLoad(window.location.pathname);
// Not awaited: what is imported imports this file's chunk too, and would wait for it in turn.
void import("./app/show.js").then(
  ({ show }) => show(place, opened),
  () => loadAgain(place),
);
