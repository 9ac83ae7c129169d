import { Migration } from "@mikro-orm/migrations";

/**
 * A long transaction holds the ledger's head for less: its lines are read from their texts, and what it has
 * written is checked against them, before the head is locked.
 */
export class Migration20261130233000_ledger_lines extends Migration {
  override name = "Migration20261130233000_ledger_lines";

  override up(): void {
    for (const statement of [line, lines, append, guard, checkStaged, appendStaged]) {
      this.addSql(statement);
    }
  }
}

// A line before it has a position: its text, which the hash covers, and what is stored of it.
const line = `
create type ledger_line as (
  place bigint,
  body text,
  at timestamptz,
  actor text,
  user_id uuid,
  organisation_id uuid,
  operation text,
  entity text,
  entity_id uuid,
  kind change_kind,
  diff jsonb,
  programme_id uuid,
  plan_id uuid,
  deliberation_id uuid,
  area_id uuid,
  owner uuid,
  request text
);
`;

// What is stored of a line, by its columns.
const columns = `at, actor, user_id, organisation_id, operation, entity, entity_id, kind, diff,
    programme_id, plan_id, deliberation_id, area_id, owner, request`;
const values = `(line->>'at')::timestamptz, line->>'actor',
    case when line->>'actor' like 'user:%' then substr(line->>'actor', 6)::uuid end,
    (line->>'organisation')::uuid, line->>'operation', line->>'entity',
    (line->>'entityId')::uuid, (line->>'kind')::change_kind, line->'diff',
    (line->>'programme')::uuid, (line->>'plan')::uuid, (line->>'deliberation')::uuid,
    (line->>'area')::uuid, (line->>'owner')::uuid, line->>'request'`;

// The lines of canonical texts, in the elements of a JSON array, with places after a given one.
const lines = `
create function ledger_lines(bodies json, after bigint) returns setof ledger_line
language sql stable as $$
  select after + place, body, ${values}
  from (select body::text as body, body::text::jsonb as line, place
    from json_array_elements(bodies) with ordinality as given(body, place) offset 0) as given
$$;
`;

// Both ways to append begin like this: the head is locked, and the lines get their hashes after its. It stays
// locked until the commit, so positions are gapless and a reader at any position has missed nothing before it.
const chain = `
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
  end loop;`;

// And end like this.
const move = `
  update ledger_head set position = head.position, hash = head.hash;
  perform pg_notify('rembuk_change', '');
  return head.position;`;

// As before, but that hashes come by rows: Postgres looks for the element of an array from its start.
const append = `
create or replace function ledger_append(bodies text[]) returns bigint language plpgsql as $$
declare
  head ledger_head;
  first bigint;
  body text;
  hashes text[];
begin ${chain}
  insert into change (position, ${columns}, previous_hash, hash)
  select first + place - 1, ${values}, previous_hash, hash
  from (select given.body::jsonb as line, place, previous_hash, hash
    from unnest(bodies, hashes, hashes[2:]) with ordinality as given(body, previous_hash, hash, place)
    where given.body is not null offset 0) as given; ${move}
end $$;
`;

// As before; while a transaction checks itself before its end, its staged lines count as appended.
const guard = `
create or replace function ledger_guard() returns trigger language plpgsql as $$
declare
  first bigint := nullif(current_setting('rembuk.first_position', true), '')::bigint;
  subject uuid := case when tg_op = 'DELETE' then old.id else new.id end;
begin
  if current_setting('rembuk.checks_staged', true) = 'on' then
    if exists (select 1 from pg_temp.staged_line where entity_id = subject) then
      return null;
    end if;
  end if;
  if first is null
    or not exists (select 1 from change where entity_id = subject and position >= first) then
    raise exception 'the % of % % came without a change', lower(tg_op), tg_table_name, subject
      using errcode = 'RB001';
  end if;
  return null;
end $$;
`;

// Checks all that the transaction has written against the lines that it is about to append, so that the
// commit need not. What it writes later is checked at the commit.
const checkStaged = `
create function ledger_check_staged() returns void language plpgsql as $$
begin
  create index on pg_temp.staged_line (entity_id);
  perform set_config('rembuk.checks_staged', 'on', true);
  set constraints all immediate;
  set constraints all deferred;
  perform set_config('rembuk.checks_staged', 'off', true);
end $$;
`;

// Appends the staged lines from one place to another.
const appendStaged = `
create function ledger_append_staged(after bigint, up_to bigint) returns bigint language plpgsql as $$
declare
  bodies text[] := array(select line.body from pg_temp.staged_line as line
    where place > after and place <= up_to order by place);
  head ledger_head;
  first bigint;
  body text;
  hashes text[];
begin ${chain}
  insert into change (position, ${columns}, previous_hash, hash)
  select first + number - 1, ${columns}, previous_hash, hash
  from unnest(hashes, hashes[2:]) with ordinality as link(previous_hash, hash, number)
    join pg_temp.staged_line on place = after + number
  where place <= up_to; ${move}
end $$;
`;
