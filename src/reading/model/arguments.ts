import { snake } from "../sql/fragments.js";

/** The arguments of a field, as GraphQL gives them to a resolver. */
export type Arguments = Record<string, unknown>;

/** An input of a filter: conditions by name. */
export type Where = Record<string, unknown>;

/** The direction of one order. */
export enum OrderDirection {
  ASC = "ASC",
  DESC = "DESC",
}

/** One order of a list. */
export interface OrderInput {
  /** The field's name in the order enumeration, as `STARTS_ON`. */
  field: string;
  direction: OrderDirection;
}

/** The arguments of a connection. */
export interface ConnectionArgs {
  where?: Where | null;
  orderBy?: OrderInput[] | null;
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** The name of a field in an order enumeration: `startsOn` is `STARTS_ON`. */
export const orderName = (field: string): string => snake(field).toUpperCase();
