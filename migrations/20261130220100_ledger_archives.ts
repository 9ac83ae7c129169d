import { Migration } from "@mikro-orm/migrations";

/**
 * Archives of the ledger: which partitions lie in the file store, and what the hub's rules ask of lines that
 * are no longer in the ledger's table.
 */
export class Migration20261130220100_ledger_archives extends Migration {
  override name = "Migration20261130220100_ledger_archives";

  override up(): void {
    for (const statement of [archives, kept, known, retained]) this.addSql(statement);
  }
}

// One row for each archived partition, written once its file was read back. `horizon` is the transaction
// that moved the ledger's horizon behind it: what began before may still read its lines.
const archives = `
create table ledger_archive (
  first_position bigint primary key,
  last_position bigint not null unique check (last_position >= first_position),
  partition text not null unique,
  previous_hash text not null,
  last_hash text not null,
  last_at timestamptz(3) not null,
  file text not null,
  sha256 text not null,
  bytes bigint not null,
  archived_at timestamptz(3) not null default now(),
  horizon xid8,
  dropped_at timestamptz(3)
);
create function ledger_archive_refuse() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - array['horizon', 'dropped_at']) is distinct from
    (to_jsonb(old) - array['horizon', 'dropped_at']) or old.dropped_at is not null then
    raise exception 'an archive of the ledger is never changed' using errcode = 'RB001';
  end if;
  return new;
end $$;
create trigger ledger_archive_holds before update on ledger_archive
  for each row execute function ledger_archive_refuse();
create trigger ledger_archive_is_kept before delete or truncate on ledger_archive
  for each statement execute function ledger_refuse();
`;

// The lines of dropped partitions that rules ask for, with the fields that these need. `request_end` is the
// position of the last line of the request that made a creation, `lines` the number of dropped lines of its
// subject: the only column that changes.
const kept = `
create table change_kept (
  position bigint primary key,
  at timestamptz(3) not null,
  actor text not null,
  user_id uuid,
  organisation_id uuid,
  operation text not null,
  entity text not null,
  entity_id uuid not null,
  kind change_kind not null,
  diff jsonb not null,
  deliberation_id uuid,
  request text,
  request_end bigint,
  lines int not null
);
create index change_kept_entity_id_position on change_kept (entity_id, position);
create index change_kept_entity_position on change_kept (entity, position);
create index change_kept_deliberation_id_position on change_kept (deliberation_id, position)
  where deliberation_id is not null;
create index change_kept_organisation_id_position on change_kept (organisation_id, position)
  where diff ? 'assessment';
create trigger change_kept_is_kept before delete or truncate on change_kept
  for each statement execute function ledger_refuse();
`;

// Every line that a rule may ask for: those of the ledger, and what was kept of earlier ones. Between the
// move of the horizon and the end of a partition both have its lines: the table's are left out.
const known = `
create view change_known as
  select position, at, actor, user_id, organisation_id, operation, entity, entity_id, kind, diff,
    deliberation_id, request, request_end, lines from change_kept
  union all
  select position, at, actor, user_id, organisation_id, operation, entity, entity_id, kind, diff,
    deliberation_id, request, null::bigint, 1 from change
  where position > (select retained_from from ledger_head);
`;

// The position, if its line is retained: else an error with the horizon, in the statement's own snapshot.
const retained = `
create function ledger_retained(wanted bigint) returns bigint language plpgsql stable as $$
declare
  horizon bigint := (select retained_from from ledger_head);
begin
  if wanted <= horizon then
    raise exception 'position % is not retained', wanted using errcode = 'RB002', detail = horizon;
  end if;
  return wanted;
end $$;
`;
