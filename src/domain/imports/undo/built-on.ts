import { HubError } from "../../../platform/errors.js";

/** Something that stands on a row of an import, so that the import cannot be taken back. */
export interface BuiltOn {
  /** The row's noun, and its id. */
  entity: string;
  id: string;
  /** What stands on it. */
  by: "FINDING" | "RESULTS_OR_SUPPORT" | "LATER_CORRECTION" | "CLOSED_ASSESSMENT";
}

/** The largest number of rows that a refusal lists. */
const maxListed = 100;

/** What was built on an import. */
export class BuiltOnRows {
  private readonly listed: BuiltOn[] = [];
  private count = 0;

  add(found: BuiltOn): void {
    this.count += 1;
    if (this.listed.length < maxListed) this.listed.push(found);
  }

  /** True if nothing was built on it. */
  get isNone(): boolean {
    return this.count === 0;
  }

  /** Refuses the undo where something was built on the import. */
  check(): void {
    if (this.isNone) return;
    const text = {
      en: `${this.count} rows of the import have something built on them: a finding, results or support, a later correction, or an assessment that was submitted. Take that back first, or correct the other rows.`,
      id: `${this.count} baris impor sudah menjadi dasar hal lain: temuan, capaian atau dukungan, koreksi lebih baru, atau asesmen yang sudah diserahkan. Batalkan itu lebih dulu, atau koreksi baris lainnya.`,
    };
    throw new HubError("INVALID_TRANSITION", text, {
      reason: "BUILT_ON",
      count: this.count,
      builtOn: this.listed,
    });
  }
}
