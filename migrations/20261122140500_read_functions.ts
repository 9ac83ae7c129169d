import { Migration } from "@mikro-orm/migrations";

/** What planned reads need of Postgres: an end for a statement that comes to a null where none may be. */
export class Migration20261122140500_read_functions extends Migration {
  override name = "Migration20261122140500_read_functions";

  override up(): void {
    // Stable, not immutable: Postgres would call it while it plans, for each place where it might be met.
    this.addSql(`
create function read_absent(field text) returns text language plpgsql stable as $$
begin
  raise exception using errcode = 'RB010', message = field || ' is absent where it may not be';
end $$`);
  }
}
