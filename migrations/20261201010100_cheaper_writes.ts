import { Migration } from "@mikro-orm/migrations";

/** The functions that every write runs cost less (ADR 0093). */
export class Migration20261201010100_cheaper_writes extends Migration {
  override name = "Migration20261201010100_cheaper_writes";

  override up(): void {
    for (const statement of [append, guard, keep, after]) this.addSql(statement);
  }
}

// As before, but each line is hashed and inserted by one statement. All of them by one statement needed arrays
// of hashes, which cost more than they spared. Lines by the thousand are staged (`ledger_append_staged`).
const append = `
create or replace function ledger_append(bodies text[]) returns bigint language plpgsql as $$
declare
  head record;
  body text;
begin
  select position, hash, made_to into head from ledger_head, ledger_partitioning for update of ledger_head;
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

// As before, in fewer expressions: PL/pgSQL makes each one ready again in every transaction.
const guard = `
create or replace function ledger_guard() returns trigger language plpgsql as $$
begin
  if current_setting('rembuk.checks_staged', true) = 'on' then
    if exists (select 1 from pg_temp.staged_line where entity_id = coalesce(new.id, old.id)) then
      return null;
    end if;
  end if;
  if exists (select 1 from change where entity_id = coalesce(new.id, old.id)
      and position >= nullif(current_setting('rembuk.first_position', true), '')::bigint) then
    return null;
  end if;
  raise exception 'the % of % % came without a change', lower(tg_op), tg_table_name, coalesce(new.id, old.id)
    using errcode = 'RB001';
end $$;
`;

// As before, but the words of a new row are inserted without a look for earlier ones: there are none.
const keep = `
do $do$ declare search text; begin
  for search in select substr(proname, 1, length(proname) - length('_keep')) from pg_proc
    where proname like '%\\_search\\_keep' and pronamespace = current_schema()::regnamespace loop
    execute format($make$
create or replace function %1$I() returns trigger language plpgsql as $$
declare made %2$I;
begin
  if tg_op = 'INSERT' then
    insert into %2$I select words.* from %3$I(new) as words where length(words.words) > 0;
    return null;
  end if;
  made := %3$I(new);
  if length(made.words) = 0 then
    delete from %2$I where id = made.id;
  else
    insert into %2$I values (made.*)
      on conflict (id) do update set names = excluded.names, words = excluded.words;
  end if;
  return null;
end $$ $make$, search || '_keep', search, search || '_of');
  end loop;
end $do$;
`;

// The first lines after a position. Each follower of the ledger reads them after each write: planning the statement
// anew, for the partitions and their indexes, cost ten times as much as reading the lines.
const after = `
create function ledger_after(after bigint, most bigint) returns setof change
language plpgsql stable rows 10 set plan_cache_mode = 'force_generic_plan' as $$
begin
  return query select * from change where position > after order by position limit most;
end $$;
`;
