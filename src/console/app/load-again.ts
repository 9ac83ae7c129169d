const key = "rembuk.loaded-again";

/** The time in which a second failure is told instead of tried again, in milliseconds. */
const soonMs = 30_000;

/**
 * Loads the page once more where the shell's code could not be fetched: a browser may keep the failure of a module
 * for as long as the page stays. What fails again is said, in both languages, as those of the shell are not there.
 */
export function loadAgain(place: HTMLElement): void {
  const last = Number(sessionStorage.getItem(key) ?? 0);
  if (Date.now() - last > soonMs) {
    sessionStorage.setItem(key, String(Date.now()));
    window.location.reload();
    return;
  }
  const said = document.createElement("p");
  said.setAttribute("role", "alert");
  said.textContent =
    "Halaman ini gagal dimuat. Periksa sambungan Anda, lalu muat ulang. – This page could not be loaded. Check your connection, then load it again.";
  place.replaceChildren(said);
}
