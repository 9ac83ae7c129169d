import type { RegionLevel } from "../../generated/graphql.js";

/** The levels of which a map can be drawn. */
export type MapLevel = Extract<RegionLevel, "PROVINCE" | "REGENCY">;

/** A region on a map with its figure. */
export interface MapPlace {
  code: string;
  name: string;
  /** What it is coloured by; null where there is no figure. */
  value: number | null;
  /** The figure in words. */
  figure: string;
}

/** Where a region stands in a drawing, and its form: the path of an SVG. */
export interface MapShape {
  /** Its middle, from which arrow keys look for the next one. */
  x: number;
  y: number;
  path: string;
  /** A short name that stands in it. */
  short?: string;
}

/** The forms of regions in a drawing. */
export interface MapLayout {
  viewBox: string;
  shapes: ReadonlyMap<string, MapShape>;
}

/** How many shades the colours have, beside that of nothing. */
export const shades = 4;

/** The function that gives values their shade: 0 for none, else 1 to 4 between the least and the most. */
export function shading(places: readonly MapPlace[], from: "zero" | "least") {
  const values = places.flatMap(({ value }) => (value === null ? [] : [value]));
  const most = Math.max(...values);
  const least = from === "zero" ? 0 : Math.min(...values);
  return ({ value }: MapPlace): number => {
    if (value === null || (from === "zero" && value <= 0)) return 0;
    if (most === least) return shades;
    return Math.max(1, Math.ceil(((value - least) / (most - least)) * shades));
  };
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ...{ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] },
};

/** The nearest region in the direction of an arrow key. */
export function nextPlace({ shapes }: MapLayout, code: string, key: string): string | undefined {
  const [step, from] = [steps[key], shapes.get(code)];
  if (!step || !from) return undefined;
  const [x, y] = step;
  const away = (to: MapShape) => {
    const [across, down] = [to.x - from.x, to.y - from.y];
    const along = across * x + down * y;
    return along <= 0 ? Number.POSITIVE_INFINITY : along + 2 * Math.abs(across * y + down * x);
  };
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [other, shape] of shapes) {
    if (away(shape) >= least) continue;
    [nearest, least] = [other, away(shape)];
  }
  return nearest;
}
