import { useNavigate, useSearch } from "@tanstack/react-router";
import { HomeMapDocument } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { Card } from "../../parts/card.js";
import { MapChoice } from "../../parts/map/map-choice.js";
import { type MapForm, MapFormChoice, MapOrTable, useMapForm } from "../../parts/map/map-form.js";
import type { MapPlace } from "../../parts/map/place.js";
import { RegionMap } from "../../parts/map/region-map.js";
import { figuresOf, type ProvinceFigures } from "./province-figures.js";
import { ProvinceTable } from "./province-table.js";
import { ViewMeasure } from "./view-measure.js";

const texts = {
  title: { id: "Rencana aksi di 38 provinsi", en: "Action plans in 38 provinces" },
  measure: { id: "Warna menurut", en: "Coloured by" },
  label: {
    id: "Peta provinsi; tombol panah berpindah antarprovinsi, Enter membuka rencana aksinya",
    en: "Map of the provinces; arrow keys move between provinces, Enter opens their plans",
  },
  count: {
    id: "{count, plural, other {# rencana aksi}}",
    en: "{count, plural, =0 {no plans} one {# plan} other {# plans}}",
  },
  least: { id: "sedikit", en: "few" },
  most: { id: "banyak", en: "many" },
  plans: { id: "Rencana aksi", en: "Plans" },
  given: { id: "Dana diberikan", en: "Money given" },
  view: { id: "Tampilan", en: "A view" },
};

/** What colours the map. */
const measures = ["plans", "given", "view"] as const;
type Measure = (typeof measures)[number];

function usePlaces(figures: readonly ProvinceFigures[], measure: Measure): MapPlace[] {
  const t = useText();
  const { shortMoney } = useFormats();
  return figures.map(({ code, name, plans, given }) =>
    measure === "plans"
      ? { code, name, value: plans, figure: t(texts.count, { count: plans }) }
      : { code, name, value: Number(given), figure: shortMoney(given) },
  );
}

function PlansMap({
  figures,
  measure,
  form,
}: {
  figures: readonly ProvinceFigures[];
  measure: Measure;
  form: MapForm;
}) {
  const t = useText();
  const navigate = useNavigate();
  const places = usePlaces(figures, measure);
  const link = {
    href: ({ code }: MapPlace) => `/plans?region=${code}`,
    open: ({ code }: MapPlace) =>
      void navigate({ to: "/plans", search: { region: code } } as never),
  };
  const scale = { from: "zero", least: t(texts.least), most: t(texts.most) } as const;
  return (
    <MapOrTable
      of={form}
      map={(layout) => <RegionMap label={t(texts.label)} {...{ places, layout, scale, link }} />}
      table={() => <ProvinceTable figures={figures} />}
    />
  );
}

function MapOfPlans({ measure, form }: { measure: Measure; form: MapForm }) {
  const answer = useAnswer(HomeMapDocument, {});
  return (
    <Answered of={answer} subject={figuresOf}>
      {(figures) => <PlansMap {...{ figures, measure, form }} />}
    </Answered>
  );
}

/** The provinces by their plans, by the money given or by a view's measure, as a map or as a table. */
export function ProvinceMap() {
  const t = useText();
  const form = useMapForm("PROVINCE");
  const search = useSearch({ strict: false }) as { measure?: string };
  const measure = measures.find((one) => one === search.measure) ?? "plans";
  const choices = (
    <div className="row no-print">
      <MapChoice
        label={t(texts.measure)}
        name="measure"
        chosen={measure}
        members={measures.map((value) => ({ value, label: t(texts[value]) }))}
      />
      <MapFormChoice of={form} />
    </div>
  );
  return (
    <Card title={t(texts.title)} actions={choices}>
      {measure === "view" ? <ViewMeasure form={form} /> : <MapOfPlans {...{ measure, form }} />}
    </Card>
  );
}
