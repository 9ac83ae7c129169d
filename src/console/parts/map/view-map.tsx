import { type ReactNode, useState } from "react";
import type { ViewPageResultPartsFragment } from "../../generated/graphql.js";
import { useLanguage, useText } from "../../language/language.js";
import { inLanguage } from "../../language/translated.js";

import { ChoiceField } from "../fields.js";
import { LateTable } from "../late-table.js";
import { type MapForm, MapOrTable } from "./map-form.js";
import type { MapPlace } from "./place.js";
import { RegionMap } from "./region-map.js";
import { type PlaceGroup, usePlaceGroups } from "./view-places.js";

const texts = {
  label: {
    id: "Peta {title}: {measure}; tombol panah berpindah antarwilayah",
    en: "Map of {title}: {measure}; arrow keys move between regions",
  },
  group: { id: "Bagian hasil", en: "Part of the result" },
  region: { id: "Wilayah", en: "Region" },
};

/** Regions with their figures as a table. */
function PlaceTable({
  caption,
  measure,
  places,
}: {
  caption: string;
  measure: string;
  places: readonly MapPlace[];
}) {
  const t = useText();
  return (
    <LateTable
      caption={caption}
      rows={places}
      keyOf={({ code }) => code}
      columns={[
        { name: "region", title: t(texts.region), value: ({ name }: MapPlace) => name },
        {
          ...{ name: "figure", title: measure, isNumber: true },
          value: ({ value }: MapPlace) => value,
          show: ({ figure }: MapPlace) => figure,
        },
      ]}
    />
  );
}

/** The figures at both ends of the legend. */
function endsOf(places: readonly MapPlace[]): [least: string, most: string] {
  const sorted = places
    .filter(({ value }) => value !== null)
    .toSorted((a, b) => Number(a.value) - Number(b.value));
  return [sorted[0]?.figure ?? "", sorted.at(-1)?.figure ?? ""];
}

/** Chooses among the groups of a result that divides by more than the place. */
function GroupChoice({
  groups,
  chosen,
  choose,
}: {
  groups: readonly PlaceGroup[];
  chosen: string;
  choose: (name: string) => void;
}) {
  const t = useText();
  if (groups.length < 2) return null;
  return (
    <ChoiceField
      label={t(texts.group)}
      value={chosen}
      change={choose}
      choices={groups.map(({ name }) => ({ value: name, label: name }))}
    />
  );
}

/** A view's result on a map by one measure; `otherwise` where it has no figures of regions. */
export function ViewMap({
  title,
  result,
  dimension,
  measure,
  form,
  otherwise,
}: {
  title: string;
  result: ViewPageResultPartsFragment;
  dimension: string;
  measure: string;
  form: MapForm;
  otherwise: ReactNode;
}) {
  const t = useText();
  const language = useLanguage();
  const groups = usePlaceGroups()(result, dimension, measure);
  const [name, choose] = useState("");
  const group = groups.find((one) => one.name === name) ?? groups[0];
  if (!group) return otherwise;
  const { places } = group;
  const heading = result.columns.find(({ key }) => key === measure)?.heading;
  const words = heading ? inLanguage(heading, language) : measure;
  const [least, most] = endsOf(places);
  return (
    <div className="stack">
      <GroupChoice groups={groups} chosen={group.name} choose={choose} />
      <MapOrTable
        of={form}
        map={(layout) => (
          <RegionMap
            label={t(texts.label, { title, measure: words })}
            places={places}
            layout={layout}
            scale={{ from: "least", least, most }}
          />
        )}
        table={() => <PlaceTable caption={title} measure={words} places={places} />}
      />
    </div>
  );
}
