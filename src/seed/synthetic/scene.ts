import type { Province } from "./places.js";
import { dayAfter, drawn, idOf, labelled, slug, yearOf } from "./terms.js";

/** The keys of the organisations that work in the whole country. */
export const national = {
  ministry: "sintetis-kementerian-a",
  directorate: "sintetis-direktorat-a",
  planning: "sintetis-kementerian-b",
  stateCompany: "sintetis-bumn",
  university: "sintetis-universitas",
  institute: "sintetis-lembaga-riset",
  foundation: "sintetis-yayasan",
} as const;

/** The keys of the programmes. */
export const programmes = {
  main: "sintetis-kawasan",
  part: "sintetis-kawasan-pelatihan",
  past: "sintetis-padat-karya",
} as const;

/** The key of the questionnaire of the assessments. */
export const questionnaire = "sintetis-survei-kawasan";

/** A province on the day of making: the names, dates and draws of its records. */
export class Scene {
  /** The code of the province as it stands in keys. */
  private readonly place: string;
  readonly year: number;

  constructor(
    readonly province: Province,
    readonly day: string,
  ) {
    this.place = slug(province.code);
    this.year = yearOf(day);
  }

  /** The keys of the province's organisations. */
  get organisations() {
    const key = (kind: string) => `sintetis-${kind}-${this.place}`;
    return {
      province: key("pemprov"),
      office: key("dinas"),
      regency: key("pemkab"),
      village: key("desa"),
      company: key("usaha"),
      university: key("universitas"),
      foundation: key("lsm"),
      group: key("kelompok"),
    };
  }

  /** A key of the province: `sintetis-rencana-36`. */
  key(kind: string): string {
    return `sintetis-${kind}-${this.place}`;
  }

  id(noun: string, name: string): string {
    return idOf(noun, `${this.place}/${name}`);
  }

  /** A title with the province's name and the label. */
  titled(text: string): string {
    return labelled(`${text}, ${this.province.name}`);
  }

  /** A whole number from 0 up to, but without, `below`. */
  draw(name: string, below: number): number {
    return drawn(`${this.place}/${name}`, below);
  }

  /** The day `days` after the day of making; some days further from it, by the draw of `name`. */
  date(days: number, name?: string): string {
    const further = name === undefined ? 0 : this.draw(name, 10);
    return dayAfter(this.day, days < 0 ? days - further : days + further);
  }
}
