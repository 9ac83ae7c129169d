import type { RegionLevel } from "../../generated/graphql.js";
import { useText } from "../../language/language.js";
import { MapFormChoice, useMapForm } from "../../parts/map/map-form.js";
import type { MapLevel } from "../../parts/map/place.js";
import { RegionMap } from "../../parts/map/region-map.js";
import { type Indicator, type RegionRow, useValueText } from "./figures.js";

const texts = {
  label: {
    id: "Peta {title}; tombol panah berpindah antarwilayah, tabel di bawah memuat angka yang sama",
    en: "Map of {title}; arrow keys move between regions, the table below has the same figures",
  },
};

interface Shown {
  title: string;
  rows: readonly RegionRow[];
  unit: Indicator["unit"];
}

function LevelMap({ title, rows, unit, level }: Shown & { level: MapLevel }) {
  const t = useText();
  const valueText = useValueText(unit);
  const form = useMapForm(level, false);
  const { layout } = form;
  const places = rows.map(({ region: { code, name }, value, suppressed }) => {
    return { code, name, value, figure: valueText(value, suppressed) };
  });
  const values = rows.flatMap(({ value }) => (value === null ? [] : [value]));
  if (!layout || values.length === 0) return null;
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => valueText(value));
  return (
    <>
      <div className="row no-print">
        <MapFormChoice of={form} />
      </div>
      <RegionMap
        label={t(texts.label, { title })}
        {...{ places, layout }}
        scale={{ from: "least", least: least ?? "", most: most ?? "" }}
      />
    </>
  );
}

/** An indicator's figures on the map of a level that has one; the table beside it has the same. */
export function RegionsMap({ level, ...shown }: Shown & { level: RegionLevel }) {
  return level === "PROVINCE" || level === "REGENCY" ? <LevelMap level={level} {...shown} /> : null;
}
