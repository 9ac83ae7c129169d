import { useState } from "react";
import { useText } from "../language/language.js";

const texts = {
  pages: { id: "Halaman", en: "Pages" },
  before: { id: "← Sebelumnya", en: "← Before" },
  next: { id: "Berikutnya →", en: "Next →" },
  shown: {
    id: "Halaman {page} · {total, plural, other {# baris}}",
    en: "Page {page} · {total, plural, one {# row} other {# rows}}",
  },
};

/** Where one is in a list that the hub gives in pages. */
export interface Paging {
  /** The cursor after which the page begins; null for the first. */
  after: string | null;
  page: number;
  forward: (cursor: string) => void;
  back: () => void;
}

/** The place in a list; another `list`, as its filter in words, begins at the first page. */
export function usePaging(list: string): Paging {
  const [place, setPlace] = useState<{ list: string; cursors: string[] }>({ list, cursors: [] });
  const cursors = place.list === list ? place.cursors : [];
  return {
    after: cursors.at(-1) ?? null,
    page: cursors.length + 1,
    forward: (cursor) => setPlace({ list, cursors: [...cursors, cursor] }),
    back: () => setPlace({ list, cursors: cursors.slice(0, -1) }),
  };
}

/** The buttons between the pages of a list; nothing where there is one page. */
export function PageButtons({
  paging,
  total,
  info,
}: {
  paging: Paging;
  total: number;
  info: { hasNextPage: boolean; endCursor: string | null };
}) {
  const t = useText();
  const { hasNextPage, endCursor } = info;
  if (paging.page === 1 && !hasNextPage) return null;
  return (
    <nav aria-label={t(texts.pages)} className="row no-print">
      <button type="button" className="button" disabled={paging.page === 1} onClick={paging.back}>
        {t(texts.before)}
      </button>
      <span className="small soft">{t(texts.shown, { page: paging.page, total })}</span>
      <button
        type="button"
        className="button"
        disabled={!hasNextPage || endCursor === null}
        onClick={() => paging.forward(endCursor ?? "")}
      >
        {t(texts.next)}
      </button>
    </nav>
  );
}
