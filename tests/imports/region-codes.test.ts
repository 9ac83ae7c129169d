import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { pino } from "pino";
import { loadCodes } from "../../src/app/load-codes.js";
import { ImportWorld, measured } from "../testkit/imports/import-world.js";
import { openLedger } from "../testkit/postgres/sessions.js";

// Regions by another name: codes without dots, older codes, codes of BPS, and names beside codes.

let tables: ImportWorld;
let folder: string;

beforeAll(async () => {
  tables = await ImportWorld.start();
  folder = await mkdtemp(join(tmpdir(), "codes-"));
});
afterAll(async () => {
  await tables.stop();
  await rm(folder, { recursive: true });
});

/** Runs what `rembuk regions --codes` runs. */
async function load(table: string): Promise<string> {
  const path = join(folder, "codes.csv");
  await writeFile(path, table);
  const open = await openLedger(tables.world.hub.database.url);
  try {
    return await loadCodes(open, pino({ level: "silent" }), path);
  } finally {
    await open.close();
  }
}

const row = (period: string, code: string) => `${tables.indicator},${period},5,${code}\n`;
const faultOf = async (query: string, content: string) => {
  const { paths, errors } = await tables.refused(query, content);
  return [...paths, ...(errors[0]?.extensions.fields?.map(({ message }) => message) ?? [])];
};
const header = "code,other code,system,valid from,valid to\n";

describe("Codes that are not those of the ministry now", () => {
  it("have their dots or not, and the codes of BPS are refused by name until they are loaded", async () => {
    const sent = await tables.send("measurements", measured + row("2070", "3602272010"));
    expect(sent.body).toMatchObject({ taken: 1 });
    const refusal = await tables.refused("measurements&codes=BPS", measured + row("2071", "1101"));
    expect([refusal.status, refusal.paths]).toEqual([400, ["codes"]]);
    expect(refusal.errors[0]?.message).toMatch(/has not loaded the codes of BPS/);
    expect((await tables.refused("measurements&codes=X", measured)).paths).toEqual(["codes"]);
    expect(await faultOf("measurements", measured + row("2071", "36.99"))).toEqual([
      "D2",
      "is not known, though 36 (Banten) is; it may be an older code, or one of BPS",
    ]);
  });

  it("are loaded whole, or not at all", async () => {
    const wrong = `${header}36.02,3602,BPS,,\n99.99,x,NONE,2022-13-01,\n11.01,1103,BPS,2020-01-01,\n11.09,1103,BPS,,2021-01-01\n`;
    const refusal = await load(wrong).catch((error: Error) => error.message);
    for (const fault of [
      ...["Nothing was loaded", "A3: is not a known region", "B3: must be a code"],
      ...["C3: must be BPS", "D3: must be a date", "B5: means another region in row 4"],
    ]) {
      expect(refusal).toContain(fault);
    }
    const { rows } = await tables.world.hub.sql.query("select count(*)::int from region_code");
    expect(rows).toEqual([{ count: 0 }]);
    const codes = `${header}11.09,11.01,BPS,,\n11.01,1103,BPS,,\n96.01,92.01,KEMENDAGRI,,2022-06-30\n`;
    expect(await load(codes)).toBe("loaded: 2 codes of BPS, 1 older codes of the ministry");
    // Again, in place of the earlier ones.
    expect(await load(codes)).toMatch(/^loaded: 2 codes/);
  });

  it("are read as those of BPS where the table says so", async () => {
    const content = `indicator,period,value,region,region name\n${tables.indicator},2072,5,1101,Simeulue\n`;
    const { body } = await tables.send("measurements&codes=bps", content);
    expect(body).toMatchObject({ taken: 1 });
    const { rows } = await tables.world.hub.sql.query(
      "select region_id from measurement where period = '2072'",
    );
    expect(rows).toEqual([{ region_id: "11.09" }]);
    expect(await faultOf("measurements&codes=bps", measured + row("2073", "9999"))).toEqual([
      "D2",
      "is no code in the table of BPS codes that the operator loaded",
    ]);
  });

  it("name their successor where they are older", async () => {
    expect(await faultOf("measurements", measured + row("2073", "9201"))).toEqual([
      "D2",
      "is an older code; it is 96.01 (Kabupaten Sorong) now",
    ]);
  });
});

describe("A name beside a code", () => {
  const named = (name: string) =>
    `indicator,period,value,region,region_name\n${tables.indicator},2074,5,11.01,${name}\n`;

  it("of another place is refused, with the place's code", async () => {
    const [path, message] = await faultOf("measurements", named("Kabupaten Simeulue"));
    expect(path).toBe("D2");
    expect(message).toMatch(
      /11\.01 is Kabupaten Aceh Selatan, not Kabupaten Simeulue \(Kabupaten Simeulue = 11\.09\)/,
    );
  });

  it.each(["Aceh Selatan", "KAB. ACEH SELATAN", "Kab Aceh-Selatan", "Aceh Selatn", "Aceh Slatam"])(
    "is forgiven its spelling: %s",
    async (name) => {
      const { body } = await tables.send("measurements&check=true", named(name));
      expect(body).toMatchObject({ checked: true, taken: 1 });
    },
  );

  it.each(["Aceh Tenggara", "Kota Aceh Selatan", "Aceh Slatm Raya"])(
    "is not taken for another: %s",
    async (name) => {
      expect((await tables.refused("measurements", named(name))).paths).toEqual(["D2"]);
    },
  );
});
