import { Field, Int, ObjectType } from "type-graphql";
import type { AccessScope } from "../../../access/index.js";
import {
  anyOf,
  defineEnum,
  type MemberOf,
  type RowRef,
  type Sql,
  type Suppression,
  sql,
} from "../../../reading/index.js";

// Rule 6 of the domain: only participants see a disaggregated count of people from 1 to 4; for all others it
// is suppressed, and with it the next smallest where one alone would follow from the total. Totals stay, but
// one from 1 to 4 about people below the regency does not. So small a count could identify persons. The raw
// counts of disaggregations are columns that the API does not show; every field that shows them uses
// `shownCounts`. Totals are columns with a suppression.

/** The dimensions of a disaggregation. */
export const Disaggregation = defineEnum(
  "Disaggregation",
  "A dimension by which a count is broken down. Disagregasi.",
  {
    SEX: "Sex. Jenis kelamin.",
    AGE_BAND: "Age band. Kelompok umur.",
    DISABILITY: "Disability. Disabilitas.",
  },
);
export type Disaggregation = MemberOf<typeof Disaggregation>;

/** One count of a disaggregation, as the API shows it to the viewer. */
@ObjectType({
  description:
    "One count of a disaggregation. For viewers who do not take part, a count from 1 to 4 is suppressed, and with a single one the next smallest of its dimension, because the total would give it away (rule 6).",
})
export class DisaggregatedCount {
  @Field(() => Disaggregation, { description: "The dimension of the disaggregation." })
  by!: Disaggregation;
  @Field(() => String, {
    description:
      "The part that is counted. SEX: `FEMALE`, `MALE`. AGE_BAND: `0-14`, `15-24`, `25-34`, `35-44`, `45-54`, `55-64`, `65+`. DISABILITY: `WITH_DISABILITY`, `WITHOUT_DISABILITY`. `OTHER` for words from before these lists.",
  })
  value!: string;
  @Field(() => String, {
    nullable: true,
    description: "The words of a count from before the fixed lists, whose value is OTHER.",
  })
  words!: string | null;
  @Field(() => Int, { nullable: true, description: "The number of people; null when suppressed." })
  count!: number | null;
  @Field(() => Boolean, {
    description: "True when the count is hidden from the viewer, because it or another is small.",
  })
  suppressed!: boolean;
}

/** The condition that a number of people is small: from 1 to 4. */
export const isSmall = (count: Sql): Sql => sql`(${count} > 0 and ${count} < 5)`;

/**
 * The condition that the counts of a dimension of two parts are hidden from outsiders: where one is small, the
 * other is the next smallest and follows from the total.
 */
export const hasSmall = (counts: readonly Sql[]): Sql =>
  sql`coalesce(${sql.join(counts.map(isSmall), sql` or `)}, false)`;

/** The condition that a count is hidden: it is small, or the next smallest of its dimension beside a single one. */
const isHidden = sql`(small or (place = 2 and count(*) filter (where small) over (partition by by) = 1))`;

/** The counts of a jsonb list of `{by, value, count}` as rows, each with whether it is hidden from outsiders. */
const hideableCounts = (cells: Sql): Sql => sql`
  select value, at, ${isHidden} as hidden
  from (select *, row_number() over (partition by by order by small desc, count, at) as place
    from (select value, at, value->>'by' as by, (value->>'count')::int as count,
        ${isSmall(sql`(value->>'count')::int`)} as small
      from jsonb_array_elements(${cells}) with ordinality as one(value, at)) as counted) as placed`;

/**
 * The counts of a jsonb list of `{by, value, count}` as the API shows them: suppressed as rule 6 says,
 * unless the viewer is a `participant`, an SQL condition of the row.
 */
export const shownCounts = (cells: Sql, participant: Sql): Sql => sql`(
  select coalesce(jsonb_agg(cell.value || jsonb_build_object('suppressed', cell.hidden,
    'count', case when not cell.hidden then cell.value->'count' end) order by cell.at), '[]')
  from (select value, at, not viewer.inside and hidden as hidden
    from (${hideableCounts(cells)}) as one
    cross join (select coalesce(${participant}, false) as inside) as viewer) as cell)`;

/**
 * The sums of the counts of several lists, by part, as the API shows them; `lists` is a relation of `cells`.
 * For outsiders a sum with a hidden count in it is hidden too, as the others would give that away.
 */
export const summedCounts = (lists: Sql, dimensions: readonly string[], participant: Sql): Sql =>
  sql`(select coalesce(jsonb_agg(jsonb_build_object('by', by, 'value', part, 'words', words,
      'suppressed', hidden, 'count', case when not hidden and sum <= 2147483647 then sum end)
      order by by, part, words), '[]')
    from (select by, part, words, sum, not viewer.inside and ${isHidden} as hidden
      from (select *, row_number() over (partition by by order by small desc, sum, part, words) as place
        from (select cell->>'by' as by, cell->>'value' as part, cell->>'words' as words,
            sum((cell->>'count')::int)::bigint as sum, bool_or(hidden) as small
          from (${lists}) as list cross join lateral (${hideableCounts(sql`list.cells`)}) as one(cell, at, hidden)
          where cell->>'by' = any(${sql.val(dimensions)}::text[])
          group by 1, 2, 3) as summed) as placed
      cross join (select coalesce(${participant}, false) as inside) as viewer) as shown)`;

/** What a total is about, and who takes part in it. */
interface Total {
  column: string;
  participant(scope: AccessScope, row: RowRef): Sql;
  /** The condition that it is about people below the regency; always, if absent. */
  aboutFew?(row: RowRef): Sql;
  /** The same by columns of the row alone, for orders: it may hold for more rows. */
  mayBeAboutFew?: { columns: readonly string[]; sql(at: (column: string) => Sql): Sql };
}

/**
 * The suppression of a total of people. Orders take a total that may be suppressed as absent for everybody,
 * so that neither places nor cursors tell it.
 */
export const suppressedTotal = ({
  column,
  participant,
  aboutFew,
  mayBeAboutFew,
}: Total): Suppression => ({
  isHideable: isSmall,
  unless: (row, scope) => {
    const inside = participant(scope, row);
    return aboutFew ? anyOf([sql`not ${aboutFew(row)}`, inside]) : inside;
  },
  orderColumns: [column, ...(mayBeAboutFew?.columns ?? [])],
  order: (at) => {
    const own = at(column);
    const few = mayBeAboutFew ? sql` and ${mayBeAboutFew.sql(at)}` : sql``;
    return sql`(case when not (${isSmall(own)}${few}) then ${own} end)`;
  },
});

/** The condition that a column with a suppression is hidden from the viewer. */
export const isSuppressed =
  (column: string, { isHideable, unless }: Suppression) =>
  (row: RowRef, scope: AccessScope): Sql =>
    sql`(coalesce(${isHideable(row.column(column))}, false) and not coalesce(${unless(row, scope)}, false))`;
