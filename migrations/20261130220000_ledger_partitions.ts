import { Migration } from "@mikro-orm/migrations";

/**
 * The ledger in partitions by position. The table that holds it until now becomes the first partition as it
 * is: Postgres reads it once, to check its positions, and copies nothing. It ends with its last line.
 */
export class Migration20261130220000_ledger_partitions extends Migration {
  override name = "Migration20261130220000_ledger_partitions";

  override up(): void {
    for (const statement of [renamed, partitioned, partitioning, make, append]) {
      this.addSql(statement);
    }
  }
}

// No line is appended after the lock, and none that is uncommitted stands before it. The head row is not
// locked: a writer that holds it may wait for this table. Postgres has the names of indexes once a schema:
// those of the classes are of the whole table from now on. So are the rights that other roles were given.
const renamed = `
lock table change in access exclusive mode;
alter table change rename to change_before;
do $$ declare index record; begin
  for index in select indexrelid::regclass::text as name, relname from pg_index
    join pg_class on pg_class.oid = indexrelid where indrelid = 'change_before'::regclass loop
    execute format('alter index %s rename to %I', index.name,
      'change_before' || substr(index.relname, length('change') + 1));
  end loop;
end $$;
`;

// The indexes of the first partition are found by their definitions, and become parts of these.
const partitioned = `
create table change (like change_before including defaults) partition by range (position);
alter table change add primary key (position);
do $$ declare index record; held record; begin
  for index in select regexp_replace(pg_get_indexdef(indexrelid),
      'INDEX change_before(\\S*) ON \\S+', 'INDEX change\\1 ON change') as definition
    from pg_index where indrelid = 'change_before'::regclass and not indisprimary loop
    execute index.definition;
  end loop;
  for held in select case grantee when 0 then 'public' else grantee::regrole::text end as role,
      privilege_type as privilege
    from pg_class, aclexplode(relacl) as acl
    where pg_class.oid = 'change_before'::regclass and grantee <> relowner loop
    execute format('grant %s on change to %s', held.privilege, held.role);
  end loop;
  execute format('alter table change attach partition change_before for values from (minvalue) to (%s)',
    (select coalesce(max(position), 0) + 1 from change_before));
end $$;
create trigger change_is_append_only before update or delete or truncate on change
  for each statement execute function ledger_refuse();
`;

// What was made of the partitions: the position of the last one's end, and the size of the next.
const partitioning = `
create table ledger_partitioning (
  only_row boolean primary key default true check (only_row),
  made_to bigint not null,
  size bigint not null check (size > 0)
);
insert into ledger_partitioning (made_to, size)
  select coalesce(max(position), 0), 5000000 from change;
create function ledger_partitions() returns table (name text, first bigint, last bigint)
language sql stable as $$
  select relname::text, (regexp_match(bounds, 'FROM \\(''?(-?\\d+)'))[1]::bigint,
    (regexp_match(bounds, 'TO \\(''?(-?\\d+)'))[1]::bigint - 1
  from pg_inherits join pg_class on pg_class.oid = inhrelid,
    pg_get_expr(relpartbound, pg_class.oid) as bounds
  where inhparent = 'change'::regclass and not inhdetachpending
$$;
`;

// Makes the partitions up to a position; they end at multiples of their size. The lock is that of every
// change of partitions: "part" in ASCII. A partition is made whole and then attached, which waits for no
// reader and no writer. Its guard stands on itself too: a statement can name it.
const make = `
create function ledger_make_partitions(up_to bigint) returns void language plpgsql as $$
declare
  known ledger_partitioning;
  name text;
  last bigint;
begin
  perform pg_advisory_xact_lock(1885434484);
  loop
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

// As before, but all lines are inserted by one statement, after their hashes are computed. A writer that
// finds no partition makes it: the head row is locked first, then the partitions, by everybody.
const append = `
create or replace function ledger_append(bodies text[]) returns bigint language plpgsql as $$
declare
  head ledger_head;
  first bigint;
  body text;
  hashes text[];
begin
  select * into head from ledger_head for update;
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
  insert into change (position, at, actor, user_id, organisation_id, operation, entity, entity_id,
    kind, diff, programme_id, plan_id, deliberation_id, area_id, owner, request, previous_hash, hash)
  select first + place - 1, (line->>'at')::timestamptz, line->>'actor',
    case when line->>'actor' like 'user:%' then substr(line->>'actor', 6)::uuid end,
    (line->>'organisation')::uuid, line->>'operation', line->>'entity',
    (line->>'entityId')::uuid, (line->>'kind')::change_kind, line->'diff',
    (line->>'programme')::uuid, (line->>'plan')::uuid, (line->>'deliberation')::uuid,
    (line->>'area')::uuid, (line->>'owner')::uuid, line->>'request', hashes[place], hashes[place + 1]
  from (select body.text::jsonb as line, body.place::int as place
    from unnest(bodies) with ordinality as body(text, place) offset 0) as given;
  update ledger_head set position = head.position, hash = head.hash;
  perform pg_notify('rembuk_change', '');
  return head.position;
end $$;
`;
