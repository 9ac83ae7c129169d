import { createContext, use, useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { type AnyVariables, useClient, useMutation, useQuery } from "urql";
import { ConsoleViewerDocument, type TypedDocumentString } from "../generated/graphql.js";
import { whenLineMayBeBack } from "../session/line.js";
import type { Connection, ConnectionState } from "./connection.js";
import { documentOf } from "./documents.js";
import { type Fault, faultOf, offline } from "./faults.js";

/** The answer to a query, as a page renders it. */
export interface Answer<Data> {
  data: Data | undefined;
  fault: Fault | undefined;
  /** True until the hub has answered, also while something is shown from the cache. */
  pending: boolean;
  /** The ledger's position at which the hub read; undefined for what came from the cache. */
  position: number | undefined;
  /** The reading of the hub at that position: another object each time that the hub has answered. */
  reading: object | undefined;
  /** Asks the hub again. */
  again: () => void;
}

/** Runs something as the line may be back, where it is wanted. */
function useWhenLineMayBeBack(run: () => void, wanted: boolean): void {
  useEffect(() => (wanted ? whenLineMayBeBack(run) : undefined), [run, wanted]);
}

/** Asks a query: at once from the cache where it can be, and from the hub. */
export function useAnswer<Data, Variables extends AnyVariables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  options: { pause?: boolean } = {},
): Answer<Data> {
  const [{ data, error, fetching, stale, extensions }, execute] = useQuery<Data, AnyVariables>({
    query: documentOf(document) as never,
    variables: variables as AnyVariables,
    requestPolicy: "cache-and-network",
    pause: options.pause ?? false,
  });
  const { position } = (extensions ?? {}) as { position?: number };
  const again = useCallback(() => execute({ requestPolicy: "network-only" }), [execute]);
  const reading = position === undefined ? undefined : extensions;
  const fault = faultOf(error);
  useWhenLineMayBeBack(again, fault?.code === offline.code);
  return { data, fault, pending: fetching || stale, position, reading, again };
}

/** The last payload of a subscription. */
export interface Followed<Data> {
  data: Data | undefined;
  fault: Fault | undefined;
}

/** The answer that a stream continues. */
export type Beginning = Pick<Answer<unknown>, "position" | "reading" | "again">;

/** A stream that has ended, and goes on after its answer was read again. */
const goesOn = ({ code, position }: Fault): boolean =>
  code === "CURSOR_EXPIRED" || (code === "FORBIDDEN" && position !== undefined);

/** The function that asks anew what the reader is, and where. */
function useViewerAgain(): () => void {
  const client = useClient();
  return useCallback(() => {
    const viewer = documentOf(ConsoleViewerDocument) as never;
    void client.query(viewer, {}, { requestPolicy: "network-only" }).toPromise();
  }, [client]);
}

/**
 * Follows a subscription from the position of an answer on; payloads go into the cache, so that what was
 * asked renders anew. It waits until there is a position. Where the viewer's access has changed, or the
 * hub no longer keeps the position, the stream ends: the answer is read again, and followed from there.
 */
export function useFollowed<Data, Variables extends AnyVariables & { after?: unknown }>(
  document: TypedDocumentString<Data, Variables>,
  variables: Omit<Variables, "after">,
  { position, reading, again }: Beginning,
  onPayload?: (data: Data) => void,
): Followed<Data> {
  const client = useClient();
  const viewerAgain = useViewerAgain();
  const [last, setLast] = useState<Followed<Data>>({ data: undefined, fault: undefined });
  const [start, setStart] = useState<{ position: number; reading: object }>();
  const [ended, setEnded] = useState<object>();
  if (!start && position !== undefined && reading && reading !== ended) {
    setStart({ position, reading });
  }
  const key = JSON.stringify(variables);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the variables are compared by their text.
  useEffect(() => {
    if (!start) return;
    const take = (data: Data | undefined, fault: Fault | undefined) => {
      const isOver = fault !== undefined && goesOn(fault);
      setLast({ data, fault: isOver ? undefined : fault });
      if (data) onPayload?.(data);
      if (!isOver) return;
      setEnded(start.reading);
      setStart(undefined);
      viewerAgain();
      again();
    };
    const { unsubscribe } = client
      .subscription(documentOf(document) as never, { ...variables, after: start.position } as never)
      .subscribe(({ data, error }) => take(data as Data, faultOf(error)));
    return unsubscribe;
  }, [client, document, key, start]);
  return last;
}

/** The outcome of a mutation: what it gave, or its fault. */
export type Outcome<Data> = { data: Data; fault: undefined } | { data: undefined; fault: Fault };

/** A mutation: a function that runs it, and whether it runs. */
export function useChange<Data, Variables extends AnyVariables>(
  document: TypedDocumentString<Data, Variables>,
): [run: (variables: Variables) => Promise<Outcome<Data>>, running: boolean] {
  const [{ fetching }, execute] = useMutation<Data, AnyVariables>(documentOf(document) as never);
  const run = useCallback(
    async (variables: Variables): Promise<Outcome<Data>> => {
      const { data, error } = await execute(variables as AnyVariables);
      const fault = faultOf(error);
      if (fault || !data) return { data: undefined, fault: fault ?? offline };
      return { data, fault: undefined };
    },
    [execute],
  );
  return [run, fetching];
}

export const ConnectionContext = createContext<Connection | undefined>(undefined);

const none: ConnectionState = { wanted: false, connected: false, lostAt: null };

/** Whether live updates arrive. */
export function useConnection(): ConnectionState {
  const connection = use(ConnectionContext);
  return useSyncExternalStore(
    connection?.listen ?? (() => () => undefined),
    connection?.current ?? (() => none),
  );
}
