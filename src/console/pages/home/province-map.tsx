import { useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { HomeMapDocument } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { Card } from "../../parts/card.js";
import { Loading } from "../../parts/loading.js";
import { MapChoices } from "./map-choices.js";
import { figuresOf, type Measure } from "./province-figures.js";
import { TileMap } from "./tile-map.js";

const texts = {
  title: { id: "Rencana aksi di 38 provinsi", en: "Action plans in 38 provinces" },
};

/** Loaded where it is chosen: the library of tables is as large as the rest of the page. */
const ProvinceTable = lazy(() =>
  import("./province-table.js").then((file) => ({ default: file.ProvinceTable })),
);

/** The provinces by their plans or the money given, as a map of tiles or as a table. */
export function ProvinceMap() {
  const t = useText();
  const answer = useAnswer(HomeMapDocument, {});
  const search = useSearch({ strict: false }) as { measure?: string; as?: string };
  const measure: Measure = search.measure === "given" ? "given" : "plans";
  const as = search.as === "table" ? "table" : "map";
  return (
    <Card title={t(texts.title)} actions={<MapChoices measure={measure} as={as} />}>
      <Answered of={answer} subject={figuresOf}>
        {(figures) =>
          as === "table" ? (
            <Suspense fallback={<Loading />}>
              <ProvinceTable figures={figures} />
            </Suspense>
          ) : (
            <TileMap figures={figures} measure={measure} />
          )
        }
      </Answered>
    </Card>
  );
}
