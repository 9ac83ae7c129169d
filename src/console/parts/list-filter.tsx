import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { ProvincesDocument } from "../generated/graphql.js";
import { useAnswer } from "../graph/hooks.js";
import { type Text, useText } from "../language/language.js";
import { ChoiceField, TextField } from "./fields.js";
import styles from "./list-filter.module.css";

const texts = {
  label: { id: "Saring daftar", en: "Filter the list" },
  text: { id: "Nama memuat", en: "Name contains" },
  region: { id: "Provinsi", en: "Province" },
  everywhere: { id: "Semua provinsi", en: "All provinces" },
  clear: { id: "Hapus saringan", en: "Clear the filters" },
};

/** One waits for so long after the last letter before the list is asked again, in milliseconds. */
const restMs = 300;

/** What a list is filtered by, as its address says it. */
export interface ListFilterValues {
  text?: string;
  region?: string;
}

/** The filter in the address, and the function that changes it. */
export function useListFilter<Values extends ListFilterValues>(): [
  values: Values,
  change: (values: Partial<Values>) => void,
] {
  const navigate = useNavigate();
  const values: Values = useSearch({ strict: false } as never);
  const change = (more: Partial<Values>) => {
    const search = { ...values, ...more };
    const said = Object.entries(search).filter(([, value]) => value !== "");
    void navigate({ to: ".", search: Object.fromEntries(said), replace: true } as never);
  };
  return [values, change];
}

/** The button that empties the filter; the order of the list is none of it. */
function ClearButton({ clear }: { clear: () => void }) {
  const t = useText();
  const [{ order: _, ...filter }, change] = useListFilter<Record<string, string>>();
  const names = Object.keys(filter).filter((name) => filter[name]);
  if (names.length === 0) return null;
  const empty = () => {
    clear();
    change(Object.fromEntries(names.map((name) => [name, ""])));
  };
  return (
    <button type="button" className="button quiet" onClick={empty}>
      {t(texts.clear)}
    </button>
  );
}

/** The text of the filter as one types it, which the address has once it has rested. */
function useTyped() {
  const [{ text = "" }, change] = useListFilter();
  const [typed, setTyped] = useState(text);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing begins the wait.
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => change({ text: typed }), restMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return [typed, setTyped] as const;
}

/** The fields that filter a list by text and province; `children` are further fields. */
export function ListFilter({
  textLabel = texts.text,
  children,
}: {
  textLabel?: Text;
  children?: ReactNode;
}) {
  const t = useText();
  const [{ region = "" }, change] = useListFilter();
  const [typed, setTyped] = useTyped();
  const { data } = useAnswer(ProvincesDocument, {});
  const provinces = (data?.regions.nodes ?? []).map(({ code, name }) => ({
    value: code,
    label: name,
  }));
  return (
    <search aria-label={t(texts.label)} className="no-print">
      <div className={styles.filter}>
        <TextField label={t(textLabel)} value={typed} change={setTyped} />
        <ChoiceField
          label={t(texts.region)}
          value={region}
          change={(value) => change({ region: value })}
          choices={[{ value: "", label: t(texts.everywhere) }, ...provinces]}
        />
        {children}
      </div>
      <ClearButton clear={() => setTyped("")} />
    </search>
  );
}
