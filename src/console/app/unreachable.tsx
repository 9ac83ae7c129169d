import { firstLanguage, format } from "../language/language.js";
import { useTitle } from "../parts/use-title.js";

const texts = {
  title: { id: "Hub belum dapat dihubungi", en: "The hub cannot be reached" },
  advice: {
    id: "Periksa sambungan internet Anda, lalu muat ulang halaman ini.",
    en: "Check your connection, then load this page again.",
  },
  again: { id: "Muat ulang", en: "Load again" },
};

/** The page of a console whose hub does not answer. */
export function Unreachable() {
  const language = firstLanguage();
  useTitle(format(texts.title, language));
  return (
    <main className="notice">
      <h1>{format(texts.title, language)}</h1>
      <p>{format(texts.advice, language)}</p>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {format(texts.again, language)}
      </button>
    </main>
  );
}
