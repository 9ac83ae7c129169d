import { Migration } from "@mikro-orm/migrations";

/**
 * The links of the funding chain, and payments. What a contribution named as its funder becomes a link: of
 * the amount that fits, with the amount that was claimed beside it where it does not fit. Each link gets its
 * line in the ledger, from the hub itself.
 */
export class Migration20261130130000_money extends Migration {
  override name = "Migration20261130130000_money";

  override up(): void {
    this.addSql(`create type "funding_status" as enum ('UNCONFIRMED', 'CONFIRMED', 'REFUSED');`);
    this.addSql(
      `create table "payment" ("id" uuid not null, "contribution_id" uuid not null, "amount" bigint not null, "paid_on" date not null, "note" text null, "reverses_id" uuid null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(
      `create index "payment_contribution_id_paid_on_index" on "payment" ("contribution_id", "paid_on");`,
    );
    this.addSql(`create index "payment_amount_id_index" on "payment" ("amount", "id");`);
    this.addSql(`create index "payment_paid_on_id_index" on "payment" ("paid_on", "id");`);
    this.addSql(`create index "payment_created_at_id_index" on "payment" ("created_at", "id");`);
    this.addSql(
      `alter table "payment" add constraint "payment_reversed_once" unique ("reverses_id");`,
    );
    this.addSql(
      `create table "funding" ("id" uuid not null, "contribution_id" uuid not null, "source_id" uuid not null, "amount" bigint not null, "status" "funding_status" not null, "reason" text null, "claimed" bigint null, "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "sources" jsonb not null default '[]', primary key ("id"));`,
    );
    this.addSql(`create index "funding_source_id_index" on "funding" ("source_id");`);
    this.addSql(`create index "funding_amount_id_index" on "funding" ("amount", "id");`);
    this.addSql(`create index "funding_status_id_index" on "funding" ("status", "id");`);
    this.addSql(`create index "funding_created_at_id_index" on "funding" ("created_at", "id");`);
    this.addSql(
      `alter table "funding" add constraint "funding_once" unique ("contribution_id", "source_id");`,
    );
    this.addSql(`alter table "contribution" add "correction_reason" text null;`);
    this.addSql(
      `alter table "payment" add constraint "payment_contribution_id_foreign" foreign key ("contribution_id") references "contribution" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "payment" add constraint "payment_reverses_id_foreign" foreign key ("reverses_id") references "payment" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "funding" add constraint "funding_contribution_id_foreign" foreign key ("contribution_id") references "contribution" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "funding" add constraint "funding_source_id_foreign" foreign key ("source_id") references "contribution" ("id") on delete restrict;`,
    );
    for (const statement of [links, lines]) this.addSql(statement);
    this.addSql(`alter table "contribution" drop constraint "contribution_funded_by_id_foreign";`);
    this.addSql(`drop index "contribution_funded_by_id_index";`);
    this.addSql(
      `alter table "contribution" drop column "funded_by_id", drop column "funding_chain";`,
    );
    for (const table of ["funding", "payment"]) this.addSql(`select ledger_watch('${table}')`);
  }
}

// Of several contributions that named one funder, the earlier ones get what they claimed, as long as there is
// enough; what was withdrawn takes nothing from the others. An organisation that passes on its own money has
// confirmed it.
const links = `
insert into funding (id, contribution_id, source_id, amount, status, claimed)
select gen_random_uuid(), id, source_id, fits,
  case when organisation_id = funder_id then 'CONFIRMED' else 'UNCONFIRMED' end::funding_status,
  case when amount > fits then amount end
from (
  select c.id, c.organisation_id, c.amount, s.id as source_id, s.organisation_id as funder_id,
    coalesce(least(c.amount, greatest(0, s.amount - case when c.status = 'WITHDRAWN' then 0 else
      coalesce(sum(c.amount) filter (where c.status <> 'WITHDRAWN') over (partition by s.id
        order by c.created_at, c.id rows between unbounded preceding and 1 preceding), 0) end)), 0) as fits
  from contribution c join contribution s on s.id = c.funded_by_id
) as claims;
`;

// The canonical JSON (RFC 8785) of each line: its members in alphabetical order, without blanks.
const lines = `
select ledger_append(bodies) from (
  select array_agg(
    '{"actor":"hub","area":' || coalesce('"' || p.area_id || '"', 'null')
    || ',"at":"' || to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"'
    || ',"deliberation":null,"diff":{"amount":{"after":"' || f.amount || '","before":null}'
    || ',"claimed":{"after":' || coalesce('"' || f.claimed || '"', 'null') || ',"before":null}'
    || ',"contribution":{"after":"' || c.id || '","before":null}'
    || ',"reason":{"after":null,"before":null}'
    || ',"source":{"after":"' || f.source_id || '","before":null}'
    || ',"sources":{"after":[],"before":null}'
    || ',"status":{"after":"' || f.status || '","before":null}}'
    || ',"entity":"Funding","entityId":"' || f.id || '","kind":"CREATED","operation":"addFunding"'
    || ',"organisation":null,"owner":"' || c.organisation_id || '","plan":"' || c.plan_id || '"'
    || ',"programme":"' || p.programme_id || '","request":null}'
    order by c.created_at, c.id) as bodies
  from funding f join contribution c on c.id = f.contribution_id
    join action_plan p on p.id = c.plan_id
) as made where bodies is not null;
`;
