import type { Text } from "../language/language.js";

/** The places of the console, in the order of its navigation. */
export const places = [
  { to: "/", text: { id: "Beranda", en: "Home" }, mark: "⌂" },
  { to: "/plans", text: { id: "Rencana aksi", en: "Action plans" }, mark: "▤" },
  { to: "/rembuk", text: { id: "Rembuk", en: "Rembuk" }, mark: "◔" },
  { to: "/assessments", text: { id: "Asesmen", en: "Assessments" }, mark: "✓" },
  { to: "/indicators", text: { id: "Indikator", en: "Indicators" }, mark: "↗" },
  { to: "/groups", text: { id: "Kelompok usaha", en: "Enterprise groups" }, mark: "⁂" },
  { to: "/saved-views", text: { id: "Tampilan", en: "Views" }, mark: "▦" },
  { to: "/organisations", text: { id: "Lembaga", en: "Organisations" }, mark: "⌘" },
] as const satisfies readonly { to: string; text: Text; mark: string }[];
