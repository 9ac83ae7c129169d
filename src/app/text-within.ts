import type { Prepared } from "../reading/index.js";
import type { RequestContext } from "./context.js";

/** The data of a query that was read within a request, and the tags of what it depends on. */
export interface TextWithin {
  data: string;
  /** Undefined where it depends on the clock too. */
  tags: readonly string[] | undefined;
}

/** The data of a plan, which is run in the snapshot of a request. */
export async function runWithin(
  context: RequestContext,
  { plan, values, finish }: Prepared,
): Promise<string> {
  const { session } = (await context.reader()).reading;
  plan.runs += 1;
  const [row = {}] = await session.tried<Record<string, unknown>>(plan.sql, values);
  return finish(String(Object.values(row)[1]));
}
