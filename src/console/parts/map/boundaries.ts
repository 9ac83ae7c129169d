import { useEffect, useState } from "react";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { MapLayout, MapLevel, MapShape } from "./place.js";

type Served = Topology<{ regions: GeometryCollection }>;

/** The width of the drawing, in its units. */
const width = 1000;

/**
 * The boundaries that the operator loaded, as forms of a drawing; null where none are loaded. Indonesia lies
 * at the equator: longitude and latitude are drawn as they are.
 */
async function load(level: MapLevel): Promise<MapLayout | null> {
  const response = await fetch(`/regions/boundaries/${level.toLowerCase()}.json`);
  if (response.status !== 200) return null;
  const [topology, { feature }, { geoIdentity, geoPath }] = await Promise.all([
    response.json() as Promise<Served>,
    import("topojson-client"),
    import("d3-geo"),
  ]);
  const { features } = feature(topology, topology.objects.regions);
  const whole = { type: "FeatureCollection" as const, features };
  const path = geoPath(geoIdentity().reflectY(true).fitSize([width, width], whole)).digits(1);
  const [[left, top], [right, bottom]] = path.bounds(whole);
  const shapes = features.map((region): [string, MapShape] => {
    const [x, y] = path.centroid(region);
    return [String(region.id), { x, y, path: path(region) ?? "" }];
  });
  const edge = 4;
  const [across, down] = [right - left + 2 * edge, bottom - top + 2 * edge];
  return { viewBox: `${left - edge} ${top - edge} ${across} ${down}`, shapes: new Map(shapes) };
}

/** What was asked since the page was opened: boundaries hardly ever change. */
const asked = new Map<MapLevel, Promise<MapLayout | null>>();

/** The boundaries of a level; null where none are loaded, undefined until the hub has said it. */
export function useBoundaries(level: MapLevel): MapLayout | null | undefined {
  const [layout, setLayout] = useState<MapLayout | null>();
  useEffect(() => {
    let isOver = false;
    const promise = asked.get(level) ?? load(level);
    asked.set(level, promise);
    promise.then(
      (found) => {
        if (!isOver) setLayout(found);
      },
      () => {
        // Without a line there are tiles; the next page asks again.
        asked.delete(level);
        if (!isOver) setLayout(null);
      },
    );
    return () => {
      isOver = true;
    };
  }, [level]);
  return layout;
}
