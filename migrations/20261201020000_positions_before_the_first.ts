import { Migration } from "@mikro-orm/migrations";

/** A filter may name position 0: while nothing was archived, there is no position that is not retained. */
export class Migration20261201020000_positions_before_the_first extends Migration {
  override name = "Migration20261201020000_positions_before_the_first";

  override up(): void {
    this.addSql(retained);
  }
}

const retained = `
create or replace function ledger_retained(wanted bigint) returns bigint language plpgsql stable as $$
declare
  horizon bigint := (select retained_from from ledger_head);
begin
  if wanted <= horizon and horizon > 0 then
    raise exception 'position % is not retained', wanted using errcode = 'RB004', detail = horizon;
  end if;
  return wanted;
end $$;
`;
