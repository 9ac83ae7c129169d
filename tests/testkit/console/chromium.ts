import { existsSync } from "node:fs";

/** Where distributions put Chromium; first the one without windows, which takes two thirds of the processor time. */
const places = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** The Chromium of this machine; undefined where there is none. */
export const chromiumPath = (): string | undefined =>
  [process.env.CHROMIUM ?? "", ...places].find((path) => path !== "" && existsSync(path));

/** What is said where there is no Chromium: loudly, and `.ci/run` fails on it, as it installs one. */
export const noChromium =
  "NO CHROMIUM: the console's pages are not tried in a browser. Install Debian's package `chromium-headless-shell` or `chromium`, or set CHROMIUM to its path.";
