import type { Feature, FeatureCollection, Position } from "geojson";

// Synthetic boundaries: no line of them is a real one. The hub ships no boundaries, and neither do its tests.

/** The codes of the provinces. */
export const provinceCodes: readonly string[] = [
  ...[
    "11",
    "12",
    "13",
    "14",
    "15",
    "16",
    "17",
    "18",
    "19",
    "21",
    "31",
    "32",
    "33",
    "34",
    "35",
    "36",
  ],
  ...["51", "52", "53", "61", "62", "63", "64", "65", "71", "72", "73", "74", "75", "76"],
  ...["81", "82", "91", "92", "93", "94", "95", "96"],
];

/** A square of one degree; its corner in the south-west. */
export const square = (west: number, south: number, side = 1): Position[][] => [
  [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ],
];

/** A feature of a polygon. */
export const featureOf = (
  properties: Record<string, unknown>,
  coordinates: Position[][] = square(100, 0),
): Feature => ({ type: "Feature", properties, geometry: { type: "Polygon", coordinates } });

export const collectionOf = (...features: Feature[]): FeatureCollection => ({
  type: "FeatureCollection",
  features,
});

/** The line between two neighbours: from south to north, in waves of many points. */
function coast(at: number, points: number): Position[] {
  return Array.from({ length: points }, (_, step) => {
    const share = step / (points - 1);
    const wave = 0.05 * Math.sin(share * 60) + 0.01 * Math.sin(share * 700);
    return [95 + at * 1.1 + wave * (1 - share) * share, -5 + share * 6];
  });
}

/**
 * Every province as an upright strip, side by side from west to east; neighbours share a line of `points`
 * positions.
 */
export function syntheticProvinces(points = 40, property = "code"): FeatureCollection {
  const lines = Array.from({ length: provinceCodes.length + 1 }, (_, at) => coast(at, points));
  return collectionOf(
    ...provinceCodes.map((code, at) => {
      const [west = [], east = []] = [lines[at], lines[at + 1]];
      const ring = [...east, ...west.toReversed(), ...east.slice(0, 1)];
      return featureOf({ [property]: code }, [ring]);
    }),
  );
}
