import { useSearch } from "@tanstack/react-router";
import { HomeMapDocument } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { Card } from "../../parts/card.js";
import { MapChoices } from "./map-choices.js";
import { figuresOf, type Measure } from "./province-figures.js";
import { ProvinceTable } from "./province-table.js";
import { TileMap } from "./tile-map.js";

const texts = {
  title: { id: "Rencana aksi di 38 provinsi", en: "Action plans in 38 provinces" },
};

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
            <ProvinceTable figures={figures} />
          ) : (
            <TileMap figures={figures} measure={measure} />
          )
        }
      </Answered>
    </Card>
  );
}
