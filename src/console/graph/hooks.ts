import { createContext, use, useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { type AnyVariables, useClient, useMutation, useQuery } from "urql";
import type { TypedDocumentString } from "../generated/graphql.js";
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
  /** Asks the hub again. */
  again: () => void;
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
  return { data, fault: faultOf(error), pending: fetching || stale, position, again };
}

/** The last payload of a subscription. */
export interface Followed<Data> {
  data: Data | undefined;
  fault: Fault | undefined;
}

/**
 * Follows a subscription from a position on; payloads go into the cache, so that what was asked renders
 * anew. Without a position it waits for one. It ends with a fault when the viewer's access has changed.
 */
export function useFollowed<Data, Variables extends AnyVariables & { after?: unknown }>(
  document: TypedDocumentString<Data, Variables>,
  variables: Omit<Variables, "after">,
  position: number | undefined,
  onPayload?: (data: Data) => void,
): Followed<Data> {
  const client = useClient();
  const [last, setLast] = useState<Followed<Data>>({ data: undefined, fault: undefined });
  const [start, setStart] = useState<number>();
  if (start === undefined && position !== undefined) setStart(position);
  const key = JSON.stringify(variables);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the variables are compared by their text.
  useEffect(() => {
    if (start === undefined) return;
    const { unsubscribe } = client
      .subscription(documentOf(document) as never, { ...variables, after: start } as never)
      .subscribe(({ data, error }) => {
        setLast({ data: data as Data, fault: faultOf(error) });
        if (data) onPayload?.(data as Data);
      });
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
