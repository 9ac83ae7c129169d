import { Migration } from "@mikro-orm/migrations";

/** The error of positions that are not retained gets a state of its own: RB002 is that of closed meetings. */
export class Migration20261130220200_ledger_horizon extends Migration {
  override name = "Migration20261130220200_ledger_horizon";

  override up(): void {
    this.addSql(retained);
  }
}

const retained = `
create or replace function ledger_retained(wanted bigint) returns bigint language plpgsql stable as $$
declare
  horizon bigint := (select retained_from from ledger_head);
begin
  if wanted <= horizon then
    raise exception 'position % is not retained', wanted using errcode = 'RB004', detail = horizon;
  end if;
  return wanted;
end $$;
`;
