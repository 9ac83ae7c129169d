import { badField, type Text } from "../../../platform/errors.js";
import type { Work } from "../../common/index.js";
import {
  type CodeSystem,
  digitsOf,
  hasCodes,
  isNearName,
  isRegionCode,
  namesakes,
  namesRegion,
  regionNamesOf,
  regionsByOtherCode,
} from "../../regions/index.js";
import type { RowCells } from "./row-cells.js";

const notLoaded = {
  en: "the operator of this hub has not loaded the codes of BPS (rembuk regions --codes); send the codes of the Ministry of Home Affairs",
  id: "pengelola hub ini belum memuat kode BPS (rembuk regions --codes); kirim kode Kemendagri",
};
const notBps = {
  en: "is no code in the table of BPS codes that the operator loaded",
  id: "bukan kode dalam tabel kode BPS yang dimuat pengelola",
};
const bpsHint = {
  en: "; codes are those of the Ministry of Home Affairs, not of BPS",
  id: "; gunakan kode Kemendagri, bukan kode BPS",
};

/**
 * The regions in the columns of a table: codes of the table's system become those of the ministry, unknown
 * codes are refused with what they may be, and names beside codes are compared.
 */
export class RegionCells {
  constructor(
    private readonly work: Work,
    /** The columns of codes; a column of the name has ` name` after it. */
    private readonly columns: readonly string[],
    private readonly system: CodeSystem,
  ) {}

  /** Refuses the codes of BPS where the operator has not loaded them. */
  async checkSystem(): Promise<void> {
    if (this.system === "KEMENDAGRI" || (await hasCodes(this.work.em, this.system))) return;
    throw badField("codes", notLoaded.en, notLoaded.id);
  }

  async check(rows: readonly RowCells[]): Promise<void> {
    for (const column of this.columns) {
      if (this.system === "BPS") await this.translate(column, rows);
      const coded = rows.filter(
        (cells) =>
          isRegionCode(cells.regionCode(column)) &&
          (this.system === "KEMENDAGRI" || cells.translated.has(column)),
      );
      const codes = [...new Set(coded.map((cells) => cells.regionCode(column)))];
      const names = await regionNamesOf(this.work.em, codes);
      const unknown = codes.filter((code) => !names.has(code));
      const faults = unknown.length > 0 ? await this.faultsOf(unknown) : new Map<string, Text>();
      for (const cells of coded) {
        const code = cells.regionCode(column);
        const [name, fault] = [names.get(code), faults.get(code)];
        if (name !== undefined) await this.checkName(cells, column, code, name);
        else if (fault) cells.fault(column, fault);
      }
    }
  }

  /** Gives rows with codes of another system those of the ministry. */
  private async translate(column: string, rows: readonly RowCells[]): Promise<void> {
    const { em } = this.work;
    const given = rows.filter((cells) => cells.row.text(column) !== "");
    const digits = (cells: RowCells) => digitsOf(cells.regionCode(column));
    const found = await regionsByOtherCode(em, this.system, given.map(digits));
    for (const cells of given) {
      const code = found.get(digits(cells));
      if (code === undefined) cells.fault(column, notBps);
      else cells.translated.set(column, code);
    }
  }

  /** What is wrong with unknown codes: an older code names its successor, a code of BPS its region. */
  private async faultsOf(codes: readonly string[]): Promise<Map<string, Text>> {
    const { em } = this.work;
    const digits = codes.map(digitsOf);
    const older = await regionsByOtherCode(em, "KEMENDAGRI", digits);
    const bps = await regionsByOtherCode(em, "BPS", digits);
    const parents = codes.map((code) => code.split(".").slice(0, -1).join("."));
    const names = await regionNamesOf(em, [...older.values(), ...bps.values(), ...parents]);
    const shown = (code: string) => `${code} (${names.get(code) ?? ""})`;
    const faultOf = (code: string): Text => {
      const [successor, ofBps] = [older.get(digitsOf(code)), bps.get(digitsOf(code))];
      if (successor) {
        return {
          en: `is an older code; it is ${shown(successor)} now`,
          id: `adalah kode lama; sekarang ${shown(successor)}`,
        };
      }
      if (ofBps) {
        return {
          en: `is not known at the Ministry of Home Affairs; at BPS it is ${shown(ofBps)}: send codes=BPS for a table of BPS codes`,
          id: `tidak dikenal di Kemendagri; di BPS itu ${shown(ofBps)}: kirim codes=BPS untuk tabel kode BPS`,
        };
      }
      const parent = code.split(".").slice(0, -1).join(".");
      return names.has(parent)
        ? {
            en: `is not known, though ${shown(parent)} is; it may be an older code, or one of BPS`,
            id: `tidak dikenal, meskipun ${shown(parent)} ada; mungkin kode lama, atau kode BPS`,
          }
        : { en: "is not known", id: "tidak dikenal" };
    };
    return new Map(codes.map((code) => [code, faultOf(code)]));
  }

  /** Refuses a row whose region has another name than its column of the name says. */
  private async checkName(cells: RowCells, column: string, code: string, name: string) {
    const given = cells.text(`${column} name`, 200);
    if (given === null || namesRegion(given, name)) return;
    const others = await namesakes(this.work.em, code);
    const meant = others.filter((other) => namesRegion(given, other.name));
    if (meant.length === 0 && isNearName(given, name)) return;
    // Another region of that name has another code: then the code may be one of BPS.
    const list = meant.map((other) => `${other.name} = ${other.code}`).join(", ");
    const mayBeBps = meant.length > 0 && this.system === "KEMENDAGRI";
    const hint = mayBeBps ? bpsHint : { en: "", id: "" };
    const known = list && ` (${list})`;
    cells.fault(column, {
      en: `${code} is ${name}, not ${given}${known}${hint.en}`,
      id: `${code} adalah ${name}, bukan ${given}${known}${hint.id}`,
    });
  }
}
