import { type Exchange, makeOperation, mapExchange } from "urql";

/** The position of the last change that this tab has written. */
let written = 0;

const headersOf = (options: RequestInit | (() => RequestInit) | undefined): RequestInit =>
  (typeof options === "function" ? options() : options) ?? {};

/**
 * Reads what the tab itself wrote, on every node of the hub: requests say which position they must not be
 * older than.
 */
export const followExchange: Exchange = mapExchange({
  onOperation: (operation) => {
    if (written === 0 || operation.kind !== "query") return operation;
    const options = headersOf(operation.context.fetchOptions);
    const headers = { ...options.headers, "rembuk-position": String(written) };
    return makeOperation(operation.kind, operation, {
      ...operation.context,
      fetchOptions: { ...options, headers },
    });
  },
  onResult: ({ operation, extensions }) => {
    const position = (extensions as { position?: number } | undefined)?.position;
    if (operation.kind === "mutation" && position !== undefined)
      written = Math.max(written, position);
  },
});
