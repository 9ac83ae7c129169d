import { Migration } from "@mikro-orm/migrations";

/** An end for a planned read whose answer is too large: it stays in Postgres. */
export class Migration20261129213000_answer_size extends Migration {
  override name = "Migration20261129213000_answer_size";

  override up(): void {
    // Stable, not immutable: Postgres would call it while it plans.
    this.addSql(`
create function read_within(data text, most bigint) returns text language plpgsql stable as $$
begin
  if octet_length(data) > most then
    raise exception using errcode = 'RB011', message = octet_length(data)::text;
  end if;
  return data;
end $$`);
  }
}
