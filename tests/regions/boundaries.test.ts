import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Feature } from "geojson";
import { pino } from "pino";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { loadGeometry } from "../../src/app/boundaries.js";
import { TestHub } from "../testkit/hub/index.js";
import { openLedger } from "../testkit/postgres/sessions.js";
import {
  collectionOf,
  featureOf,
  provinceCodes,
  square,
  syntheticProvinces,
} from "../testkit/regions/synthetic-boundaries.js";

// The boundaries here are synthetic: squares and strips.

let hub: TestHub;
let folder: string;

beforeAll(async () => {
  hub = await TestHub.start();
  folder = await mkdtemp(join(tmpdir(), "boundaries-"));
});
afterAll(async () => {
  await hub.stop();
  await rm(folder, { recursive: true });
});

/** Runs what `rembuk regions --geometry` runs. */
async function load(content: unknown, codeProperty?: string): Promise<string> {
  const path = join(folder, "boundaries.geojson");
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  const open = await openLedger(hub.database.url);
  try {
    return await loadGeometry(open, pino({ level: "silent" }), { path, codeProperty });
  } finally {
    await open.close();
  }
}

const refusalOf = (content: unknown, codeProperty?: string) =>
  load(content, codeProperty).catch((error: Error) => error.message);

const get = (file: string, headers: Record<string, string> = {}) =>
  fetch(new URL(`/regions/boundaries/${file}`, hub.url), { headers });

type Served = Topology<{ regions: GeometryCollection }>;
const served = async (file: string) => (await (await get(file)).json()) as Served;
const codesOf = ({ objects }: Served) => objects.regions.geometries.map(({ id }) => id);

const withGeometry = (geometry: unknown): Feature =>
  ({ type: "Feature", properties: { code: "36" }, geometry }) as Feature;

describe("Boundaries of regions", () => {
  it("are none until they are loaded: an empty answer, and none at all for other levels", async () => {
    expect((await get("province.json")).status).toBe(204);
    expect((await get("village.json")).status).toBe(404);
    expect((await get("province.topojson")).status).toBe(404);
    expect((await get("provinceX.json")).status).toBe(404);
  });

  it("are refused whole, with each fault at its feature, and change nothing then", async () => {
    const open = square(100, 0).map((ring) => ring.slice(0, -1));
    const wrong: [unknown, string][] = [
      ["{", "the file is not JSON"],
      ["null", "must be a GeoJSON FeatureCollection"],
      [featureOf({ code: "36" }), "must be a GeoJSON FeatureCollection"],
      [collectionOf(), "the file has no feature"],
      [
        { ...collectionOf(featureOf({ code: "36" })), crs: { properties: { name: "EPSG:23830" } } },
        "coordinates must be WGS84 (EPSG:4326), not EPSG:23830",
      ],
      [collectionOf(featureOf({ name: "Banten" })), "no property has the region's code"],
      [collectionOf(featureOf({ code: "Banten" })), "Banten is not a region's code"],
      [collectionOf(featureOf({ code: "99" })), "99 is not a known region"],
      [collectionOf(featureOf({ code: "36.02.27" })), "36.02.27 is a district or village"],
      [collectionOf(withGeometry(null)), "must be a Polygon or MultiPolygon, not null"],
      [collectionOf(withGeometry({ type: "Point", coordinates: [106, -6] })), "not Point"],
      [collectionOf(withGeometry({ type: "Polygon", coordinates: [] })), "has no rings"],
      [collectionOf(withGeometry({ type: "MultiPolygon", coordinates: [[]] })), "has no rings"],
      [collectionOf(featureOf({ code: "36" }, open)), "a ring is not closed"],
      [collectionOf(featureOf({ code: "36" }, [[[1, 1]]])), "fewer than 4 positions"],
      [collectionOf(featureOf({ code: "36" }, [[["a", 1]]] as never)), "positions of two numbers"],
      [collectionOf(featureOf({ code: "36" }, square(-6, 106))), "is not in Indonesia"],
    ];
    for (const [content, fault] of wrong) {
      const refusal = await refusalOf(content);
      expect(refusal).toContain("Nothing was loaded.");
      expect(refusal).toContain(fault);
    }
    const many = collectionOf(featureOf({ code: "36" }), featureOf({ code: "36" }), featureOf({}));
    expect((await refusalOf(many)).split("\n")).toEqual([
      "Nothing was loaded. 2 features are wrong.",
      "features[1]: 36 is in features[0] already",
      "features[2]: no property has the region's code: name it by --code-property",
    ]);
    expect((await get("province.json")).status).toBe(204);
  });

  it("are found by the usual properties, with dots or without, or by the one that is named", async () => {
    const regencies = collectionOf(
      featureOf({ KODE_PROV: "36", KODE_KAB: "3602" }),
      featureOf({ kode: 3601 }, square(101, 0)),
      featureOf({ code: "36.03" }, square(102, 0)),
    );
    expect(await load(regencies)).toMatch(
      /^loaded: 3 of level REGENCY, .* without a boundary: 11\.01, .* and \d+ more$/,
    );
    expect(codesOf(await served("regency.json"))).toEqual(["36.02", "36.01", "36.03"]);
    const named = collectionOf(featureOf({ code: "11", mine: "36" }));
    expect(await load(named, "mine")).toMatch(/^loaded: 1 of level PROVINCE/);
    expect(codesOf(await served("province.json"))).toEqual(["36"]);
    // The other level stays.
    expect(codesOf(await served("regency.json"))).toHaveLength(3);
  });

  it("are served to keep and ask by their tag, compressed, and replaced as a whole", async () => {
    await load(syntheticProvinces());
    const first = await get("province.json", { "accept-encoding": "identity" });
    const tag = first.headers.get("etag") ?? "";
    expect(first.headers.get("cache-control")).toBe("public, no-cache");
    expect(first.headers.get("vary")).toMatch(/accept-encoding/i);
    const same = await get("province.json", { "if-none-match": tag });
    expect([same.status, await same.text()]).toEqual([304, ""]);
    const small = await get("province.json", { "accept-encoding": "br" });
    expect(small.headers.get("content-encoding")).toBe("br");
    expect(await small.json()).toEqual(await first.json());
    const { rows } = await hub.sql.query(
      "select topology, brotli from region_boundary where level = 'PROVINCE'",
    );
    expect(brotliDecompressSync(rows[0].brotli).toString()).toBe(rows[0].topology);
    await load(collectionOf(featureOf({ code: "36" })));
    expect((await get("province.json", { "if-none-match": tag })).status).toBe(200);
    expect(codesOf(await served("province.json"))).toEqual(["36"]);
  });

  it("become small enough for the web: neighbours keep their common line, and no region is lost", async () => {
    const detailed = syntheticProvinces(4000);
    // An island of 300 metres across stays, as it is all that its region has.
    detailed.features[0] = featureOf({ code: "11" }, square(94.5, 5, 0.003));
    const said = await load(detailed);
    expect(said).toMatch(/^loaded: 38 of level PROVINCE, \d+ kB \(\d+ kB compressed\)$/);
    const shown = await served("province.json");
    expect(codesOf(shown)).toEqual([...provinceCodes]);
    const positions = shown.arcs.reduce((count, { length }) => count + length, 0);
    expect(positions).toBeLessThan(30_000);
    expect(positions).toBeGreaterThan(2000);
    // Every line between two strips is one arc of both: 37 strips, their 36 common lines, and their ends.
    expect(shown.arcs.length).toBeLessThan(38 * 3);
    const { features } = feature(shown, shown.objects.regions);
    for (const { geometry } of features) {
      const { coordinates } = geometry as { coordinates: number[][][][] };
      const [[ring = []] = []] = coordinates;
      expect(new Set(ring.map(String)).size).toBeGreaterThan(2);
    }
  });
});
