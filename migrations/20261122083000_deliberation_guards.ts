import { Migration } from "@mikro-orm/migrations";

/**
 * What no ORM describes of deliberations: the ledger's function with the renamed column, its guards on
 * the new tables, and that a closed deliberation and its minutes never change.
 */
export class Migration20261122083000_deliberation_guards extends Migration {
  override name = "Migration20261122083000_deliberation_guards";

  override up(): void {
    for (const statement of [append, closed]) this.addSql(statement);
    for (const table of nouns) this.addSql(`select ledger_watch('${table}')`);
    for (const table of frozen) this.addSql(`select deliberation_freeze('${table}')`);
    this.addSql(minutes);
  }
}

const nouns = [
  "deliberation",
  "invitation",
  "outcome",
  "outcome_version",
  "outcome_position",
  "minutes",
  "acknowledgement",
  "adoption",
];

/** The tables whose rows are the record of a meeting. What comes after it has tables of its own. */
const frozen = ["invitation", "outcome", "outcome_version", "outcome_position"];

// As the ledger's first migration has it, but for the column `deliberation_id`.
const append = `
create or replace function ledger_append(bodies text[]) returns bigint language plpgsql as $$
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
      kind, diff, programme_id, plan_id, deliberation_id, area_id, owner, request, previous_hash, hash)
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

// Whoever writes to the database, by whatever way: once a deliberation is closed, its rows stay.
const closed = `
create function deliberation_refuse_closed() returns trigger language plpgsql as $$
declare
  before jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  after jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  meeting text := case when tg_table_name = 'deliberation' then 'id' else 'deliberation_id' end;
begin
  -- Nor does a row come in from another meeting, by either of its references.
  if exists (select 1 from deliberation where status = 'CLOSED' and id in (
    (before->>meeting)::uuid, (after->>meeting)::uuid,
    (select deliberation_id from outcome where id = (before->>'outcome_id')::uuid),
    (select deliberation_id from outcome where id = (after->>'outcome_id')::uuid))) then
    raise exception 'the % of a closed deliberation is never changed', tg_table_name
      using errcode = 'RB002';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger deliberation_is_closed before update or delete on deliberation
  for each row execute function deliberation_refuse_closed();
create function deliberation_freeze(frozen text) returns void language plpgsql as $$
begin
  execute format('create trigger %I before insert or update or delete on %I
    for each row execute function deliberation_refuse_closed()', frozen || '_is_closed', frozen);
end $$;
`;

const minutes = `
create trigger minutes_are_append_only before update or delete on minutes
  for each statement execute function ledger_refuse();
`;
