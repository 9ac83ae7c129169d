import { Migration } from "@mikro-orm/migrations";

/** A correction counts from when the report counted that it corrects, if all who see the one see the other. */
const countsFrom = `
with recursive counted as (
  select u.id, u.reported_at as counts_from from progress_update u
  where not exists (select 1 from progress_update c
    where c.id = u.corrects_id and c.organisation_id = u.organisation_id and c.action_id = u.action_id
      and array_position(array['ORGANISATION', 'PARTICIPANTS', 'PUBLIC'], c.visibility::text)
        >= array_position(array['ORGANISATION', 'PARTICIPANTS', 'PUBLIC'], u.visibility::text))
  union all
  select u.id, counted.counts_from from progress_update u
    join counted on counted.id = u.corrects_id
    join progress_update c on c.id = counted.id
  where c.organisation_id = u.organisation_id and c.action_id = u.action_id
    and array_position(array['ORGANISATION', 'PARTICIPANTS', 'PUBLIC'], c.visibility::text)
      >= array_position(array['ORGANISATION', 'PARTICIPANTS', 'PUBLIC'], u.visibility::text)
)
update progress_update set counts_from = counted.counts_from from counted
where counted.id = progress_update.id`;

/** What is stored of an action's progress: that of its lead's last public report, 100 once it is completed. */
const restated = `
create temporary table restated_action on commit drop as
select * from (
  select a.id, a.progress as before, case when a.status = 'COMPLETED' then 100 else coalesce((
      select u.progress from progress_update u
      where u.action_id = a.id and u.visibility = 'PUBLIC' and u.organisation_id = coalesce(
        case when a.lead_status = 'ACCEPTED' then a.lead_id end,
        case when p.lead_status = 'ACCEPTED' then p.lead_id end)
      order by u.counts_from desc, u.reported_at desc, u.id desc limit 1), 0) end as after,
    p.programme_id, p.id as plan_id, p.area_id, coalesce(a.lead_id, p.lead_id) as owner
  from action a join action_plan p on p.id = a.plan_id
) as action where before <> after`;

// Canonical JSON (RFC 8785): the names in order, no blanks.
const record = `
do $$
declare
  bodies text[] := (select array_agg(format(
    '{"actor":"hub","area":%s,"at":"%s","deliberation":null,"diff":{"progress":{"after":%s,"before":%s}},"entity":"Action","entityId":"%s","kind":"UPDATED","operation":"migrate","organisation":null,"owner":"%s","plan":"%s","programme":"%s","request":null}',
    coalesce('"' || area_id || '"', 'null'),
    to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    after, before, id, owner, plan_id, programme_id) order by id) from restated_action);
begin
  if bodies is not null then
    perform ledger_append(bodies);
  end if;
end $$`;

/**
 * The weight of actions, and progress by its rule: the last report of the lead that is as visible as the
 * action. An action whose progress came from another report, or that was completed below 100, gets the right
 * one, with a line in the ledger. Its reports stay as they are.
 */
export class Migration20261130120000_progress extends Migration {
  override name = "Migration20261130120000_progress";

  override up(): void {
    this.addSql(`alter table "action" add "weight" double precision not null default 1;`);
    this.addSql(
      `alter table "progress_update" add "counts_from" timestamptz not null default now();`,
    );
    // It follows from what is recorded already: no change of the report.
    this.addSql(`alter table "progress_update" disable trigger user;`);
    this.addSql(countsFrom);
    this.addSql(`alter table "progress_update" enable trigger user;`);
    this.addSql(restated);
    this.addSql(
      `update action set progress = r.after, version = version + 1 from restated_action r where r.id = action.id;`,
    );
    this.addSql(record);
    // The guards look now, so that later migrations may alter the table.
    this.addSql(`set constraints all immediate;`);
    this.addSql(`set constraints all deferred;`);
  }
}
