import type { MapLayout } from "./place.js";
import { provinceTiles, tileColumns, tileRows } from "./province-tiles.js";

/** The size of a tile and of the gap between two, in units of the drawing. */
const size = 40;
const gap = 3;
const round = 5;
const step = size + gap;

/** A tile with round corners. */
const tilePath = (x: number, y: number): string => {
  const [side, corner] = [size - 2 * round, `a${round},${round} 0 0 1`];
  return `M${x + round},${y}h${side}${corner} ${round},${round}v${side}${corner} -${round},${round}h-${side}${corner} -${round},-${round}v-${side}${corner} ${round},-${round}z`;
};

/** The provinces as tiles where they lie. */
export const tileLayout: MapLayout = {
  viewBox: `-2 -2 ${tileColumns * step + 1} ${tileRows * step + 1}`,
  shapes: new Map(
    Object.entries(provinceTiles).map(([code, { column, row, short }]) => {
      const [x, y] = [column * step, row * step];
      const shape = { x: x + size / 2, y: y + size / 2, path: tilePath(x, y), short };
      return [code, shape];
    }),
  ),
};
