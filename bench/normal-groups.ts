interface HubGroup {
  key: Record<string, unknown>;
  measures: unknown;
}

/** A group of PostGraphile: the keys as texts, in their order, beside the measures. */
interface PeerGroup {
  keys: unknown[];
}

/** The measures with numbers for the decimal texts of PostGraphile. */
const numbers = (measures: unknown): unknown =>
  JSON.parse(JSON.stringify(measures), (_, value) =>
    typeof value === "string" && value.trim() !== "" ? Number(value) : value,
  );

/** A key as PostGraphile has it: the only value of a reference, else the value. */
const keyOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null ? Object.values(value)[0] : value;

/** The text of a group in one form, so that groups without an order can be sorted. */
function textOf(group: HubGroup | PeerGroup): string {
  if ("keys" in group) {
    const { keys, ...measures } = group;
    return JSON.stringify([keys, numbers(measures)]);
  }
  return JSON.stringify([Object.values(group.key).map(keyOf), numbers(group.measures)]);
}

/** A list with its groups: of PostGraphile an array with the total beside it. */
type Grouped =
  | { groups: { nodes: HubGroup[]; total?: unknown } }
  | { groups: PeerGroup[]; total?: unknown };

const isGrouped = (list: unknown): list is Grouped =>
  typeof list === "object" && list !== null && "groups" in list;

/**
 * A list with groups in a form that is the same for the hub and PostGraphile, whose groups have no order, whose
 * keys are an array of texts, and whose decimal numbers are texts. Another list stays as it is.
 */
export function normalGroups(list: unknown): unknown {
  if (!isGrouped(list)) return list;
  const [groups, total] =
    "nodes" in list.groups
      ? [list.groups.nodes, list.groups.total]
      : [list.groups, "total" in list ? list.total : undefined];
  return { groups: groups.map(textOf).sort(), total: numbers(total ?? null) };
}
