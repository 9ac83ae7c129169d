import type pg from "pg";

/** The state of what a role may not do. What owns an object is said in other words; both are this one. */
const forbidden = "42501";

/** What would switch off the ledger's guards, or take its lines. */
export const attacks = [
  "alter table change disable trigger all",
  "alter table ledger_head disable trigger all",
  "alter table change_from_1 disable trigger all",
  "alter table action add column remark text",
  "alter table change detach partition change_from_1",
  "drop trigger change_is_append_only on change",
  "drop trigger action_has_change on action",
  "create trigger mine before insert on change for each row execute function ledger_refuse()",
  "alter function ledger_guard() security definer",
  "create or replace function ledger_guard() returns trigger language plpgsql as 'begin return null; end'",
  "create or replace function ledger_refuse() returns trigger language plpgsql as 'begin return null; end'",
  "drop function ledger_append(text[])",
  "create function mine() returns int language sql as 'select 1'",
  "create table mine (id int)",
  "create schema mine",
  "drop table change",
  "drop table change_from_1",
  "drop table action cascade",
  "truncate change",
  "truncate change_from_1",
  "truncate action cascade",
  "truncate ledger_archive",
  "update change set actor = 'hub'",
  "update change_from_1 set actor = 'hub'",
  "delete from change",
  "delete from change_from_1",
  "select from change for update",
  "insert into change_from_1 select * from change",
  "update ledger_head set retained_from = 10",
  "update ledger_head set forks = '[]'",
  "delete from ledger_head",
  "insert into ledger_head values (false, 0, '', 0)",
  "update ledger_partitioning set made_to = 0",
  "insert into ledger_archive default values",
  "update ledger_archive set dropped_at = now()",
  "delete from change_kept",
  "delete from schema_migration",
  "update schema_migration set name = 'other'",
  "set session_replication_role = replica",
  "select set_config('session_replication_role', 'replica', true)",
  "set role rembuk_owner",
  "set role rembuk",
  "set session authorization rembuk",
  "grant rembuk_owner to rembuk_user",
  "alter role rembuk_user superuser",
  "create role mine superuser",
  "reassign owned by rembuk_owner to rembuk_user",
  "copy change to program 'cat'",
];

const quoted = (name: string) => `quote_ident(${name})`;
const routine = "oid::regprocedure::text";

/** The statements that alter, replace, empty or drop each kind of object, as SQL that makes them of a catalogue. */
const made = [
  ...["add column remark text", "disable trigger all", "no force row level security"].map(
    (how) => `select 'alter table ' || ${quoted("relname")} || ' ${how}' from tables`,
  ),
  ...["truncate ", "drop table "].map(
    (how) => `select '${how}' || ${quoted("relname")} || ' cascade' from tables`,
  ),
  `select 'alter table ' || ${quoted("relname")} || ' owner to current_user' from tables`,
  `select 'drop view ' || ${quoted("relname")} || ' cascade' from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace`,
  `select 'drop sequence ' || ${quoted("relname")} || ' cascade' from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace`,
  `select 'drop index ' || ${quoted("relname")} from pg_class where relkind in ('i', 'I') and relnamespace = 'public'::regnamespace`,
  `select 'drop trigger ' || ${quoted("tgname")} || ' on ' || tgrelid::regclass from pg_trigger where not tgisinternal`,
  "select pg_get_functiondef(oid) from routines",
  `select 'drop function ' || ${routine} || ' cascade' from routines`,
  `select 'alter function ' || ${routine} || ' security definer' from routines`,
  `select 'alter function ' || ${routine} || ' set search_path = pg_temp' from routines`,
];

/** The same attempts on every table, view, sequence, index, trigger and function that there is. */
export async function attacksOn(superuser: pg.ClientBase): Promise<string[]> {
  const { rows } = await superuser.query<{ attack: string }>(
    `with tables as (select relname from pg_class
       where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace),
     routines as (select oid from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f')
     select attack from (${made.join(" union all ")}) as all_of_them (attack) order by attack`,
  );
  return rows.map(({ attack }) => attack);
}

/** Tries an attack and takes it back; gives what came of it where it was not refused as it must be. */
export async function attacked(user: pg.ClientBase, attack: string): Promise<string | undefined> {
  await user.query("begin");
  try {
    await user.query(attack);
    return `succeeded: ${attack}`;
  } catch (error) {
    const { code } = error as pg.DatabaseError;
    return code === forbidden ? undefined : `${code} in place of ${forbidden}: ${attack}`;
  } finally {
    await user.query("rollback");
  }
}
