import { Field, ObjectType } from "type-graphql";
import type { AccessScope } from "../../../access/index.js";
import { MoneyScalar } from "../../../platform/scalars.js";
import { anyOf, from, Loaded, type RowRef, type Sql, sql } from "../../../reading/index.js";
import { Contribution } from "./contribution.js";
import { MoneyInconsistency } from "./enums.js";
import { Funding } from "./funding.js";
import { seesSource } from "./money-visibility.js";
import { paidOf } from "./sums.js";

/** Something about a contribution that does not fit the rules of money. */
@ObjectType({
  description:
    "Something about a contribution that does not fit the rules of money (rule 12). It is kept as it was recorded; a correction puts it right.",
})
export class ContributionInconsistency {
  @Field(() => MoneyInconsistency, { description: "Its kind, which says what the amounts are." })
  kind!: MoneyInconsistency;
  @Field(() => MoneyScalar, { nullable: true, description: "The rupiah that are claimed or paid." })
  amount?: string | null;
  @Field(() => MoneyScalar, { nullable: true, description: "The rupiah by the rule." })
  limit?: string | null;
  @Loaded(() => Funding, { nullable: true, description: "The link that it is about, if any." })
  funding?: string | null;
}

/** One kind of inconsistency: when there is one, and its amounts. */
interface Found {
  kind: MoneyInconsistency;
  when: Sql;
  amount: Sql;
  limit: Sql;
}

const none = sql`null::bigint`;

/** The inconsistencies that a link may have. */
function ofLink(funding: RowRef, source: RowRef, contribution: RowRef): Found[] {
  const claimed = funding.column("claimed");
  const amount = funding.column("amount");
  const hasRupiah = sql`(${source.column("amount")} is not null and ${contribution.column("amount")} is not null)`;
  return [
    {
      kind: MoneyInconsistency.PASSES_ON_NO_RUPIAH,
      when: sql`not ${hasRupiah}`,
      ...{ amount: claimed, limit: none },
    },
    {
      kind: MoneyInconsistency.PASSES_ON_MORE_THAN_GIVEN,
      when: sql`(${claimed} is not null and ${hasRupiah})`,
      ...{ amount: claimed, limit: amount },
    },
    {
      kind: MoneyInconsistency.FUNDER_WITHDRAWN,
      when: sql`(${source.column("status")} = 'WITHDRAWN' and ${contribution.column("status")} <> 'WITHDRAWN')`,
      ...{ amount, limit: none },
    },
  ];
}

/** A contribution that counts as delivered, while its payments do not reach its amount. */
const deliveredUnpaid = (contribution: RowRef): Found => ({
  kind: MoneyInconsistency.DELIVERED_WITHOUT_PAYMENTS,
  when: sql`(${contribution.column("status")} = 'DELIVERED' and ${contribution.column("amount")} is not null
    and ${paidOf(contribution)} < ${contribution.column("amount")})`,
  amount: paidOf(contribution),
  limit: contribution.column("amount"),
});

/** The links of a contribution that the viewer sees and that were not refused, as FROM and WHERE. */
function links(contribution: RowRef, scope: AccessScope) {
  const funding = from(Funding, contribution);
  const source = from(Contribution, contribution);
  const found = contribution.statement.madeRow();
  const cases = ofLink(funding, source, contribution).map(
    ({ kind, when, amount, limit }) => sql`(${sql.lit(kind)}, ${when}, ${amount}, ${limit})`,
  );
  const among = sql`${funding.source}
    join ${source.source} on ${source.column("id")} = ${funding.column("source_id")}
    cross join lateral (values ${sql.join(cases)}) as ${found.name}(kind, holds, amount, most)
    where ${funding.column("contribution_id")} = ${contribution.column("id")}
      and ${funding.column("status")} <> 'REFUSED' and ${seesSource(scope, funding)}
      and ${found.column("holds")}`;
  return { funding, found, among };
}

/** The condition that something about a contribution does not fit the rules of money. */
export function isInconsistent(contribution: RowRef, scope: AccessScope): Sql {
  const { among } = links(contribution, scope);
  return anyOf([deliveredUnpaid(contribution).when, sql`exists (select 1 from ${among})`]);
}

/** The inconsistencies of a contribution that the viewer may know, as JSON. */
export function inconsistenciesOf(contribution: RowRef, scope: AccessScope): Sql {
  const { funding, found, among } = links(contribution, scope);
  const { kind, when, amount, limit } = deliveredUnpaid(contribution);
  const row = contribution.statement.madeRow();
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('kind', ${row.column("kind")},
      'amount', ${row.column("amount")}::text, 'limit', ${row.column("most")}::text,
      'funding', ${row.column("funding")}) order by ${row.column("kind")}, ${row.column("funding")}), '[]')
    from (select ${found.column("kind")}, ${found.column("amount")}::numeric, ${found.column("most")},
        ${funding.column("id")} from ${among}
      union all select ${sql.lit(kind)}, ${amount}, ${limit}, null::uuid where ${when})
    as ${row.name}(kind, amount, most, funding))`;
}
