import { LRUCache } from "lru-cache";

/** The values of one header that are remembered, and the longest of them. */
const most = 1000;
const longest = 300;

/** Reads a header's value by `read`, once for those that were sent lately: clients send few different ones. */
export function remembered<T>(read: (value: string) => T): (value: string) => T {
  const known = new LRUCache<string, { read: T }>({ max: most });
  return (value) => {
    const found = known.get(value);
    if (found) return found.read;
    const made = read(value);
    if (value.length <= longest) known.set(value, { read: made });
    return made;
  };
}
