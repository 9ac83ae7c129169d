/** A request's address, split before its `?`. */
export function addressOf({ url = "" }: { url?: string }): { path: string; search: string } {
  const mark = url.indexOf("?");
  return mark < 0
    ? { path: url, search: "" }
    : { path: url.slice(0, mark), search: url.slice(mark) };
}
