import { Migration } from "@mikro-orm/migrations";

/** A restored ledger is another ledger: its positions go on beyond all that were ever given (ADR 0099). */
export class Migration20261201040000_ledger_epochs extends Migration {
  override name = "Migration20261201040000_ledger_epochs";

  override up(): void {
    const statements = [
      columns,
      mark,
      epoch,
      recognise,
      owners,
      first,
      append,
      staged,
      retained,
      make,
      partitions,
    ];
    for (const statement of statements) this.addSql(statement);
  }
}

// `forks`: where the ledger was restored. It has the positions up to `after` in common with what was lost, and
// goes on after `resumed`; positions between them are those of a lost past. The others: by what Postgres, and as
// which table, the head was written last; the first two are compared at every append, and cost next to nothing.
const columns = `
alter table ledger_head
  add column forks jsonb not null default '[]',
  add column server_start timestamptz not null default '-infinity',
  add column own_table oid not null default 0,
  add column mark text not null default '';
`;

// What is another after a restore: a new cluster by its identifier, point-in-time recovery and a promoted standby
// by the timeline, a dump by the table's number. A restart of the server changes none of them.
const mark = `
create function ledger_mark() returns text language sql volatile as $$
  select system_identifier || ' ' || left(pg_walfile_name(pg_current_wal_lsn()), 8) || ' '
    || 'ledger_head'::regclass::oid from pg_control_system()
$$;
`;

// Begins an epoch: a line that says so, at a position that no lost line can have had. It is made of the time, a
// hundred positions for each millisecond since 2026; a ledger that grows more slowly than that is always before
// it. `beyond`: a position that is known to have been given. The head stays locked until the commit.
const epoch = `
create function ledger_new_epoch(reason text, beyond bigint default 0) returns bigint
language plpgsql as $$
declare
  head record;
  began timestamptz;
  line text;
begin
  select position into head from ledger_head for update;
  began := greatest(date_trunc('milliseconds', clock_timestamp()),
    (select at from change_known where position <= head.position order by position desc limit 1));
  line := to_char(began at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  line := '{"actor":"hub","area":null,"at":"' || line || '","deliberation":null,"diff":{"follows":{"after":'
    || head.position || ',"before":null},"reason":{"after":' || to_json(reason) || ',"before":null}},'
    || '"entity":"LedgerEpoch","entityId":"' || gen_random_uuid() || '","kind":"CREATED",'
    || '"operation":"newEpoch","organisation":null,"owner":null,"plan":null,"programme":null,"request":null}';
  update ledger_head set
    position = greatest(position + 1, beyond, 100000 * (extract(epoch from began) - 1767225600))::bigint;
  update ledger_head set server_start = pg_postmaster_start_time(), own_table = 'ledger_head'::regclass,
    mark = ledger_mark(),
    forks = forks || jsonb_build_object('after', head.position, 'resumed', position);
  return ledger_append(array[line]);
end $$;
`;

// Begins an epoch where the ledger is not the one that its head was written for, or is before `known`, a position
// that somebody has read from it. Gives its position; null on a standby.
const recognise = `
create function ledger_recognise(known bigint default 0) returns bigint language plpgsql as $$
declare
  head record;
  present text;
begin
  if pg_is_in_recovery() then return null; end if;
  present := ledger_mark();
  select position, mark into head from ledger_head for update;
  if head.position < known then
    return ledger_new_epoch('BEHIND', known);
  elsif head.mark <> present and head.position > 0 then
    return ledger_new_epoch('MOVED');
  end if;
  update ledger_head set server_start = pg_postmaster_start_time(), own_table = 'ledger_head'::regclass,
    mark = present;
  return head.position;
end $$;
`;

// The hub's user may write to the ledger, and move it no further than that: these run as its owner.
const owners = `
do $$ declare name text; begin
  foreach name in array array['ledger_new_epoch(text, bigint)', 'ledger_recognise(bigint)'] loop
    execute format('alter function %s security definer set search_path = %I, pg_temp', name, current_schema());
  end loop;
end $$;
`;

// The ledger that is there is the first.
const first = `
update ledger_head set mark = ledger_mark(), server_start = pg_postmaster_start_time(),
  own_table = 'ledger_head'::regclass;
`;

// As before, but that the first append after a start of the server looks whether this is the same ledger.
const append = `
create or replace function ledger_append(bodies text[]) returns bigint language plpgsql as $$
declare
  head record;
  body text;
begin
  select position, hash, made_to, server_start, own_table into head
    from ledger_head, ledger_partitioning for update of ledger_head;
  if head.server_start <> pg_postmaster_start_time() or head.own_table <> 'ledger_head'::regclass then
    perform ledger_recognise();
    select position, hash, made_to into head from ledger_head, ledger_partitioning;
  end if;
  if coalesce(current_setting('rembuk.first_position', true), '') = '' then
    perform set_config('rembuk.first_position', (head.position + 1)::text, true);
  end if;
  -- What was made meanwhile is not seen here; the function looks again.
  if head.position + cardinality(bodies) > head.made_to then
    perform ledger_make_partitions(head.position + cardinality(bodies));
  end if;
  foreach body in array bodies loop
    insert into change (position, at, actor, user_id, organisation_id, operation, entity, entity_id, kind, diff,
      programme_id, plan_id, deliberation_id, area_id, owner, request, previous_hash, hash)
    select head.position + 1, (line->>'at')::timestamptz, line->>'actor',
      case when line->>'actor' like 'user:%' then substr(line->>'actor', 6)::uuid end,
      (line->>'organisation')::uuid, line->>'operation', line->>'entity',
      (line->>'entityId')::uuid, (line->>'kind')::change_kind, line->'diff',
      (line->>'programme')::uuid, (line->>'plan')::uuid, (line->>'deliberation')::uuid,
      (line->>'area')::uuid, (line->>'owner')::uuid, line->>'request', head.hash,
      encode(sha256(convert_to(head.hash || head.position + 1 || body, 'UTF8')), 'hex')
    from (select body::jsonb as line offset 0) as given
    returning position, hash into head.position, head.hash;
  end loop;
  update ledger_head set position = head.position, hash = head.hash;
  perform pg_notify('rembuk_change', '');
  return head.position;
end $$;
`;

// The same.
const staged = `
create or replace function ledger_append_staged(after bigint, up_to bigint) returns bigint
language plpgsql as $$
declare
  bodies text[] := array(select line.body from pg_temp.staged_line as line
    where place > after and place <= up_to order by place);
  head ledger_head;
  first bigint;
  body text;
  hashes text[];
begin
  select * into head from ledger_head for update;
  if head.server_start <> pg_postmaster_start_time() or head.own_table <> 'ledger_head'::regclass then
    perform ledger_recognise();
    select * into head from ledger_head;
  end if;
  first := head.position + 1;
  hashes := array[head.hash];
  if coalesce(current_setting('rembuk.first_position', true), '') = '' then
    perform set_config('rembuk.first_position', first::text, true);
  end if;
  if head.position + cardinality(bodies) > (select made_to from ledger_partitioning) then
    perform ledger_make_partitions(head.position + cardinality(bodies));
  end if;
  foreach body in array bodies loop
    head.position := head.position + 1;
    head.hash := encode(sha256(convert_to(head.hash || head.position || body, 'UTF8')), 'hex');
    hashes := hashes || head.hash;
  end loop;
  insert into change (position, at, actor, user_id, organisation_id, operation, entity, entity_id, kind, diff,
    programme_id, plan_id, deliberation_id, area_id, owner, request, previous_hash, hash)
  select first + number - 1, at, actor, user_id, organisation_id, operation, entity, entity_id, kind, diff,
    programme_id, plan_id, deliberation_id, area_id, owner, request, previous_hash, hash
  from unnest(hashes, hashes[2:]) with ordinality as link(previous_hash, hash, number)
    join pg_temp.staged_line on place = after + number
  where place <= up_to;
  update ledger_head set position = head.position, hash = head.hash;
  perform pg_notify('rembuk_change', '');
  return head.position;
end $$;
`;

// As before, and also refused where the line was of a lost past; the detail is the last position before that. What
// stands at `after` is common to both, and what follows the position after which the ledger was resumed is its own.
const retained = `
create function ledger_lost(wanted bigint) returns bigint language sql stable as $$
  select min(after) from ledger_head, jsonb_to_recordset(forks) as fork(after bigint, resumed bigint)
  where wanted > after and wanted < resumed
$$;
create or replace function ledger_retained(wanted bigint) returns bigint language plpgsql stable as $$
declare
  head record;
begin
  select retained_from, forks <> '[]' as is_restored into head from ledger_head;
  if wanted <= head.retained_from and head.retained_from > 0 then
    raise exception 'position % is not retained', wanted using errcode = 'RB004', detail = head.retained_from;
  elsif head.is_restored and ledger_lost(wanted) is not null then
    raise exception 'position % is lost', wanted using errcode = 'RB005', detail = ledger_lost(wanted);
  end if;
  return wanted;
end $$;
create function ledger_retained_after(wanted bigint) returns bigint language plpgsql stable as $$
declare
  head record;
begin
  select retained_from, forks <> '[]' as is_restored into head from ledger_head;
  if wanted < head.retained_from then
    raise exception 'position % is not retained', wanted using errcode = 'RB004', detail = head.retained_from;
  elsif head.is_restored and ledger_lost(wanted) is not null then
    raise exception 'position % is lost', wanted using errcode = 'RB005', detail = ledger_lost(wanted);
  end if;
  return wanted;
end $$;
`;

// As before, but that no partition is made of positions between two epochs.
const make = `
create or replace function ledger_make_partitions(up_to bigint) returns void language plpgsql as $$
declare
  known ledger_partitioning;
  name text;
  last bigint;
begin
  perform pg_advisory_xact_lock(1885434484);
  loop
    update ledger_partitioning set made_to = fork.resumed
      from ledger_head, jsonb_to_recordset(forks) as fork(after bigint, resumed bigint)
      where made_to >= fork.after and made_to < fork.resumed;
    select * into known from ledger_partitioning;
    exit when known.made_to >= up_to;
    name := 'change_from_' || known.made_to + 1;
    last := (known.made_to / known.size + 1) * known.size;
    execute format('create table %I (like change including defaults including indexes)', name);
    execute format('create trigger change_is_append_only before update or delete or truncate on %I
      for each statement execute function ledger_refuse()', name);
    execute format('alter table change attach partition %I for values from (%s) to (%s)',
      name, known.made_to + 1, last + 1);
    update ledger_partitioning set made_to = last;
  end loop;
end $$;
`;

// As before, but that a partition ends where an epoch ended, and those are left out that lie between two epochs.
const partitions = `
create or replace function ledger_partitions() returns table (name text, first bigint, last bigint)
language sql stable as $$
  with fork as (
    select after, resumed from ledger_head, jsonb_to_recordset(forks) as fork(after bigint, resumed bigint)),
  part as (
    select relname::text as name, (regexp_match(bounds, 'FROM \\(''?(-?\\d+)'))[1]::bigint as first,
      (regexp_match(bounds, 'TO \\(''?(-?\\d+)'))[1]::bigint - 1 as last
    from pg_inherits join pg_class on pg_class.oid = inhrelid,
      pg_get_expr(relpartbound, pg_class.oid) as bounds
    where inhparent = 'change'::regclass and not inhdetachpending)
  select name, first, coalesce(
    (select after from fork where after >= coalesce(first, 0) and after < last and resumed >= last), last)
  from part where not exists (select 1 from fork where after < first and last <= resumed)
$$;
`;
