import type { CombinedError } from "urql";

/** A fault as a page shows it: the hub's own words, in the reader's language. */
export interface Fault {
  code: string;
  message: string;
  /** The fields of a form that are at fault, by their paths in the input, as `title`. */
  fields: { path: string; message: string }[];
  /** The seconds to wait before the next try; null where none is said. */
  retryAfter: number | null;
  /** What the noun is now, where another's change came first (CONFLICT): its fields and its version. */
  current?: Readonly<Record<string, unknown>>;
  /** Up to where a stream came that ended as the viewer's access has changed. */
  position?: number;
}

/** The fault of a hub that could not be reached. */
export const offline: Fault = { code: "OFFLINE", message: "", fields: [], retryAfter: null };

interface HubExtensions {
  code?: string;
  fields?: { path: string; message: string }[];
  retryAfter?: number;
  current?: Record<string, unknown>;
  position?: number;
}

/** The fault in urql's error: the first of the hub's, or `OFFLINE` where the hub could not be reached. */
export function faultOf(error: CombinedError | undefined): Fault | undefined {
  if (!error) return undefined;
  const [first] = error.graphQLErrors;
  if (!first) {
    return { ...offline, message: error.networkError?.message ?? "" };
  }
  const {
    code = "INTERNAL_SERVER_ERROR",
    fields = [],
    retryAfter,
    current,
    position,
  } = first.extensions as HubExtensions;
  const shown = fields.map(({ path, message }) => ({
    path: path.replace(/^input\./, ""),
    message,
  }));
  const conflict = current ? { current } : {};
  return {
    ...{ code, message: first.message, fields: shown, retryAfter: retryAfter ?? null },
    ...conflict,
    ...(position === undefined ? {} : { position }),
  };
}
