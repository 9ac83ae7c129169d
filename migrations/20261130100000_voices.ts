import { Migration } from "@mikro-orm/migrations";

/**
 * One house, one voice, and the frozen electorate of a vote. Meetings that are not over get the houses of
 * today; those that are over keep their figures. An open vote is frozen with those who attended when it was opened.
 */
export class Migration20261130100000_voices extends Migration {
  override name = "Migration20261130100000_voices";

  override up(): void {
    this.addSql(
      `alter table "invitation" add "part_of_organisation_ids" uuid[] not null default '{}';`,
    );
    this.addSql(`alter table "outcome" add "vote" jsonb null;`);
    for (const statement of [above, voices, vote]) this.addSql(statement);
    // Not by an update: the ledger's guards refuse a write without a change.
    this.addSql(
      `alter table "invitation" alter "part_of_organisation_ids" drop default, alter "part_of_organisation_ids" type uuid[] using migrated_above(deliberation_id, organisation_id), alter "part_of_organisation_ids" set default '{}';`,
    );
    this.addSql(
      `alter table "outcome" alter "vote" type jsonb using case when voting_since is not null then migrated_vote(id, deliberation_id, text_version, voting_since) end;`,
    );
    for (const name of ["migrated_vote", "migrated_voices", "migrated_above"]) {
      this.addSql(`drop function ${name};`);
    }
    // For whom a person has spoken in a meeting is looked up at each position.
    this.addSql(
      `create index change_positions_by_person on change (deliberation_id, user_id, position) where entity = 'OutcomePosition';`,
    );
  }
}

/** The organisations above an invited one, the nearest first; none where the meeting is over. */
const above = `
create function migrated_above(meeting uuid, organisation uuid) returns uuid[] language sql as $$
  with recursive above(id, level) as (
    select parent_id, 1 from organisation where id = $2
    union all select o.parent_id, level + 1 from organisation o join above on o.id = above.id)
  select coalesce(array_agg(id order by level), '{}') from above
  where id is not null
    and exists (select 1 from deliberation d where d.id = $1 and d.status not in ('CLOSED', 'CANCELLED'))
$$;
`;

/** The invited organisations of a meeting, with their houses: who attended at an instant, and who was its house's voice. */
const voices = `
create function migrated_voices(meeting uuid, moment timestamptz)
returns table (id uuid, house uuid, above uuid[], attends boolean, is_voice boolean) language sql as $$
  with seat as (
    select organisation_id as id, part_of_organisation_ids as above,
      coalesce(part_of_organisation_ids[cardinality(part_of_organisation_ids)], organisation_id) as house,
      exists (select 1 from jsonb_array_elements(attendance) as stay
        where (stay->>'arrivedAt')::timestamptz <= $2
          and coalesce((stay->>'leftAt')::timestamptz > $2, true)) as attends
    from invitation where deliberation_id = $1)
  select id, house, above, attends, attends and not exists (
    select 1 from seat higher where higher.id = any(seat.above) and higher.attends) from seat
$$;
`;

/** The vote on an outcome, opened earlier, with the electorate of that moment. */
const vote = `
create function migrated_vote(voted uuid, meeting uuid, text_number int, opened timestamptz)
returns jsonb language sql as $$
  with seat as (select * from migrated_voices($2, $4)),
  said as (
    select p.stance, seat.* from outcome_position p join seat on seat.id = p.organisation_id
    where p.outcome_id = $1 and p.text_version = $3),
  elector as (
    select id, house from seat where is_voice
    union select id, house from said where stance = 'OBJECT' and not exists (
      select 1 from said higher where higher.id = any(said.above) and higher.attends))
  select jsonb_build_object(
    'voices', (select count(distinct house) from elector),
    'invited', (select count(distinct house) from seat),
    'openedAt', to_char($4 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'attending', (select count(distinct house) from seat where attends),
    'electorate', (select coalesce(jsonb_agg(id order by id), '[]') from elector))
$$;
`;
