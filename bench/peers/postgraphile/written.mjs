import { TYPES } from "postgraphile/@dataplan/pg";

// Expressions of the hand-written statements (bench/hand-written-*.ts), as fields and conditions of PostGraphile.

/** The SQL alias of a step's row. */
export const aliasOf = ($row) => $row.getClassStep().alias;

/** SQL written by hand about the row of a table, whose columns it names by the letter. */
export const aboutRow = (sql, alias, letter, expression) =>
  sql`(select ${sql.raw(expression)} from (select ${alias}.*) as ${sql.raw(letter)})`;

/** The plan of a field whose value is such an expression. */
export const written =
  (sql, letter, expression, type = TYPES.jsonb) =>
  ($row) =>
    $row.select(aboutRow(sql, aliasOf($row), letter, expression), type);

/** The rows whose ids a column lists, in its order, that meet a further condition. */
export function rowsOfIds(sql, table, $row, column, condition = () => sql`true`) {
  const $rows = table.find();
  const ids = $rows.placeholder($row.get(column));
  const id = sql`${$rows.alias}.id`;
  $rows.where(sql`${id} = any(${ids}) and ${condition($rows.alias)}`);
  $rows.orderBy({
    fragment: sql`array_position(${ids}, ${id})`,
    codec: TYPES.int,
    direction: "ASC",
  });
  return $rows;
}

/** The condition that an action's plan is public. */
export const ofPublicPlan = (sql) => (action) =>
  sql`exists (
  select from action_plan p where p.id = ${action}.plan_id and p.visibility = 'PUBLIC')`;
