import type { Fault } from "../graph/faults.js";
import { useText } from "../language/language.js";
import { DataTable } from "./data-table.js";

const texts = {
  title: {
    id: "{count, plural, other {# sel salah}}",
    en: "{count, plural, one {# cell is} other {# cells are}} wrong",
  },
  cell: { id: "Sel", en: "Cell" },
  why: { id: "Sebab", en: "Why" },
};

/** The wrong cells of a table or workbook, each by its address, with the reason in the hub's words. */
export function CellFaults({ faults }: { faults: Fault["fields"] }) {
  const t = useText();
  if (faults.length === 0) return null;
  const title = t(texts.title, { count: faults.length });
  return (
    <div role="alert" className="stack">
      <strong>{title}</strong>
      <DataTable
        caption={title}
        rows={faults}
        keyOf={({ path, message }) => `${path} ${message}`}
        columns={[
          { name: "cell", title: t(texts.cell), value: ({ path }) => path },
          { name: "why", title: t(texts.why), value: ({ message }) => message },
        ]}
      />
    </div>
  );
}
