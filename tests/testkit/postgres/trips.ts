import pg from "pg";

/** The statements that were sent together, before the first of them was answered. */
export type Trip = readonly string[];

type Query = (this: pg.Client, ...given: unknown[]) => unknown;

const prototype = pg.Client.prototype as unknown as { query: Query };

const textOf = (given: unknown): string =>
  typeof given === "string" ? given : String((given as { text?: unknown } | null)?.text ?? "");

/** The end of a statement that the driver runs: a promise, or a query object of the hub's own. */
const endOf = (result: unknown): Promise<unknown> =>
  result instanceof Promise ? result : (result as { finished: Promise<unknown> }).finished;

/** What the hub asks beside the requests: the tail, the followers of the ledger, the test of an idle connection. */
const isApart = (client: pg.Client, text: string): boolean =>
  (client as unknown as { connectionParameters: { application_name?: string } })
    .connectionParameters.application_name === "rembuk-watch" ||
  /from (ledger_after|change where position >)/.test(text) ||
  text === "select 1";

/**
 * Runs `act`, and gives the trips to Postgres that this process's hubs made for requests meanwhile: an answer
 * of which is waited for before the next statement of its connection is sent.
 */
export async function tripsOf(act: () => Promise<unknown>): Promise<Trip[]> {
  const trips: string[][] = [];
  const open = new Map<pg.Client, { trip: string[]; unanswered: number }>();
  const { query } = prototype;
  const answered = (client: pg.Client) => () => {
    const state = open.get(client);
    if (!state) return;
    state.unanswered -= 1;
    if (state.unanswered === 0) open.delete(client);
  };
  prototype.query = function (...given) {
    const text = textOf(given[0]);
    const result = query.apply(this, given);
    if (isApart(this, text)) return result;
    const state = open.get(this) ?? { trip: [], unanswered: 0 };
    if (!open.has(this)) trips.push(state.trip);
    open.set(this, state);
    state.trip.push(text);
    state.unanswered += 1;
    endOf(result).then(answered(this), answered(this));
    return result;
  };
  try {
    await act();
  } finally {
    prototype.query = query;
  }
  return trips;
}
