import type { Source } from "../../common/index.js";
import type { RowCells } from "../rows/row-cells.js";
import { sourceColumns, sourceOf } from "../rows/source-columns.js";
import type { Part } from "./noun-correction.js";

interface Sourced {
  sources: Source[];
}

/** The part of the first source, by its columns. The other sources of a noun, which no table shows, stay. */
export function sourceParts<Noun extends Sourced, Input extends { sources?: unknown }>(): Record<
  string,
  Part<Noun, Input>
> {
  const cast = (sources: Source[]) => ({ sources }) as Partial<Input>;
  const part: Part<Noun, Input> = {
    said(cells: RowCells, { sources: [first, ...others] }) {
      const said = sourceOf(cells).map((source) => ({ ...source, key: first?.key ?? null }));
      return cast([...said, ...others]);
    },
    now: ({ sources }) => cast(sources),
  };
  return Object.fromEntries(sourceColumns.map(({ name }) => [name, part]));
}
