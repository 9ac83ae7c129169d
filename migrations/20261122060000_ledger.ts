import { Migration } from "@mikro-orm/migrations";

/**
 * The parts of the ledger that no ORM describes: the head row, the function that appends, and the
 * guards that refuse a write without a change.
 */
export class Migration20261122060000_ledger extends Migration {
  override name = "Migration20261122060000_ledger";

  override up(): void {
    for (const statement of [head, append, appendOnly, guard, watch]) this.addSql(statement);
    for (const table of nouns) this.addSql(`select ledger_watch('${table}')`);
    this.addSql("select ledger_watch_bulk('region', 'RegionCatalogue')");
  }
}

const nouns = [
  "region_catalogue",
  "area",
  "organisation",
  "user_account",
  "membership",
  "api_key",
  "programme",
  "action_plan",
  "participant",
  "action",
  "milestone",
  "contribution",
  "progress_update",
];

// The position and hash of the last change, in the one row that every writer locks last.
const head = `
create table ledger_head (
  only_row boolean primary key default true check (only_row),
  position bigint not null,
  hash text not null,
  retained_from bigint not null default 0
);
insert into ledger_head (position, hash) values (0, repeat('0', 64));
`;

// Appends lines (canonical JSON each) in commit order. The head row stays locked until the commit, so
// positions are gapless and a reader at any position has missed nothing before it. It must be the
// transaction's last statement: what comes after it is done while every other writer waits.
const append = `
create function ledger_append(bodies text[]) returns bigint language plpgsql as $$
declare
  head ledger_head;
  body text;
  line jsonb;
  previous text;
begin
  select * into head from ledger_head for update;
  if coalesce(current_setting('rembuk.first_position', true), '') = '' then
    perform set_config('rembuk.first_position', (head.position + 1)::text, true);
  end if;
  foreach body in array bodies loop
    line := body::jsonb;
    previous := head.hash;
    head.position := head.position + 1;
    head.hash := encode(sha256(convert_to(previous || head.position || body, 'UTF8')), 'hex');
    insert into change (position, at, actor, user_id, organisation_id, operation, entity, entity_id,
      kind, diff, programme_id, plan_id, deliberation, area_id, owner, request, previous_hash, hash)
    values (head.position, (line->>'at')::timestamptz, line->>'actor',
      case when line->>'actor' like 'user:%' then substr(line->>'actor', 6)::uuid end,
      (line->>'organisation')::uuid, line->>'operation', line->>'entity',
      (line->>'entityId')::uuid, (line->>'kind')::change_kind, line->'diff',
      (line->>'programme')::uuid, (line->>'plan')::uuid, (line->>'deliberation')::uuid,
      (line->>'area')::uuid, (line->>'owner')::uuid, line->>'request', previous, head.hash);
  end loop;
  update ledger_head set position = head.position, hash = head.hash;
  perform pg_notify('rembuk_change', '');
  return head.position;
end $$;
`;

const appendOnly = `
create function ledger_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the rows of % are never changed by %', tg_table_name, lower(tg_op)
    using errcode = 'RB001';
end $$;
create trigger change_is_append_only before update or delete or truncate on change
  for each statement execute function ledger_refuse();
`;

// Both refuse at commit: the change is appended after the write. The first asks for a change of the
// row itself; the second, for reference data in bulk, for one of the entry that describes the load.
const guard = `
create function ledger_guard() returns trigger language plpgsql as $$
declare
  first bigint := nullif(current_setting('rembuk.first_position', true), '')::bigint;
  subject uuid := case when tg_op = 'DELETE' then old.id else new.id end;
begin
  if first is null
    or not exists (select 1 from change where entity_id = subject and position >= first) then
    raise exception 'the % of % % came without a change', lower(tg_op), tg_table_name, subject
      using errcode = 'RB001';
  end if;
  return null;
end $$;
create function ledger_guard_bulk() returns trigger language plpgsql as $$
declare
  first bigint := nullif(current_setting('rembuk.first_position', true), '')::bigint;
begin
  if first is null
    or not exists (select 1 from change where position >= first and entity = tg_argv[0]) then
    raise exception 'the % of % came without a change', lower(tg_op), tg_table_name
      using errcode = 'RB001';
  end if;
  return null;
end $$;
`;

// A later migration that adds a noun's table calls one of these for it.
const watch = `
create function ledger_watch(watched text) returns void language plpgsql as $$
begin
  execute format('create constraint trigger %I after insert or update or delete on %I
    deferrable initially deferred for each row execute function ledger_guard()',
    watched || '_has_change', watched);
  execute format('create trigger %I before truncate on %I
    for each statement execute function ledger_refuse()', watched || '_is_kept', watched);
end $$;
create function ledger_watch_bulk(watched text, entry text) returns void language plpgsql as $$
begin
  execute format('create constraint trigger %I after insert or update or delete on %I
    deferrable initially deferred for each row execute function ledger_guard_bulk(%L)',
    watched || '_has_change', watched, entry);
  execute format('create trigger %I before truncate on %I
    for each statement execute function ledger_refuse()', watched || '_is_kept', watched);
end $$;
`;
