// Parts of the hand-written statements. Like the hub, they show what a visitor may see.

/** The condition that an area touches the region `$1`: one of its regions is in it or is it. */
export const touches = `region_places(a.region_ids) collate "C" @> array[$1::text]`;

/** A text in two languages as a document without `Accept-Language` shows it. */
export const shown = (text: string): string =>
  `coalesce(${text}->>'english', ${text}->>'indonesian')`;

/** An instant as the hub writes it. */
export const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The day in Jakarta. */
export const today = "(now() at time zone 'Asia/Jakarta')::date";

/** The answer that consists of these members. */
export const dataOf = (members: string): string =>
  `json_build_object('data', json_build_object(${members}))::text`;

/** A list of what `node` builds of the rows of a `from` clause; empty without one. */
export const list = (node: string, order: string): string =>
  `coalesce(json_agg(${node} order by ${order}), '[]')`;
