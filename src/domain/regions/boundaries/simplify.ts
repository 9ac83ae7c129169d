import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import { feature, quantize } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, quantile, simplify } from "topojson-simplify";
import type { GeometryCollection, Topology } from "topojson-specification";

/** A region's boundary. */
export interface Boundary {
  code: string;
  geometry: Polygon | MultiPolygon;
}

/** How much of a file a map of one level keeps: about as much as a screen can show. */
export interface Detail {
  /** About how many positions. */
  positions: number;
  /** The least area of an island or a lake, in square degrees; the largest of each region is always kept. */
  area: number;
}

/** The steps of a coordinate: one is about 100 metres. */
const steps = 5e4;

type Objects = { regions: GeometryCollection<{ code: string }> };

/** Twice the area of a ring, in square degrees; without its sign. */
function doubleArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [x = 0, y = 0] = ring[at] ?? [];
    const [beforeX = 0, beforeY = 0] = ring[at - 1] ?? [];
    sum += beforeX * y - x * beforeY;
  }
  return Math.abs(sum);
}

/** A geometry without islands and lakes that are too small to see, but with its largest part. */
function withoutSpecks({ code, geometry }: Boundary, least: number): Boundary {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const areaOf = ([outer = []]: Position[][]) => doubleArea(outer) / 2;
  const [largest, ...others] = polygons.toSorted((a, b) => areaOf(b) - areaOf(a));
  const kept = [largest ?? [], ...others.filter((polygon) => areaOf(polygon) >= least)];
  const coordinates = kept.map(([outer = [], ...holes]) => [
    outer,
    ...holes.filter((hole) => doubleArea(hole) / 2 >= least),
  ]);
  return { code, geometry: { type: "MultiPolygon", coordinates } };
}

/** The arcs of the regions that have no area left, which were smaller than what is left out. */
function lostArcs(shown: Topology<Objects>): Set<number> {
  const lost = shown.objects.regions.geometries.filter((region) => {
    const { geometry } = feature(shown, region) as Feature<Polygon | MultiPolygon>;
    const { type, coordinates } = geometry;
    const rings = type === "Polygon" ? coordinates : coordinates.flat();
    return rings.every((ring) => doubleArea(ring) === 0);
  });
  const numbers = lost.flatMap((region) =>
    ((region as { arcs?: unknown[] }).arcs ?? []).flat(3 as 1),
  ) as number[];
  // A negative number is the same arc from its other end.
  return new Set(numbers.map((at) => (at < 0 ? ~at : at)));
}

/** The topology in which these arcs keep all their positions, whatever weight is asked. */
const keeping = (whole: Topology<Objects>, kept: ReadonlySet<number>): Topology<Objects> => ({
  ...whole,
  arcs: whole.arcs.map((arc, at) =>
    kept.has(at) ? arc.map(([x = 0, y = 0]) => [x, y, Number.POSITIVE_INFINITY]) : arc,
  ),
});

const positionsOf = (of: Topology<Objects>): number =>
  of.arcs.reduce((count, { length }) => count + length, 0);

/**
 * The boundaries as a TopoJSON for a map, whose regions have their codes. Neighbours share their lines, so
 * that no gap opens between them; no region is lost, however small.
 */
export function simplified(boundaries: readonly Boundary[], { positions, area }: Detail): Topology {
  const collection: FeatureCollection = {
    type: "FeatureCollection",
    features: boundaries
      .map((boundary) => withoutSpecks(boundary, area))
      .map(({ code, geometry }) => ({ type: "Feature", id: code, properties: {}, geometry })),
  };
  const whole = presimplify(topology({ regions: collection }, 1e6) as unknown as Topology<Objects>);
  const count = positionsOf(whole);
  // The library counts from the weightiest position down.
  const weight = count > positions ? quantile(whole, positions / count) : 0;
  const shown = simplify(whole, weight);
  const lost = lostArcs(shown);
  return quantize(
    lost.size > 0 ? simplify(keeping(whole, lost), weight) : shown,
    steps,
  ) as Topology;
}
