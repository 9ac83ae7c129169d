import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { CheckField } from "../../parts/check-fields.js";
import { ChoiceField } from "../../parts/fields.js";
import { ListFilter, useListFilter } from "../../parts/list-filter.js";
import { orderOf, orders, type PlanQuestion } from "./plan-question.js";

const texts = {
  text: { id: "Judul memuat", en: "Title contains" },
  status: { id: "Status", en: "Status" },
  all: { id: "Semua", en: "All" },
  overdue: { id: "Hanya yang lewat tenggat", en: "Only with something overdue" },
  order: { id: "Urutan", en: "Order" },
  newest: { id: "Mulai terbaru", en: "Latest start" },
  title: { id: "Judul", en: "Title" },
  due: { id: "Berakhir paling dekat", en: "Soonest end" },
};

/** The filters and the order of the list of plans. */
export function PlanFilters() {
  const t = useText();
  const name = useMemberName();
  const [question, ask] = useListFilter<PlanQuestion>();
  const statuses = membersOf("ActionPlanStatus").map((value) => ({
    ...{ value, label: name("ActionPlanStatus", value) },
  }));
  const orderNames = Object.keys(orders).map((value) => ({
    ...{ value, label: t(texts[value as keyof typeof orders]) },
  }));
  return (
    <ListFilter textLabel={texts.text}>
      <ChoiceField
        label={t(texts.status)}
        value={question.status ?? ""}
        choices={[{ value: "", label: t(texts.all) }, ...statuses]}
        change={(status) => ask({ status })}
      />
      <ChoiceField
        label={t(texts.order)}
        value={orderOf(question)}
        choices={orderNames}
        change={(order) => ask({ order })}
      />
      <CheckField
        label={t(texts.overdue)}
        checked={question.overdue === "yes"}
        change={(checked) => ask({ overdue: checked ? "yes" : "" })}
      />
    </ListFilter>
  );
}
