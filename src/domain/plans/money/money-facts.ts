import { type Fact, type GroupSite, type RowRef, type Sql, sql } from "../../../reading/index.js";
import { ContributionStatus } from "../enums.js";
import { flowsOf, type SummedRows } from "./money-sums.js";

// The money of many wholes at once (rule 12 of the domain), for groups of them: one pass over the contributions
// gives each whole its figures, which add up over any grouping.

const { PLEDGED, COMMITTED, DELIVERED } = ContributionStatus;
const statuses = [PLEDGED, COMMITTED, DELIVERED];

/** The column with a figure of the contributions of one status, on cancelled actions or on the others. */
const columnOf = (figure: string, status: string, cancelled: boolean): string =>
  `${figure}_${status.toLowerCase()}${cancelled ? "_cancelled" : ""}`;

const paidColumn = (cancelled: boolean): string => (cancelled ? "paid_cancelled" : "paid");

/** The figures of a whole, from its flows, as columns. */
function columnsOf(cancelled: boolean): Sql[] {
  const isApart = sql`cancelled = ${sql.lit(cancelled)}`;
  const sum = (figure: string, where: Sql, name: string) =>
    sql`sum(${sql.ref(figure)}) filter (where ${where}) as ${sql.ref(name)}`;
  const split = ["given", "reached"].flatMap((figure) =>
    statuses.map((status) => {
      const where = sql`${isApart} and status = ${sql.lit(status)}::contribution_status`;
      return sum(figure, where, columnOf(figure, status, cancelled));
    }),
  );
  return [...split, sum("paid", isApart, paidColumn(cancelled))];
}

/** The fact of the money of wholes: `whole` is the id of the one to which a contribution belongs. */
export const moneyFact = (whole: (rows: SummedRows) => Sql): Fact => ({
  rows: (found, near, scope) => {
    const asked = near.statement.madeRow();
    const { flows, given } = flowsOf(near, scope, {
      whole: (rows) => ({
        id: asked.column("id"),
        join: sql`join (${found}) as ${asked.name} on ${asked.column("id")} = ${whole(rows)}`,
      }),
    });
    return sql`${given} select whole as id, ${sql.join([...columnsOf(false), ...columnsOf(true)])}
      from ${flows} group by whole`;
  },
});

/** The rupiah of columns of a group's facts. */
const sumOf = (fact: RowRef, names: readonly string[]): Sql =>
  sql`${sql.join(
    names.map((name) => sql`coalesce(sum(${fact.column(name)}), 0)`),
    sql` + `,
  )}`;

/** The rupiah of all statuses, on actions that are not cancelled. */
export const totalOf = (fact: RowRef, figure: "given" | "reached"): Sql =>
  sumOf(
    fact,
    statuses.map((status) => columnOf(figure, status, false)),
  );

/** The rupiah paid, on actions that are not cancelled. */
export const paidOfGroup = (fact: RowRef): Sql => sumOf(fact, [paidColumn(false)]);

/** The members of MoneyByStatus, as JSON: numeric sums as text, because a sum may exceed one amount. */
function byStatus(fact: RowRef, figure: string, cancelled: boolean): Sql {
  const columns = statuses.map((status) => columnOf(figure, status, cancelled));
  const members = statuses.map(
    (status, at) =>
      sql`${sql.lit(status.toLowerCase())}, (${sumOf(fact, columns.slice(at, at + 1))})::text`,
  );
  return sql`jsonb_build_object(${sql.join(members)}, 'total', (${sumOf(fact, columns)})::text)`;
}

/** The members of GroupMoney, as aggregates over the rows of a group. */
export function moneyParts(site: GroupSite, money: Fact): Record<string, Sql> {
  const fact = site.fact(money);
  const figures = (cancelled: boolean) => ({
    given: byStatus(fact, "given", cancelled),
    reached: byStatus(fact, "reached", cancelled),
    paid: sql`(${sumOf(fact, [paidColumn(cancelled)])})::text`,
  });
  const apart = Object.entries(figures(true)).map(
    ([name, value]) => sql`${sql.lit(name)}, ${value}`,
  );
  return { ...figures(false), onCancelled: sql`jsonb_build_object(${sql.join(apart)})` };
}
