import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useRef, useState } from "react";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import styles from "./map.module.css";
import type { Measure, ProvinceFigures } from "./province-figures.js";
import { provinceTiles, type Tile, tileColumns, tileRows } from "./provinces.js";

const texts = {
  label: {
    id: "Peta ubin provinsi; tombol panah berpindah antarprovinsi, Enter membuka rencana aksinya",
    en: "Tile map of the provinces; arrow keys move between provinces, Enter opens their plans",
  },
  plans: {
    id: "{count, plural, other {# rencana aksi}}",
    en: "{count, plural, =0 {no plans} one {# plan} other {# plans}}",
  },
  tile: { id: "{name} ({short}): {figure}", en: "{name} ({short}): {figure}" },
  least: { id: "sedikit", en: "few" },
  most: { id: "banyak", en: "many" },
};

/** How many shades the colours have, beside that of nothing. */
const shades = 4;

/** The size of a tile and of the gap between two, in units of the drawing. */
const size = 40;
const gap = 3;

const numberOf = (figures: ProvinceFigures, measure: Measure): number =>
  measure === "plans" ? figures.plans : Number(figures.given);

/** The shade of a value: 0 for nothing, else 1 to 4 by its share of the most. */
const shadeOf = (value: number, most: number): number =>
  value === 0 ? 0 : Math.max(1, Math.ceil((value / most) * shades));

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ...{ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] },
};

/** The nearest tile in the direction of an arrow key. */
function nextTile(from: Tile, key: string): string | undefined {
  const step = steps[key];
  if (!step) return undefined;
  const [x, y] = step;
  const away = ({ column, row }: Tile) => {
    const [across, down] = [column - from.column, row - from.row];
    const along = across * x + down * y;
    return along <= 0 ? Number.POSITIVE_INFINITY : along + 2 * Math.abs(across * y + down * x);
  };
  const [nearest] = Object.entries(provinceTiles).sort(([, a], [, b]) => away(a) - away(b));
  return nearest && away(nearest[1]) < Number.POSITIVE_INFINITY ? nearest[0] : undefined;
}

interface ShownTile {
  figures: ProvinceFigures;
  tile: Tile;
  words: string;
  shade: number;
}

function TileLink({
  shown: { figures, tile, words, shade },
  isCurrent,
  onFocus,
  onKeyDown,
  open,
}: {
  shown: ShownTile;
  isCurrent: boolean;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  open: () => void;
}) {
  const [x, y] = [tile.column * (size + gap), tile.row * (size + gap)];
  return (
    <a
      href={`/plans?region=${figures.code}`}
      aria-label={words}
      data-province={figures.code}
      data-shade={shade}
      className={styles.tile}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={onFocus}
      onPointerEnter={onFocus}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        open();
      }}
    >
      <rect x={x} y={y} width={size} height={size} rx={5} />
    </a>
  );
}

/** The short names on the tiles; each link says its province in full. */
function Letters({ tiles }: { tiles: readonly ShownTile[] }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of letters takes no focus.
    <g aria-hidden="true" className={styles.letters}>
      {tiles.map(({ figures: { code }, shade, tile: { column, row, short } }) => (
        <text
          key={code}
          data-shade={shade}
          x={column * (size + gap) + size / 2}
          y={row * (size + gap) + size / 2}
        >
          {short}
        </text>
      ))}
    </g>
  );
}

function useShownTiles(figures: readonly ProvinceFigures[], measure: Measure): ShownTile[] {
  const t = useText();
  const { shortMoney } = useFormats();
  const most = Math.max(1, ...figures.map((one) => numberOf(one, measure)));
  return figures.flatMap((one) => {
    const tile = provinceTiles[one.code];
    const figure =
      measure === "plans" ? t(texts.plans, { count: one.plans }) : shortMoney(one.given);
    const words = t(texts.tile, { name: one.name, short: tile?.short, figure });
    return tile
      ? [{ figures: one, tile, words, shade: shadeOf(numberOf(one, measure), most) }]
      : [];
  });
}

function Legend({ words }: { words: string }) {
  const t = useText();
  return (
    <p className={styles.legend} aria-hidden="true">
      <strong className={styles.words}>{words}</strong>
      {t(texts.least)}
      {Array.from({ length: shades + 1 }, (_, shade) => shade).map((shade) => (
        <span key={shade} data-shade={shade} />
      ))}
      {t(texts.most)}
    </p>
  );
}

/** The provinces as tiles where they lie, coloured by a measure; each leads to its plans. */
export function TileMap({
  figures,
  measure,
}: {
  figures: readonly ProvinceFigures[];
  measure: Measure;
}) {
  const t = useText();
  const navigate = useNavigate();
  const map = useRef<SVGSVGElement>(null);
  const tiles = useShownTiles(figures, measure);
  const [current, setCurrent] = useState("11");
  const onKeyDown = (event: KeyboardEvent) => {
    const from = provinceTiles[current];
    const next = from && nextTile(from, event.key);
    if (!next) return;
    event.preventDefault();
    map.current?.querySelector<SVGAElement>(`[data-province="${next}"]`)?.focus();
  };
  const box = `-2 -2 ${tileColumns * (size + gap) + 1} ${tileRows * (size + gap) + 1}`;
  return (
    <nav aria-label={t(texts.label)} className={styles.figure}>
      <svg ref={map} role="presentation" viewBox={box} className={styles.map}>
        {tiles.map((shown) => (
          <TileLink
            key={shown.figures.code}
            shown={shown}
            isCurrent={shown.figures.code === current}
            onKeyDown={onKeyDown}
            onFocus={() => setCurrent(shown.figures.code)}
            open={() =>
              void navigate({ to: "/plans", search: { region: shown.figures.code } } as never)
            }
          />
        ))}
        <Letters tiles={tiles} />
      </svg>
      <Legend words={tiles.find((one) => one.figures.code === current)?.words ?? ""} />
    </nav>
  );
}
