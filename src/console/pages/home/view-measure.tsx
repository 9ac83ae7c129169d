import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import {
  HomeMapResultDocument,
  type HomeMapResultQuery,
  HomeMapViewsDocument,
  type HomeMapViewsQuery,
} from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useLanguage, useText } from "../../language/language.js";
import { inLanguage } from "../../language/translated.js";
import { Answered } from "../../parts/answered.js";
import { Empty } from "../../parts/empty.js";
import { ChoiceField } from "../../parts/fields.js";
import type { MapForm } from "../../parts/map/map-form.js";
import { ViewMap } from "../../parts/map/view-map.js";
import styles from "./home.module.css";

const texts = {
  view: { id: "Tampilan", en: "View" },
  measure: { id: "Ukuran", en: "Measure" },
  none: {
    id: "Tidak ada tampilan yang mengelompokkan menurut provinsi.",
    en: "No view has groups by province.",
  },
  empty: { id: "Tampilan ini belum berisi provinsi.", en: "This view has no province yet." },
  open: { id: "Buka tampilan", en: "Open the view" },
};

type View = HomeMapViewsQuery["views"]["nodes"][number];

/** True for a view that has a figure of each province without being asked more. */
const isByProvince = ({ groupBy, parameters }: View): boolean =>
  groupBy.includes("PROVINCE") && !parameters.some(({ required }) => required);

interface Search {
  view?: string;
  of?: string;
}

/** The function that puts a choice into the address. */
function useChoose() {
  const navigate = useNavigate();
  return (change: Search) =>
    void navigate({
      to: ".",
      search: (before: object) => ({ ...before, ...change }),
      replace: true,
    } as never);
}

function Coloured({
  view: { key, title, measures, result },
  form,
}: {
  view: NonNullable<HomeMapResultQuery["view"]>;
  form: MapForm;
}) {
  const t = useText();
  const language = useLanguage();
  const choose = useChoose();
  const { of } = useSearch({ strict: false }) as Search;
  const measure = measures.find((one) => one === of) ?? measures[0] ?? "";
  const nameOf = (column: string) => {
    const heading = result.columns.find((one) => one.key === column)?.heading;
    return heading ? inLanguage(heading, language) : column;
  };
  return (
    <>
      <ChoiceField
        label={t(texts.measure)}
        value={measure}
        change={(value) => choose({ of: value })}
        choices={measures.map((value) => ({ value, label: nameOf(value) }))}
      />
      <ViewMap
        {...{ title, result, measure, form }}
        dimension="PROVINCE"
        otherwise={<Empty>{t(texts.empty)}</Empty>}
      />
      <p>
        <Link to="/view/$key" params={{ key }}>
          {t(texts.open)}
        </Link>
      </p>
    </>
  );
}

function ChosenView({ views, form }: { views: readonly View[]; form: MapForm }) {
  const t = useText();
  const choose = useChoose();
  const { view } = useSearch({ strict: false }) as Search;
  const chosen = views.find(({ key }) => key === view) ?? views[0];
  const answer = useAnswer(
    HomeMapResultDocument,
    { key: chosen?.key ?? "" },
    { pause: chosen === undefined },
  );
  if (!chosen) return <Empty>{t(texts.none)}</Empty>;
  return (
    <div className={styles.measures}>
      <ChoiceField
        label={t(texts.view)}
        value={chosen.key}
        change={(value) => choose({ view: value, of: "" })}
        choices={views.map(({ key, title }) => ({ value: key, label: title }))}
      />
      <Answered of={answer} subject={(data) => data.view}>
        {(found) => <Coloured key={found.key} view={found} form={form} />}
      </Answered>
    </div>
  );
}

/** The provinces coloured by a measure of a view, which one chooses. */
export function ViewMeasure({ form }: { form: MapForm }) {
  const answer = useAnswer(HomeMapViewsDocument, {});
  return (
    <Answered of={answer} subject={({ views }) => views.nodes.filter(isByProvince)}>
      {(views) => <ChosenView views={views} form={form} />}
    </Answered>
  );
}
