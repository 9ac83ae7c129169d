import { Migration } from "@mikro-orm/migrations";

/** An end for a statement that comes to a line of the ledger for which it holds no rules (ADR 0086). */
export class Migration20261130231100_unexpected_lines extends Migration {
  override name = "Migration20261130231100_unexpected_lines";

  override up(): void {
    // Stable, not immutable, as `read_absent`. The message is the noun of the line.
    this.addSql(`
create function unexpected_line(entity text) returns text language plpgsql stable as $$
begin
  raise exception using errcode = 'RB012', message = entity;
end $$`);
  }
}
