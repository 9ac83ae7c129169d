import type { PlansListQueryVariables } from "../../generated/graphql.js";

/** What the reader asks of the list of plans, as it stands in the address. */
export interface PlanQuestion {
  text?: string;
  status?: string;
  overdue?: string;
  region?: string;
  programme?: string;
  order?: string;
}

/** The orders of the list; the first is the one without a choice. */
export const orders = {
  newest: { field: "STARTS_ON", direction: "DESC" },
  title: { field: "TITLE", direction: "ASC" },
  due: { field: "ENDS_ON", direction: "ASC" },
} as const;

export type OrderName = keyof typeof orders;

export const orderOf = ({ order }: PlanQuestion): OrderName =>
  order !== undefined && order in orders ? (order as OrderName) : "newest";

type Where = NonNullable<PlansListQueryVariables["where"]>;

/** The filter and the order of the contract for a question. */
export function variablesOf(
  question: PlanQuestion,
): Pick<PlansListQueryVariables, "where" | "orderBy"> {
  const { text, status, overdue, region, programme } = question;
  const where: Where = {
    ...(text ? { title: { contains: text } } : {}),
    ...(status ? { status: { eq: status as never } } : {}),
    ...(region ? { area: { region: { within: region } } } : {}),
    ...(programme ? { programme: { eq: programme } } : {}),
    ...(overdue === "yes"
      ? { or: [{ isOverdue: { eq: true } }, { overdueActions: { gte: 1 } }] }
      : {}),
  };
  return { where, orderBy: [orders[orderOf(question)]] };
}
