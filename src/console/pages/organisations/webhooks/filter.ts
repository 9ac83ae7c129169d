/** The filter of a webhook as a form has it: empty for all changes, else the JSON of a `ChangeFilter`. */
export type FilterText = string;

/** The filter of the changes of one kind of record. */
export const filterOf = (entity: string): FilterText => JSON.stringify({ entity: { eq: entity } });

/** The text of a filter as the hub has it. */
export const filterText = (where: unknown): FilterText =>
  where === null || where === undefined ? "" : JSON.stringify(where);

/** The kind of record whose changes a filter takes; undefined for any other filter. */
export function entityIn(text: FilterText): string | undefined {
  const entity = /^\{"entity":\{"eq":"(\w+)"\}\}$/.exec(text.replace(/\s/g, ""))?.[1];
  return entity;
}

/** The filter as an input takes it. A text that is no JSON goes as it is: the hub says what is wrong. */
export function filterInput(text: FilterText): unknown {
  if (text.trim() === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
