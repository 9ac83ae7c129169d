import { Link } from "@tanstack/react-router";
import { useText } from "../language/language.js";
import { useTitle } from "../parts/use-title.js";

const texts = {
  nothing: { id: "Tidak ada apa pun di alamat ini", en: "There is nothing at this address" },
  nothingMore: {
    id: "Mungkin sudah dihapus, atau Anda belum boleh melihatnya.",
    en: "It may have been removed, or you may not see it.",
  },
  failed: { id: "Halaman ini gagal ditampilkan", en: "This page could not be shown" },
  failedMore: {
    id: "Muat ulang halaman. Yang sudah tersimpan tidak hilang.",
    en: "Load the page again. Nothing that was saved is lost.",
  },
  again: { id: "Muat ulang", en: "Load again" },
  home: { id: "Ke beranda", en: "Home" },
};

/** What an address without a page shows, and a page whose subject is absent or hidden. */
export function NothingHere() {
  const t = useText();
  useTitle(t(texts.nothing));
  return (
    <div className="notice">
      <h1>{t(texts.nothing)}</h1>
      <p>{t(texts.nothingMore)}</p>
      <Link to="/" className="button">
        {t(texts.home)}
      </Link>
    </div>
  );
}

/** What a page shows that failed while it was rendered. */
export function PageFault() {
  const t = useText();
  useTitle(t(texts.failed));
  return (
    <div className="notice" role="alert">
      <h1>{t(texts.failed)}</h1>
      <p>{t(texts.failedMore)}</p>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {t(texts.again)}
      </button>
    </div>
  );
}
