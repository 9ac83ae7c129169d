import { Migration } from "@mikro-orm/migrations";

/**
 * The hub's user makes partitions of the ledger by a function that runs as their owner: the user may make and
 * alter no table. Its path of schemas is fixed, so that no object of the user's takes the place of another.
 */
export class Migration20261201060000_ledger_roles extends Migration {
  override name = "Migration20261201060000_ledger_roles";

  override up(): void {
    this.addSql(make);
  }
}

const make = `
do $$ begin
  execute format('alter function ledger_make_partitions(bigint) security definer set search_path = %I, pg_temp',
    current_schema());
end $$;
`;
