// JSON is made as text, of pieces side by side: for Postgres that is cheaper than `json_build_object`.

/** A text as JSON. */
export const text = (value: string): string => `coalesce(to_json(${value})::text, 'null')`;

/** A value whose text needs no escape, between quotes; and one that is a number or a boolean. */
export const quoted = (value: string): string => `coalesce('"' || (${value})::text || '"', 'null')`;
export const bare = (value: string): string => `coalesce((${value})::text, 'null')`;

/** An object of values that are JSON. */
export const object = (members: Record<string, string>): string => {
  const pieces = Object.entries(members).flatMap(([name, value], at) => [
    `'${at === 0 ? "{" : ","}"${name}":'`,
    value,
  ]);
  return `concat(${[...pieces, "'}'"].join()})`;
};

/** The list of the rows that are aggregated, in the order of `by`. */
export const textList = (item: string, by: string): string =>
  `concat('[', string_agg(${item}, ',' order by ${by}), ']')`;

export const translated = (name: string): string =>
  object({
    indonesian: text(`coalesce(${name}->>'indonesian', ${name}->>'english')`),
    english: text(`coalesce(${name}->>'english', ${name}->>'indonesian')`),
  });

/** The hub's cursor of a row: its place as JSON, in base64url. */
export const cursor = (place: string): string =>
  `rtrim(translate(replace(encode(convert_to(${place}, 'UTF8'), 'base64'), E'\\n', ''), '+/', '-_'), '=')`;
