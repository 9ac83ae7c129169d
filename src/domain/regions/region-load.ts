import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { Ledger } from "../../ledger/index.js";
import { namedId } from "../../platform/ids.js";
import { sql } from "../../reading/index.js";
import { RegionLevel } from "./region.js";
import { RegionCatalogue } from "./region-catalogue.js";

interface RegionFile {
  level: RegionLevel;
  text: string;
}

interface Catalogue {
  origin: string;
  sha256: string;
  files: RegionFile[];
}

const fileNames: [RegionLevel, string][] = [
  [RegionLevel.PROVINCE, "provinces"],
  [RegionLevel.REGENCY, "regencies"],
  [RegionLevel.DISTRICT, "districts"],
  [RegionLevel.VILLAGE, "villages"],
];

/** The namespace of catalogue ids: every hub gives the same version the same id. */
const namespace = "6f1f6d35-5a0c-4c0e-9d1f-2c8f8f0f7a11";

/**
 * Reads the region files of the idn-area-data package (ODbL). The hub never contains a copy of
 * them.
 */
async function readCatalogue(): Promise<Catalogue> {
  const require = createRequire(import.meta.url);
  const folder = dirname(dirname(require.resolve("idn-area-data")));
  const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const files = await Promise.all(
    fileNames.map(async ([level, name]) => ({
      level,
      text: await readFile(join(folder, "data", `${name}.csv`), "utf8"),
    })),
  );
  const hash = createHash("sha256");
  for (const { text } of files) hash.update(text);
  return { origin: `idn-area-data@${manifest.version}`, sha256: hash.digest("hex"), files };
}

/**
 * The cells of a CSV line of the package: plain values, and names in quotes if they hold a comma.
 */
function cells(line: string): string[] {
  const parts = line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? [];
  return parts.map((part) =>
    part
      .replace(/,$/, "")
      .replace(/^"(.*)"$/, "$1")
      .replaceAll('""', '"'),
  );
}

interface Columns {
  codes: string[];
  names: string[];
}

/** The codes and names of a file; the parent follows from the code's prefix. */
function columnsOf({ text }: RegionFile): Columns {
  const [head = "", ...lines] = text.split(/\r?\n/).filter((line) => line.length > 0);
  const nameAt = cells(head).indexOf("name");
  const rows = lines.map(cells);
  return { codes: rows.map(([code]) => code ?? ""), names: rows.map((row) => row[nameAt] ?? "") };
}

async function insertLevel(em: EntityManager, level: RegionLevel, { codes, names }: Columns) {
  // A code that a later version drops stays, because older records may point to it.
  const statement = sql`
    insert into region (code, name, level, parent_id)
    select code, name, ${level}::region_level, nullif(regexp_replace(code, '\\.?[^.]+$', ''), '')
    from unnest(${codes}::text[], ${names}::text[]) as source(code, name)
    on conflict (code) do update set name = excluded.name where region.name <> excluded.name`;
  await statement.execute(em.getKysely());
}

/**
 * Loads the country's regions, once for each version of the package. The bulk path writes 91,599
 * rows in a few statements and one change in the ledger. Does nothing if that version is loaded
 * already.
 */
export async function loadRegions(ledger: Ledger): Promise<{ loaded: boolean; origin: string }> {
  const { origin, sha256, files } = await readCatalogue();
  const id = namedId(origin, namespace);
  const known = await ledger.read((em) => em.count(RegionCatalogue, { id }));
  if (known > 0) return { loaded: false, origin };
  const act = { actor: "hub", organisation: undefined, operation: "loadRegions" };
  await ledger.transact(act, async (em) => {
    // The bound on a request's statements is no bound on a first start, which a slow machine may delay.
    await sql`set local statement_timeout = 0`.execute(em.getKysely());
    const levels = files.map((file) => columnsOf(file));
    for (const [at, columns] of levels.entries()) {
      await insertLevel(em, files[at]?.level ?? RegionLevel.PROVINCE, columns);
    }
    const [provinces, regencies, districts, villages] = levels.map(({ codes }) => codes.length);
    em.create(RegionCatalogue, {
      id,
      origin,
      sha256,
      provinces,
      regencies,
      districts,
      villages,
    } as RegionCatalogue);
  });
  return { loaded: true, origin };
}
