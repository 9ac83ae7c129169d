/** What is said of a webhook's secret where it is shown. */
export const secretTexts = {
  once: {
    id: "Salin sekarang: rahasia ini hanya ditampilkan sekali. Penerima memeriksa tanda tangan dengannya.",
    en: "Copy it now: this secret is shown only this once. The receiver verifies signatures by it.",
  },
  secret: { id: "rahasia webhook", en: "webhook's secret" },
};
