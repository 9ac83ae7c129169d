/**
 * A plain EventSource, as browsers have it: it connects again by itself, and sends the id of the last event
 * (`Last-Event-ID`), which is its position. It needs no `follow`, and cannot send a credential.
 */
export function watch({ url, query, variables, take, failed, EventSource = globalThis.EventSource }) {
  const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const source = new EventSource(`${url}?${search}`);
  source.addEventListener("next", ({ data }) => {
    const payload = JSON.parse(data);
    if (payload.errors) failed(payload.errors[0]);
    else take(payload.data);
  });
  // The operation has ended for good: without this it would be asked again.
  source.addEventListener("complete", () => source.close());
  return source;
}
