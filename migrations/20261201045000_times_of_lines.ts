import { Migration } from "@mikro-orm/migrations";

/** A line's time is never before that of the line before it, whatever the clock of its writer says (ADR 0107). */
export class Migration20261201045000_times_of_lines extends Migration {
  override name = "Migration20261201045000_times_of_lines";

  override up(): void {
    for (const statement of [column, known, later, append, staged]) this.addSql(statement);
  }
}

// The time of the last line. It stands in the head, which every append locks and reads: the line itself would be
// looked for among the partitions.
const column = `
alter table ledger_head add column at timestamptz not null default '-infinity';
`;

const known = `
update ledger_head set at = coalesce(
  (select at from change_known where position <= ledger_head.position order by position desc limit 1), at);
`;

// A canonical line with another time. Its keys are sorted: the first "at" of the text is the line's own, and
// those within a text are escaped.
const later = `
create function ledger_line_at(body text, at timestamptz) returns text language sql stable as $$
  select regexp_replace(body, '"at":"[^"]*"',
    '"at":"' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"')
$$;
`;

// As before, but that a line whose time is before the head's gets that one.
const append = `
create or replace function ledger_append(bodies text[]) returns bigint language plpgsql as $$
declare
  head record;
  body text;
begin
  select position, hash, at, made_to, server_start, own_table into head
    from ledger_head, ledger_partitioning for update of ledger_head;
  if head.server_start <> pg_postmaster_start_time() or head.own_table <> 'ledger_head'::regclass then
    perform ledger_recognise();
    select position, hash, at, made_to into head from ledger_head, ledger_partitioning;
  end if;
  if coalesce(current_setting('rembuk.first_position', true), '') = '' then
    perform set_config('rembuk.first_position', (head.position + 1)::text, true);
  end if;
  -- What was made meanwhile is not seen here; the function looks again.
  if head.position + cardinality(bodies) > head.made_to then
    perform ledger_make_partitions(head.position + cardinality(bodies));
  end if;
  foreach body in array bodies loop
    if split_part(substr(body, strpos(body, '"at":"') + 6, 40), '"', 1)::timestamptz < head.at then
      body := ledger_line_at(body, head.at);
    end if;
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
    returning position, hash, at into head.position, head.hash, head.at;
  end loop;
  update ledger_head set position = head.position, hash = head.hash, at = head.at;
  perform pg_notify('rembuk_change', '');
  return head.position;
end $$;
`;

// The same. Lines that waited while others were appended are often earlier than the head.
const staged = `
create or replace function ledger_append_staged(after bigint, up_to bigint) returns bigint
language plpgsql as $$
declare
  bodies text[];
  times timestamptz[];
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
  select array_agg(case when at < latest then ledger_line_at(line.body, latest) else line.body end order by place),
      array_agg(latest order by place), coalesce(max(latest), head.at)
    into bodies, times, head.at
    from (select place, staged_line.body, at, greatest(max(at) over (order by place), head.at) as latest
      from pg_temp.staged_line where place > after and place <= up_to) as line;
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
  select first + number - 1, link.at, actor, user_id, organisation_id, operation, entity, entity_id, kind, diff,
    programme_id, plan_id, deliberation_id, area_id, owner, request, previous_hash, hash
  from unnest(times, hashes, hashes[2:]) with ordinality as link(at, previous_hash, hash, number)
    join pg_temp.staged_line on place = after + number
  where place <= up_to;
  update ledger_head set position = head.position, hash = head.hash, at = head.at;
  perform pg_notify('rembuk_change', '');
  return head.position;
end $$;
`;
