import { useSearch } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { useText } from "../../language/language.js";
import { Loading } from "../loading.js";
import { useBoundaries } from "./boundaries.js";
import { MapChoice } from "./map-choice.js";
import type { MapLayout, MapLevel } from "./place.js";
import { tileLayout } from "./tile-layout.js";

const texts = {
  form: { id: "Bentuk", en: "Shown as" },
  map: { id: "Peta", en: "Map" },
  tiles: { id: "Ubin", en: "Tiles" },
  table: { id: "Tabel", en: "Table" },
};

/** The forms in which figures of regions are shown. */
type Form = "map" | "tiles" | "table";

/** How figures of regions are shown: in which form, which forms there are, and the drawing of a map. */
export interface MapForm {
  form: Form;
  forms: readonly Form[];
  /** Undefined until the hub has said whether it has boundaries; null where there is no map. */
  layout: MapLayout | null | undefined;
}

interface Given {
  boundaries: MapLayout | null | undefined;
  level: MapLevel;
  hasTable: boolean;
  as: string | undefined;
}

function formOf({ boundaries, level, hasTable, as }: Given): MapForm {
  const tiles = level === "PROVINCE" ? tileLayout : null;
  const drawn = boundaries === null ? tiles : boundaries;
  const forms: Form[] = drawn ? ["map"] : [];
  if (boundaries && tiles) forms.push("tiles");
  if (hasTable || drawn === null) forms.push("table");
  // Until the hub has said whether it has boundaries, there is a place for the map: a table would only flash.
  const first = drawn === null ? "table" : "map";
  const form = forms.find((one) => one === as) ?? first;
  return { form, forms, layout: form === "tiles" ? tiles : drawn };
}

/**
 * The form that the address asks for, of those that there are: boundaries where the operator loaded them, tiles
 * of provinces, a table always (where one stands beside the map anyway, without `hasTable`, only if there is no
 * map).
 */
export function useMapForm(level: MapLevel, hasTable = true): MapForm {
  const boundaries = useBoundaries(level);
  const { as } = useSearch({ strict: false }) as { as?: string };
  return useMemo(
    () => formOf({ boundaries, level, hasTable, as }),
    [boundaries, level, hasTable, as],
  );
}

/** Chooses the form. */
export function MapFormChoice({ of: { form, forms } }: { of: MapForm }) {
  const t = useText();
  if (forms.length < 2) return null;
  return (
    <MapChoice
      label={t(texts.form)}
      name="as"
      chosen={form}
      members={forms.map((value) => ({ value, label: t(texts[value]) }))}
    />
  );
}

/** The map in its form, or the table. */
export function MapOrTable({
  of: { form, layout },
  map,
  table,
}: {
  of: MapForm;
  map: (layout: MapLayout) => ReactNode;
  table: () => ReactNode;
}) {
  if (form === "table" || layout === null) return table();
  return layout === undefined ? <Loading /> : map(layout);
}
