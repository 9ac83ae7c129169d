import type { Page } from "playwright-core";

/** Goes to an address within the console, without loading it again, and waits for its heading. */
export async function goWithin(page: Page, address: string): Promise<void> {
  await page.evaluate(`{
    document.querySelector("main h1")?.setAttribute("data-left", "");
    history.pushState({}, "", ${JSON.stringify(address)});
  }`);
  await page.locator("main h1:not([data-left])").first().waitFor();
  await arrived(page);
}

/** Waits until nothing of a page is on its way. */
export async function arrived(page: Page): Promise<void> {
  const loading = page.locator("main [role=status] > .visually-hidden");
  await loading.first().waitFor({ state: "detached" });
}

/** The buttons of dialogs and menus, and those that only unfold a part of the page. */
const opens = "main button[aria-expanded=false][data-react-aria-pressable]";
const unfolds = "main button[aria-expanded=false]:not([data-react-aria-pressable])";

/** What such a button opens: a dialog, a menu, or the choices of a search. */
const popups = "[role=dialog], [role=menu], [role=listbox]";

/** Unfolds what can be unfolded, of alike buttons the first. */
const unfold = (page: Page): Promise<void> =>
  page.evaluate(`{
    for (const part of document.querySelectorAll("main details")) part.open = true;
    const known = new Set();
    for (const button of document.querySelectorAll("${unfolds}")) {
      if (!known.has(button.textContent)) button.click();
      known.add(button.textContent);
    }
  }`);

/** Something of a page that can be looked at: its name, the part that is new, and the way back. */
export interface PageState {
  name: string;
  within: string;
}

/** Opens the dialogs that are not `known` yet, each by the first of its buttons, and lets `look` see them. */
async function eachDialog(
  page: Page,
  name: string,
  known: Set<string>,
  look: (state: PageState) => Promise<void>,
) {
  const buttons = page.locator(opens);
  for (const [at, label] of (await buttons.allTextContents()).entries()) {
    if (known.has(label)) continue;
    known.add(label);
    await buttons.nth(at).click();
    const opened = page.locator(`:is(${popups}):visible`);
    await opened.first().waitFor();
    await look({
      name: `${name} [${label}]`,
      within: "[role=dialog]:not([popover]), [role=menu], [role=listbox]",
    });
    await page.keyboard.press("Escape");
    await opened.first().waitFor({ state: "detached" });
  }
}

/** Shows each tab of a page and each dialog of each tab, and lets `look` see them. */
export async function eachState(
  page: Page,
  address: string,
  look: (state: PageState) => Promise<void>,
): Promise<void> {
  const tabs = page.locator("main [role=tab]");
  const labels = await tabs.allTextContents();
  const dialogs = new Set<string>();
  for (const [at, label] of (labels.length > 0 ? labels : [""]).entries()) {
    if (at > 0) await tabs.nth(at).click();
    await unfold(page);
    await arrived(page);
    const name = [address, label].filter(Boolean).join(" ");
    await look({ name, within: at > 0 ? "[role=tabpanel]" : "html" });
    await eachDialog(page, name, dialogs, look);
  }
}
