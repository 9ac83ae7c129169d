import type { ViewPagePartsFragment } from "../../../generated/graphql.js";
import type { Fault } from "../../../graph/faults.js";
import { useLanguage, useText } from "../../../language/language.js";
import { membersOf, useMemberName } from "../../../language/members.js";
import { ChoiceField, faultAt } from "../../../parts/fields.js";
import styles from "../views.module.css";
import { byWords, type Catalogue, type Part, wordsOf } from "./catalogue.js";
import { chartParts, type Draft } from "./draft.js";

const texts = {
  order: { id: "Urutkan menurut", en: "Order by" },
  direction: { id: "Arah", en: "Direction" },
  up: { id: "Naik", en: "Ascending" },
  down: { id: "Turun", en: "Descending" },
  none: { id: "Tidak ada", en: "None" },
  chart: { id: "Diagram", en: "Chart" },
  x: { id: "Sepanjang", en: "Along" },
  y: { id: "Angka", en: "Figure" },
  series: { id: "Dipecah menurut", en: "Divided by" },
};

interface Props {
  view: ViewPagePartsFragment;
  draft: Draft;
  catalogue: Catalogue;
  change: (draft: Draft) => void;
  fault: Fault | undefined;
}

/** Choices of parts, with the choice of none. */
function usePartChoices() {
  const t = useText();
  const language = useLanguage();
  return (parts: readonly Part[]) => [
    { value: "", label: t(texts.none) },
    ...byWords(parts, language).map((part) => ({
      value: part.name,
      label: wordsOf(part, language),
    })),
  ];
}

/** The order of the rows or groups. */
export function OrderFields({ view, draft, catalogue, change, fault }: Props) {
  const t = useText();
  const choicesOf = usePartChoices();
  if (view.kind === "MATRIX") return null;
  const orders = view.kind === "TABLE" ? catalogue.orders : catalogue.groupOrders;
  return (
    <div className={styles.choices}>
      <ChoiceField
        label={t(texts.order)}
        value={draft.order}
        change={(order) => change({ ...draft, order })}
        choices={choicesOf(orders)}
        fault={faultAt(fault, "orderBy.0.field")}
      />
      <ChoiceField
        label={t(texts.direction)}
        value={draft.direction}
        change={(value) => change({ ...draft, direction: value === "DESC" ? "DESC" : "ASC" })}
        choices={[
          { value: "ASC", label: t(texts.up) },
          { value: "DESC", label: t(texts.down) },
        ]}
      />
    </div>
  );
}

/** The chart that is drawn above the result. */
export function ChartFields({ view, draft, catalogue, change, fault }: Props) {
  const t = useText();
  const name = useMemberName();
  const choicesOf = usePartChoices();
  const { along, drawn } = chartParts(view.kind, draft, catalogue);
  const set = (part: Partial<Draft["chart"]>) =>
    change({ ...draft, chart: { ...draft.chart, ...part } });
  const kinds = membersOf("ViewChartKind").map((member) => ({
    value: member,
    label: name("ViewChartKind", member),
  }));
  const axes = [
    { axis: "x", parts: along, path: "chart.x" },
    { axis: "y", parts: drawn, path: "chart.y.0" },
    { axis: "series", parts: along, path: "chart.series" },
  ] as const;
  return (
    <div className={styles.choices}>
      <ChoiceField
        label={t(texts.chart)}
        value={draft.chart.kind}
        change={(kind) => set({ kind })}
        choices={[{ value: "", label: t(texts.none) }, ...kinds]}
        fault={faultAt(fault, "chart") ?? faultAt(fault, "chart.kind")}
      />
      {draft.chart.kind === ""
        ? null
        : axes.map(({ axis, parts, path }) => (
            <ChoiceField
              key={axis}
              label={t(texts[axis])}
              value={draft.chart[axis]}
              change={(value) => set({ [axis]: value })}
              choices={choicesOf(parts)}
              fault={faultAt(fault, path)}
            />
          ))}
    </div>
  );
}
