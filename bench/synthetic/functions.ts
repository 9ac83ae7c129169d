/**
 * The SQL functions of the session that makes the data. All are pure: a row is the same in every run and
 * on every machine, and its id is known without a query.
 */
export const functions = `
-- The id of the n-th row of a kind: a valid UUID of version 7. Ids of one kind ascend, like the hub's.
create function pg_temp.id_of(kind text, n bigint) returns uuid language sql immutable as $$
  select overlay(overlay(overlay(md5(kind || '/' || n)
    placing lpad(to_hex(1704067200000 + n), 12, '0') from 1 for 12)
    placing '7' from 13 for 1) placing '8' from 17 for 1)::uuid
$$;

-- A pseudo-random number from 0 up to, but without, the limit, for the n-th row and a seed.
create function pg_temp.draw(seed bigint, n bigint, below bigint) returns int language sql immutable as $$
  select ((hashint8extended(n, seed) & 9223372036854775807) % below)::int
$$;

-- The progress of an action that one round of reports gives.
create function pg_temp.progress_of(action bigint, round bigint) returns int language sql immutable as $$
  select least(100, round * 4 + pg_temp.draw(31, action * 100 + round, 4))::int
$$;

-- The number of reports of an action.
create function pg_temp.rounds_of(action bigint, actions bigint, updates bigint) returns bigint
language sql immutable as $$
  select updates / actions + case when action <= updates % actions then 1 else 0 end
$$;
`;
