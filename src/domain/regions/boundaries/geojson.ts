import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import { badField, type Fault } from "../../../platform/errors.js";

// GeoJSON (RFC 7946) of the boundaries of regions, checked feature by feature.

/** The most faults that are named; a wrong file has as many as features. */
const mostFaults = 20;

/** The most positions of a file: a few times what the most detailed official files of provinces have. */
const mostPositions = 4_000_000;

/** Where Indonesia lies, with some room. Coordinates of another system, or swapped ones, lie outside. */
const country = { west: 94, east: 142, south: -12, north: 7.5 } as const;

/** The faults of a file, by feature; the first ones are kept. */
export class FeatureFaults {
  readonly faults: Fault[] = [];
  count = 0;

  add(feature: number, en: string, id: string): void {
    this.count += 1;
    if (this.faults.length >= mostFaults) return;
    this.faults.push({ path: `features[${feature}]`, message: { en, id } });
  }
}

/** The features of a text of GeoJSON; BAD_USER_INPUT where it is no FeatureCollection in WGS84. */
export function featuresOf(text: string): Feature[] {
  const collection = parsed(text);
  const { type, features, crs } = (collection ?? {}) as Partial<FeatureCollection> & {
    crs?: { properties?: { name?: string } };
  };
  if (type !== "FeatureCollection" || !Array.isArray(features)) {
    throw badField(
      "type",
      "the file must be a GeoJSON FeatureCollection",
      "berkas harus berupa FeatureCollection GeoJSON",
    );
  }
  if (features.length === 0)
    throw badField("features", "the file has no feature", "berkas tidak mempunyai fitur");
  const system = crs?.properties?.name;
  if (system !== undefined && !/(?:CRS84|EPSG:+4326)$/.test(system)) {
    throw badField(
      "crs",
      `coordinates must be WGS84 (EPSG:4326), not ${system}: convert the file first`,
      `koordinat harus WGS84 (EPSG:4326), bukan ${system}: ubah dahulu berkasnya`,
    );
  }
  return features;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badField("file", "the file is not JSON", "berkas bukan JSON");
  }
}

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) &&
  value.length >= 2 &&
  Number.isFinite(value[0]) &&
  Number.isFinite(value[1]);

const isInCountry = ([x = 0, y = 0]: Position): boolean =>
  x >= country.west && x <= country.east && y >= country.south && y <= country.north;

const sameAs = ([x, y]: Position, [otherX, otherY]: Position): boolean =>
  x === otherX && y === otherY;

type Words = readonly [en: string, id: string];

/** What is wrong with a ring; undefined for a right one. */
function ringFault(ring: unknown): Words | undefined {
  if (!Array.isArray(ring) || !ring.every(isPosition)) {
    return [
      "a ring is not an array of positions of two numbers",
      "sebuah cincin bukan larik posisi dengan dua angka",
    ];
  }
  if (ring.length < 4)
    return ["a ring has fewer than 4 positions", "sebuah cincin kurang dari 4 posisi"];
  if (!sameAs(ring[0] ?? [], ring.at(-1) ?? [])) {
    return [
      "a ring is not closed: its last position is not its first",
      "sebuah cincin tidak tertutup: posisi terakhir bukan posisi pertama",
    ];
  }
  const outside: Position | undefined = ring.find((position) => !isInCountry(position));
  if (!outside) return undefined;
  const place = `${outside[0]}, ${outside[1]}`;
  return [
    `${place} is not in Indonesia: coordinates must be WGS84 as longitude, latitude`,
    `${place} tidak di Indonesia: koordinat harus WGS84 sebagai bujur, lintang`,
  ];
}

/** What is wrong with a geometry, and how many positions it has. */
function geometryFault(geometry: unknown): { fault?: Words; positions: number } {
  const { type, coordinates } = (geometry ?? {}) as Partial<Polygon | MultiPolygon>;
  if (type !== "Polygon" && type !== "MultiPolygon") {
    return {
      fault: [
        `the geometry must be a Polygon or MultiPolygon, not ${type ?? "null"}`,
        `geometri harus Polygon atau MultiPolygon, bukan ${type ?? "null"}`,
      ],
      positions: 0,
    };
  }
  const polygons: unknown = type === "Polygon" ? [coordinates] : coordinates;
  const isShaped = (polygon: unknown) => Array.isArray(polygon) && polygon.length > 0;
  if (!Array.isArray(polygons) || polygons.length === 0 || !polygons.every(isShaped)) {
    return {
      fault: ["the geometry has no rings", "geometri tidak mempunyai cincin"],
      positions: 0,
    };
  }
  let positions = 0;
  for (const ring of polygons.flat()) {
    const fault = ringFault(ring);
    if (fault) return { fault, positions };
    positions += ring.length;
  }
  return { positions };
}

/** Adds the faults of the geometries of the features; refuses a file of too many positions. */
export function checkGeometries(features: readonly Feature[], faults: FeatureFaults): void {
  let total = 0;
  for (const [at, feature] of features.entries()) {
    const { fault, positions } = geometryFault(feature?.geometry);
    if (fault) faults.add(at, ...fault);
    total += positions;
  }
  if (total <= mostPositions) return;
  throw badField(
    "features",
    `the file has ${total} positions, more than ${mostPositions}: simplify it first`,
    `berkas mempunyai ${total} posisi, lebih dari ${mostPositions}: sederhanakan dahulu`,
  );
}
