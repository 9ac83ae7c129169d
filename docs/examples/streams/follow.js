// Follows a subscription across broken connections, with any client. Each stream begins after the position of
// the last payload, so that nothing is lost or doubled.

/**
 * `open(after, show)` opens one stream: it calls `show` with each payload's data, resolves when the stream has
 * ended, and rejects with why it broke. `take(data)` gets each payload's data once. Rejects with what the hub
 * refuses for good; ends when `signal` is aborted.
 */
export async function follow({ open, after, take, signal, pauseMs = 1000 }) {
  let position = after;
  while (!signal.aborted) {
    try {
      await open(position, (data) => {
        for (const payload of Object.values(data)) position = payload.position;
        take(data);
      });
    } catch (reason) {
      if (isForGood(reason)) throw reason;
    }
    // A random pause: a thousand clients of a hub that starts again must not come at once.
    await new Promise((resolve) => setTimeout(resolve, pauseMs * (0.5 + Math.random())));
  }
}

/** The hub's codes of errors that another try will meet again. */
const forGood = ["BAD_USER_INPUT", "CURSOR_EXPIRED", "GRAPHQL_VALIDATION_FAILED", "NOT_FOUND"];

/** The close codes of sockets that another try will meet again (docs/reference/portals/streams.md). */
const closedForGood = [4400, 4403, 4406];

const isForGood = ({ extensions, code, status }) =>
  forGood.includes(extensions?.code) || closedForGood.includes(code) || status === 401;

/** The data of a payload; throws the hub's error, with its code in `extensions`. */
export function dataOf({ data, errors }) {
  if (errors) throw Object.assign(new Error(errors[0].message), errors[0]);
  return data;
}
