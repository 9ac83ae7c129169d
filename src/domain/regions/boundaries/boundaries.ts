import { createHash } from "node:crypto";
import { brotliCompressSync, constants } from "node:zlib";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import { HubError } from "../../../platform/errors.js";
import { sql } from "../../../reading/index.js";
import { regionNamesOf } from "../other-codes.js";
import { codeLength, RegionLevel } from "../region.js";
import { isRegionCode } from "../region-code.js";
import { codeOfFeature } from "./feature-codes.js";
import { checkGeometries, FeatureFaults, featuresOf } from "./geojson.js";
import { type Boundary, type Detail, simplified } from "./simplify.js";

// The boundaries of regions, for maps. The hub ships none; its operator loads a file of them.

/** The levels that maps show, and how finely. */
const details = {
  [RegionLevel.PROVINCE]: { positions: 12_000, area: 0.001 },
  [RegionLevel.REGENCY]: { positions: 45_000, area: 0.0002 },
} as const satisfies Partial<Record<RegionLevel, Detail>>;

export type BoundaryLevel = keyof typeof details;

/** The test for a level of which maps show boundaries. */
export const isBoundaryLevel = (text: string): text is BoundaryLevel =>
  Object.hasOwn(details, text);

const levels = Object.keys(details) as BoundaryLevel[];

const levelOf = (code: string): BoundaryLevel | undefined =>
  levels.find((level) => codeLength[level] === code.length);

/** The boundaries of the features, by level; a file with any fault is refused, each fault at its feature. */
async function boundariesIn(
  em: EntityManager,
  features: readonly Feature[],
  property: string | undefined,
): Promise<Map<BoundaryLevel, Boundary[]>> {
  const faults = new FeatureFaults();
  const codes = features.map((feature) => codeOfFeature(feature, property));
  const known = await regionNamesOf(
    em,
    codes.filter((code) => code !== undefined),
  );
  const seen = new Map<string, number>();
  for (const [at, code] of codes.entries()) {
    const [en, id] = codeFault(code, { known, seen }) ?? [];
    if (en && id) faults.add(at, en, id);
    if (code !== undefined && !seen.has(code)) seen.set(code, at);
  }
  checkGeometries(features, faults);
  if (faults.count > 0) throw refusalOf(faults);
  const found = features.map(({ geometry }, at) => ({
    code: codes[at] ?? "",
    geometry: geometry as Polygon | MultiPolygon,
  }));
  return Map.groupBy(found, ({ code }) => levelOf(code) ?? RegionLevel.PROVINCE);
}

interface CodeFacts {
  known: ReadonlyMap<string, string>;
  /** The features in which codes stand already. */
  seen: ReadonlyMap<string, number>;
}

/** What is wrong with the code of a feature; undefined for a right one. */
function codeFault(
  code: string | undefined,
  { known, seen }: CodeFacts,
): readonly [en: string, id: string] | undefined {
  if (code === undefined) {
    return [
      "no property has the region's code: name it by --code-property",
      "tidak ada properti dengan kode wilayah: sebutkan dengan --code-property",
    ];
  }
  if (!isRegionCode(code)) return [`${code} is not a region's code`, `${code} bukan kode wilayah`];
  if (!known.has(code))
    return [`${code} is not a known region`, `${code} bukan wilayah yang dikenal`];
  if (!levelOf(code)) {
    return [
      `${code} is a district or village: maps show provinces and regencies`,
      `${code} adalah kecamatan atau desa: peta menampilkan provinsi dan kabupaten/kota`,
    ];
  }
  const earlier = seen.get(code);
  return earlier === undefined
    ? undefined
    : [`${code} is in features[${earlier}] already`, `${code} sudah ada di features[${earlier}]`];
}

/** The error for a file with faults: how many features have one, and the first ones. */
const refusalOf = ({ faults, count }: FeatureFaults): HubError =>
  new HubError(
    "BAD_USER_INPUT",
    {
      en: count === 1 ? "1 feature is wrong." : `${count} features are wrong.`,
      id: `${count} fitur salah.`,
    },
    {},
    faults,
  );

/** What was loaded of one level. */
export interface LoadedBoundaries {
  level: BoundaryLevel;
  /** The number of regions with a boundary. */
  regions: number;
  /** The codes of the level's regions without one. */
  missing: string[];
  /** The bytes of the map's file, as it is and compressed. */
  bytes: number;
  compressed: number;
}

/** A level's map, ready to be written. */
interface LevelMap {
  level: BoundaryLevel;
  boundaries: readonly Boundary[];
  text: string;
  brotli: Buffer;
}

function mapOf(level: BoundaryLevel, boundaries: readonly Boundary[]): LevelMap {
  const text = JSON.stringify(simplified(boundaries, details[level]));
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
  return { level, boundaries, text, brotli: brotliCompressSync(text, { params }) };
}

/** Writes a level's map in place of the earlier one. */
async function write(
  em: EntityManager,
  { level, boundaries, text, brotli }: LevelMap,
): Promise<LoadedBoundaries> {
  const tag = createHash("sha256").update(text).digest("hex").slice(0, 32);
  const regions = boundaries.length;
  const kysely = em.getKysely();
  await sql`insert into region_boundary (level, topology, brotli, tag, regions)
    values (${level}::region_level, ${text}, ${brotli}, ${tag}, ${regions})
    on conflict (level) do update set topology = excluded.topology, brotli = excluded.brotli,
      tag = excluded.tag, regions = excluded.regions, loaded_at = now()`.execute(kysely);
  const codes = boundaries.map(({ code }) => code);
  const { rows } = await sql<{ code: string }>`select code from region
    where level = ${level}::region_level and code <> all(${codes}::text[])
    order by code`.execute(kysely);
  const sizes = { bytes: Buffer.byteLength(text), compressed: brotli.length };
  return { level, regions, missing: rows.map(({ code }) => code), ...sizes };
}

/**
 * Loads boundaries from a text of GeoJSON: the levels that it has replace their earlier boundaries, in one
 * transaction. A file with any fault is refused whole.
 */
export async function loadBoundaries(
  em: EntityManager,
  text: string,
  property?: string,
): Promise<LoadedBoundaries[]> {
  const byLevel = await boundariesIn(em, featuresOf(text), property);
  // Before the transaction, which waits for nothing but Postgres.
  const maps = [...byLevel].map(([level, boundaries]) => mapOf(level, boundaries));
  return em.transactional(async (inner) => {
    const loaded: LoadedBoundaries[] = [];
    for (const map of maps) loaded.push(await write(inner as EntityManager, map));
    return loaded;
  });
}

/** The tag of a level's map; undefined where none is loaded. */
export async function boundaryTag(
  em: EntityManager,
  level: BoundaryLevel,
): Promise<string | undefined> {
  const statement = sql<{ tag: string }>`
    select tag from region_boundary where level = ${level}::region_level`;
  return (await statement.execute(em.getKysely())).rows[0]?.tag;
}

/** The TopoJSON of a level's map: its bytes, or the same in brotli; undefined where none is loaded. */
export async function boundaryContent(
  em: EntityManager,
  level: BoundaryLevel,
  isBrotli: boolean,
): Promise<Buffer | undefined> {
  const content = isBrotli ? sql`brotli` : sql`convert_to(topology, 'UTF8')`;
  const statement = sql<{ content: Buffer }>`
    select ${content} as content from region_boundary where level = ${level}::region_level`;
  return (await statement.execute(em.getKysely())).rows[0]?.content;
}
