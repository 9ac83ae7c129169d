import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useId, useRef } from "react";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { orderOf, orders, type PlanQuestion } from "./plan-question.js";
import styles from "./plans.module.css";

const texts = {
  label: { id: "Saring rencana aksi", en: "Filter the plans" },
  text: { id: "Judul memuat", en: "Title contains" },
  status: { id: "Status", en: "Status" },
  all: { id: "Semua", en: "All" },
  overdue: { id: "Hanya yang lewat tenggat", en: "Only with something overdue" },
  order: { id: "Urutan", en: "Order" },
  newest: { id: "Mulai terbaru", en: "Latest start" },
  title: { id: "Judul", en: "Title" },
  due: { id: "Berakhir paling dekat", en: "Soonest end" },
  search: { id: "Terapkan", en: "Apply" },
  clear: { id: "Hapus saringan", en: "Clear the filters" },
};

/** Changes the question in the address. */
function useAsk() {
  const navigate = useNavigate();
  return (change: Partial<PlanQuestion>) =>
    void navigate({
      to: "/plans",
      search: (before: PlanQuestion) =>
        Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value)),
      replace: true,
    } as never);
}

function Choice({
  label,
  value,
  choices,
  change,
}: {
  label: string;
  value: string;
  choices: readonly (readonly [value: string, label: string])[];
  change: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => change(target.value)}>
        {choices.map(([member, name]) => (
          <option key={member} value={member}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function TextFilter({ question }: { question: PlanQuestion }) {
  const t = useText();
  const id = useId();
  const ask = useAsk();
  const input = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask({ text: input.current?.value.trim() ?? "" });
  };
  return (
    <form className={styles.field} onSubmit={submit}>
      <label htmlFor={id}>{t(texts.text)}</label>
      <span className="row">
        <input
          key={question.text ?? ""}
          id={id}
          ref={input}
          type="search"
          defaultValue={question.text ?? ""}
        />
        <button type="submit" className="button">
          {t(texts.search)}
        </button>
      </span>
    </form>
  );
}

/** The filters and the order of the list of plans. */
export function PlanFilters({ question }: { question: PlanQuestion }) {
  const t = useText();
  const name = useMemberName();
  const ask = useAsk();
  const statuses = membersOf("ActionPlanStatus").map(
    (member) => [member, name("ActionPlanStatus", member)] as const,
  );
  const orderNames = Object.keys(orders).map(
    (order) => [order, t(texts[order as keyof typeof orders])] as const,
  );
  const isFiltered = Object.entries(question).some(([key, value]) => key !== "order" && value);
  return (
    <search aria-label={t(texts.label)} className={styles.filters}>
      <TextFilter question={question} />
      <Choice
        label={t(texts.status)}
        value={question.status ?? ""}
        choices={[["", t(texts.all)], ...statuses]}
        change={(status) => ask({ status })}
      />
      <Choice
        label={t(texts.order)}
        value={orderOf(question)}
        choices={orderNames}
        change={(order) => ask({ order })}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={question.overdue === "yes"}
          onChange={({ target }) => ask({ overdue: target.checked ? "yes" : "" })}
        />
        {t(texts.overdue)}
      </label>
      {isFiltered ? (
        <button
          type="button"
          className="button quiet"
          onClick={() =>
            ask({ ...{ text: "", status: "", overdue: "", region: "", programme: "" } })
          }
        >
          {t(texts.clear)}
        </button>
      ) : null}
    </search>
  );
}
