import { createHash } from "node:crypto";
import type { EntityManager } from "@mikro-orm/postgresql";
import { isDate } from "../../platform/scalars.js";
import { CellFaults, readCsv, type TableRow } from "../../platform/tables/index.js";
import { sql } from "../../reading/index.js";
import { digitsOf, isRegionCode, regionCodeOf } from "./region-code.js";

// Codes of regions that are not those of the Ministry of Home Affairs now: its older ones, and those of BPS.
// The hub ships none; its operator loads a table of them.

/** The systems of other codes: BPS, and the ministry's own older codes. */
export const codeSystems = ["BPS", "KEMENDAGRI"] as const;
export type CodeSystem = (typeof codeSystems)[number];

/** One other code of a region. */
interface OtherCode {
  code: string;
  /** Its digits. */
  other: string;
  system: CodeSystem;
  validFrom: string | null;
  validTo: string | null;
}

const columns = [
  ...["code", "other code", "system"].map((name) => ({ name, needed: true })),
  ...["valid from", "valid to"].map((name) => ({ name, needed: false })),
];

/** A row of the operator's table; its faults are added. */
function otherCodeOf(row: TableRow, faults: CellFaults): OtherCode {
  const fault = (column: string, en: string, id: string) => faults.add(row.fault(column, en, id));
  const code = regionCodeOf(row.text("code"));
  const other = digitsOf(row.text("other code"));
  const system = codeSystems.find((one) => one === row.text("system").toUpperCase());
  if (!isRegionCode(code)) fault("code", "must be a region's code", "harus berupa kode wilayah");
  if (!/^(?:\d{2}|\d{4}|\d{6,7}|\d{10})$/.test(other)) {
    fault("other code", "must be a code of digits", "harus berupa kode angka");
  }
  if (!system) fault("system", "must be BPS or KEMENDAGRI", "harus BPS atau KEMENDAGRI");
  const date = (column: string): string | null => {
    const text = row.text(column);
    if (text === "" || isDate(text)) return text || null;
    fault(column, "must be a date as 2022-06-30", "harus berupa tanggal seperti 2022-06-30");
    return null;
  };
  const [validFrom, validTo] = [date("valid from"), date("valid to")];
  if (validFrom && validTo && validTo < validFrom) {
    fault("valid to", "is before the day from which it is valid", "sebelum tanggal mulai berlaku");
  }
  return { code, other, system: system ?? "BPS", validFrom, validTo };
}

const overlaps = (one: OtherCode, other: OtherCode): boolean =>
  (one.validFrom ?? "") <= (other.validTo ?? "9999") &&
  (other.validFrom ?? "") <= (one.validTo ?? "9999");

/** Refuses a code that means two regions on one day, and regions that are not known. */
async function checkCodes(
  em: EntityManager,
  read: readonly { row: TableRow; entry: OtherCode }[],
  faults: CellFaults,
): Promise<void> {
  const codes = [...new Set(read.map(({ entry }) => entry.code))];
  const known = await regionNamesOf(em, codes);
  const groups = Map.groupBy(read, ({ entry }) => `${entry.system} ${entry.other}`);
  for (const { row, entry } of read) {
    if (!known.has(entry.code) && isRegionCode(entry.code)) {
      faults.add(row.fault("code", "is not a known region", "bukan wilayah yang dikenal"));
    }
    const same = groups.get(`${entry.system} ${entry.other}`) ?? [];
    const clash = same.find((one) => one.row !== row && overlaps(one.entry, entry));
    if (!clash) continue;
    const at = clash.row.row;
    const [en, id] = [`means another region in row ${at}`, `berarti wilayah lain di baris ${at}`];
    faults.add(row.fault("other code", en, id));
  }
}

/** The names of regions by their codes; those of no region are absent. */
export async function regionNamesOf(
  em: EntityManager,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const statement = sql<{ code: string; name: string }>`
    select code, name from region where code = any(${codes}::text[])`;
  const { rows } = await statement.execute(em.getKysely());
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** What was loaded. */
export interface LoadedCodes {
  /** The number of codes by their systems. */
  counts: Readonly<Record<CodeSystem, number>>;
  sha256: string;
}

/**
 * Loads the operator's table of other codes, in place of the earlier one, in one transaction. A table with
 * any fault is refused whole, with each fault at its cell.
 */
export async function loadOtherCodes(
  em: EntityManager,
  content: AsyncIterable<Buffer>,
): Promise<LoadedCodes> {
  const hash = createHash("sha256");
  const hashed = async function* () {
    for await (const chunk of content) {
      hash.update(chunk);
      yield chunk;
    }
  };
  const faults = new CellFaults();
  const read: { row: TableRow; entry: OtherCode }[] = [];
  for await (const row of (await readCsv(hashed(), columns)).rows) {
    read.push({ row, entry: otherCodeOf(row, faults) });
  }
  await checkCodes(em, read, faults);
  if (faults.count > 0) throw faults.error();
  const entries = read.map(({ entry }) => entry);
  const of = (name: keyof OtherCode) => entries.map((entry) => entry[name]);
  await em.transactional(async (inner) => {
    const kysely = inner.getKysely();
    await sql`delete from region_code`.execute(kysely);
    await sql`insert into region_code (system, other_code, code, valid_from, valid_to)
      select * from unnest(${of("system")}::text[], ${of("other")}::text[], ${of("code")}::text[],
        ${of("validFrom")}::date[], ${of("validTo")}::date[])`.execute(kysely);
  });
  const countOf = (system: CodeSystem) => entries.filter((one) => one.system === system).length;
  const counts = { BPS: countOf("BPS"), KEMENDAGRI: countOf("KEMENDAGRI") };
  return { counts, sha256: hash.digest("hex") };
}

/** True if the operator has loaded codes of a system. */
export async function hasCodes(em: EntityManager, system: CodeSystem): Promise<boolean> {
  const statement = sql`select 1 from region_code where system = ${system} limit 1`;
  return (await statement.execute(em.getKysely())).rows.length > 0;
}

/** The regions that other codes mean, the latest meaning of each, by the codes' digits. */
export async function regionsByOtherCode(
  em: EntityManager,
  system: CodeSystem,
  digits: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const statement = sql<{ other: string; code: string }>`
    select distinct on (other_code) other_code as other, code from region_code
    where system = ${system} and other_code = any(${digits}::text[])
    order by other_code, valid_to desc nulls first, valid_from desc nulls last`;
  const { rows } = await statement.execute(em.getKysely());
  return new Map(rows.map(({ other, code }) => [other, code]));
}

/** The regions of one level and place that bear a name: those of one parent, or all provinces and regencies. */
export async function namesakes(em: EntityManager, code: string) {
  const parent = code.split(".").slice(0, -1).join(".");
  const isWide = code.length <= 5;
  const statement = sql<{ code: string; name: string }>`
    select code, name from region where length(code) = ${code.length}
      and (${isWide} or parent_id = ${parent})`;
  return (await statement.execute(em.getKysely())).rows;
}
