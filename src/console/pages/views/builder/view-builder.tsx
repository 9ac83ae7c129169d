import { type FormEvent, useEffect, useState } from "react";
import { type ViewPagePartsFragment, ViewPageUpdateDocument } from "../../../generated/graphql.js";
import type { Fault } from "../../../graph/faults.js";
import { useChange } from "../../../graph/hooks.js";
import { useText } from "../../../language/language.js";
import type { ClashRow } from "../../../parts/conflict-dialog.js";
import { FaultNote } from "../../../parts/fault-note.js";
import { faultAt, TextField } from "../../../parts/fields.js";
import { Loading } from "../../../parts/loading.js";
import { type Current, useVersioned } from "../../../parts/use-versioned.js";
import styles from "../views.module.css";
import { type Catalogue, catalogueOf } from "./catalogue.js";
import { ConditionRows } from "./condition-rows.js";
import { changeTo, type Draft, draftOf, listsOf } from "./draft.js";
import { ChartFields, OrderFields } from "./order-and-chart.js";
import { PartPicker } from "./part-picker.js";

const texts = {
  indonesian: { id: "Judul (Indonesia)", en: "Title (Indonesian)" },
  english: { id: "Judul (Inggris)", en: "Title (English)" },
  about: { id: "Penjelasan", en: "Description" },
  columns: { id: "Kolom", en: "Columns" },
  groupBy: { id: "Kelompokkan menurut", en: "Group by" },
  matrixRows: { id: "Baris matriks", en: "Rows of the matrix" },
  matrixColumns: { id: "Kolom matriks", en: "Columns of the matrix" },
  measures: { id: "Ukuran", en: "Measures" },
  save: { id: "Simpan dan lihat hasilnya", en: "Save and see the result" },
  kept: {
    id: "Penyaring tampilan ini memakai parameter atau syarat gabungan; ia tetap seperti adanya.",
    en: "This view's filter has parameters or combined conditions; it stays as it is.",
  },
  replace: { id: "Ganti dengan syarat sederhana", en: "Replace it by simple conditions" },
};

interface Props {
  draft: Draft;
  catalogue: Catalogue;
  change: (draft: Draft) => void;
  fault: Fault | undefined;
}

function Titles({ draft, change, fault }: Omit<Props, "catalogue">) {
  const t = useText();
  return (
    <div className={styles.choices}>
      <TextField
        label={t(texts.indonesian)}
        value={draft.indonesian}
        change={(indonesian) => change({ ...draft, indonesian })}
        fault={faultAt(fault, "titleText.indonesian") ?? faultAt(fault, "titleText")}
      />
      <TextField
        label={t(texts.english)}
        value={draft.english}
        change={(english) => change({ ...draft, english })}
        fault={faultAt(fault, "titleText.english")}
      />
      <TextField
        label={t(texts.about)}
        value={draft.about}
        change={(about) => change({ ...draft, about })}
        rows={2}
        fault={faultAt(fault, "descriptionText.indonesian")}
      />
    </div>
  );
}

function Conditions({ draft, catalogue, change, fault }: Props) {
  const t = useText();
  if (draft.conditions === null) {
    return (
      <div className="row">
        <p className="soft">{t(texts.kept)}</p>
        <button
          type="button"
          className="button"
          onClick={() => change({ ...draft, conditions: [] })}
        >
          {t(texts.replace)}
        </button>
      </div>
    );
  }
  return (
    <ConditionRows
      conditions={draft.conditions}
      parts={catalogue.filters}
      change={(conditions) => change({ ...draft, conditions })}
      faultAt={(path) => faultAt(fault, path)}
    />
  );
}

/** The hub's words about a list and its members. */
const faultsOf = (fault: Fault | undefined, part: string): string[] =>
  (fault?.fields ?? [])
    .filter(({ path }) => path === part || path.startsWith(`${part}.`))
    .map(({ message }) => message);

/** The places whose faults stand at a field of the builder. */
const shownAtField = /^(?:titleText|columns|groupBy|matrixRows|matrixColumns|measures|chart|where)/;

/** What the draft and the stored view say, where another changed the view first. */
function useClashRows(
  kind: ViewPagePartsFragment["kind"],
  draft: Draft,
): (current: Current) => ClashRow[] {
  const t = useText();
  return ({ titleText, ...current }) => {
    const stored = (titleText ?? {}) as Record<string, string | null>;
    const title = {
      ...{ name: t(texts.indonesian), mine: draft.indonesian },
      theirs: stored.indonesian ?? stored.id ?? String(current.title ?? ""),
    };
    const lists = listsOf[kind].map((part) => ({
      ...{ name: t(texts[part]), mine: draft[part].join(", ") },
      theirs: ((current[part] ?? []) as string[]).join(", "),
    }));
    return [title, ...lists].filter(({ mine, theirs }) => mine !== theirs);
  };
}

function BuilderForm({ view, catalogue }: { view: ViewPagePartsFragment; catalogue: Catalogue }) {
  const t = useText();
  const [update, updating] = useChange(ViewPageUpdateDocument);
  const [draft, setDraft] = useState(() => draftOf(view, catalogue));
  const [fault, setFault] = useState<Fault>();
  const { send, clash } = useVersioned({
    ...{ id: view.id, title: view.title, version: view.version, setFault },
    rows: useClashRows(view.kind, draft),
    run: (version) => update({ input: changeTo(view, draft, catalogue, version) }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  const shared = { view, draft, catalogue, change: setDraft, fault };
  const isAtField = fault?.fields.some(({ path }) => shownAtField.test(path)) ?? false;
  return (
    <form onSubmit={submit} className="stack">
      <Titles {...shared} />
      <div className={styles.choices}>
        {listsOf[view.kind].map((part) => (
          <PartPicker
            key={part}
            label={t(texts[part])}
            parts={
              part === "columns" || part === "measures" ? catalogue[part] : catalogue.dimensions
            }
            picked={draft[part]}
            change={(picked) => setDraft({ ...draft, [part]: picked })}
            faults={faultsOf(fault, part)}
          />
        ))}
      </div>
      <Conditions {...shared} />
      <OrderFields {...shared} />
      <ChartFields {...shared} />
      {fault && !isAtField ? <FaultNote fault={fault} /> : null}
      <div className="row">
        <button type="submit" className="button main" disabled={updating}>
          {t(texts.save)}
        </button>
      </div>
      {clash}
    </form>
  );
}

/** The builder of a view: what it shows, of which rows, in which order and chart. */
export function ViewBuilder({ view }: { view: ViewPagePartsFragment }) {
  const [catalogue, setCatalogue] = useState<Catalogue>();
  useEffect(() => {
    void catalogueOf(view.dataset).then(setCatalogue);
  }, [view.dataset]);
  return catalogue ? <BuilderForm view={view} catalogue={catalogue} /> : <Loading />;
}
