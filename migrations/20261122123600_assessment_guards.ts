import { Migration } from "@mikro-orm/migrations";

/**
 * What no ORM describes of indicators, groups and assessments: the ledger's guards on the new tables, that a published
 * instrument's questions and a published assessment never change, and that reviews and replies stay.
 */
export class Migration20261122123600_assessment_guards extends Migration {
  override name = "Migration20261122123600_assessment_guards";

  override up(): void {
    for (const table of nouns) this.addSql(`select ledger_watch('${table}')`);
    for (const statement of [instruments, assessments]) this.addSql(statement);
    for (const table of parts) {
      this.addSql(`create trigger ${table}_is_published before insert or update or delete on ${table}
        for each row execute function assessment_refuse_published()`);
    }
    for (const table of said) {
      this.addSql(`create trigger ${table}_is_append_only before update or delete on ${table}
        for each statement execute function ledger_refuse()`);
    }
  }
}

const nouns = [
  "indicator",
  "target",
  "measurement",
  "enterprise_group",
  "group_measurement",
  "support",
  "instrument",
  "assessment",
  "answer",
  "evidence",
  "finding",
  "action_finding",
  "finding_reply",
  "review",
  "table_import",
];

/** The tables whose rows are what an assessment says. What others say to it comes after. */
const parts = ["answer", "evidence", "finding", "action_finding"];

/** What is said once and never edited. */
const said = ["review", "finding_reply"];

// Once published, an edition keeps its questions: of it, only that it is retired may be written, and
// what is said of it beside them.
const instruments = `
create function instrument_refuse_published() returns trigger language plpgsql as $$
declare
  said text[] := '{about,owner_id,sources,status,version}';
begin
  if old.status = 'DRAFT' then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' or new.status not in (old.status, 'RETIRED')
    or to_jsonb(new) - said <> to_jsonb(old) - said then
    raise exception 'a published instrument never changes' using errcode = 'RB003';
  end if;
  return new;
end $$;
create trigger instrument_is_published before update or delete on instrument
  for each row execute function instrument_refuse_published();
`;

const assessments = `
create function assessment_refuse_published() returns trigger language plpgsql as $$
declare
  before jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  after jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  own text := case when tg_table_name = 'assessment' then 'id' else 'assessment_id' end;
begin
  -- Nor does a row come in from another assessment.
  if exists (select 1 from assessment where status = 'PUBLISHED'
      and id in ((before->>own)::uuid, (after->>own)::uuid)) then
    raise exception 'the % of a published assessment never changes', tg_table_name
      using errcode = 'RB003';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger assessment_is_published before update or delete on assessment
  for each row execute function assessment_refuse_published();
`;
