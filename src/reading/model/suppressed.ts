import type { AccessScope } from "../../access/index.js";
import { type Sql, sql } from "../sql/fragments.js";
import type { RowRef } from "../sql/statement.js";
import type { Suppression } from "./field.js";
import { holdsThroughout } from "./throughout.js";

/** A value of a row's column as the viewer sees it: null where the column's suppression hides it. */
export const suppressedValue = (
  { isHideable, unless }: Suppression,
  value: Sql,
  row: RowRef,
  scope: AccessScope,
): Sql => sql`(case when not coalesce(${isHideable(value)}, false) then ${value}
  when ${holdsThroughout(scope, row, (_, one) => unless(one, scope))} then ${value} end)`;
