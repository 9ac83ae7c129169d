import type { AccessScope } from "../../../access/index.js";
import {
  anyOf,
  defineEnum,
  isAmong,
  type MemberOf,
  type RowRef,
  type Sql,
  sql,
} from "../../../reading/index.js";

/** The audience of a thing (rule 7 of the domain). */
export const Visibility = defineEnum(
  "Visibility",
  "The audience of a thing; it looks absent to everybody else.",
  {
    PUBLIC: "Everybody who can see its parent, including visitors.",
    PARTICIPANTS:
      "Members of the organisations in the plan or deliberation, and the programme owner's coordinators.",
    ORGANISATION: "Members of the organisation that owns it.",
  },
);
export type Visibility = MemberOf<typeof Visibility>;

/**
 * The rows that the viewer can see by their own `visibility` (rule 7 of the domain): public rows,
 * rows whose `owner` column names one of the viewer's organisations, and rows for participants if
 * the viewer is `involved`.
 */
export function seenByVisibility(
  scope: AccessScope,
  row: RowRef,
  { owner, involved }: { owner: string; involved: () => Sql },
): Sql {
  const visibility = row.column("visibility");
  const open = sql`${visibility} = ${sql.lit(Visibility.PUBLIC)}::visibility`;
  if (scope.organisations.length === 0) return open;
  const own = isAmong(row.column(owner), scope.organisations, "uuid");
  const shared = sql`(${visibility} = ${sql.lit(Visibility.PARTICIPANTS)}::visibility and ${involved()})`;
  return anyOf([open, own, shared]);
}
