import { sql } from "../../../reading/index.js";
import type { Work } from "../../common/index.js";
import {
  EnterpriseGroup,
  EnterpriseJourney,
  mayUpdateGroup,
  moveGroup,
  type UpdateEnterpriseGroupInput,
  updateGroup,
} from "../../enterprises/index.js";
import type { Correcting } from "../corrections/correcting-importer.js";
import {
  correctingNouns,
  idsByPlace,
  type NounCorrection,
  type Part,
} from "../corrections/noun-correction.js";
import { sourceParts } from "../corrections/source-part.js";
import type { RowCells } from "../rows/row-cells.js";
import { classificationIn, productsIn, visibilityIn } from "./group-cells.js";

interface Input extends Omit<UpdateEnterpriseGroupInput, "id" | "expectedVersion"> {
  journey?: EnterpriseJourney;
}

const classification: Part<EnterpriseGroup, Input> = {
  said: (cells) => ({ classification: classificationIn(cells) }),
  now: ({ classification: known = null }) => ({ classification: known }),
};

const parts: Record<string, Part<EnterpriseGroup, Input>> = {
  name: {
    said: (cells) => ({ name: cells.requiredText("name", 200) }),
    now: ({ name }) => ({ name }),
  },
  village: {
    said: (cells) => ({ villageCode: cells.region("village") }),
    now: ({ village }) => ({ villageCode: village?.code ?? null }),
  },
  journey: {
    said: (cells) => {
      const journey = cells.oneOf("journey", EnterpriseJourney);
      return journey ? { journey } : {};
    },
    now: ({ journey }) => ({ journey }),
  },
  "formed on": {
    said: (cells) => ({ formedOn: cells.date("formed on") }),
    now: ({ formedOn = null }) => ({ formedOn }),
  },
  members: {
    said: (cells) => ({ members: cells.requiredWhole("members") }),
    now: ({ members }) => ({ members }),
  },
  women: {
    said: (cells) => ({ women: cells.whole("women") }),
    now: ({ women = null }) => ({ women }),
  },
  men: { said: (cells) => ({ men: cells.whole("men") }), now: ({ men = null }) => ({ men }) },
  products: {
    said: (cells) => ({ products: productsIn(cells) }),
    now: ({ products }) => ({ products }),
  },
  "classification code": classification,
  "classification version": classification,
  note: {
    said: (cells) => ({ note: cells.text("note", 2000, "several") }),
    now: ({ note = null }) => ({ note }),
  },
  visibility: {
    said: (cells) => ({ visibility: visibilityIn(cells) }),
    now: ({ visibility }) => ({ visibility }),
  },
  ...sourceParts<EnterpriseGroup, Input>(),
};

/** The groups of the sender by name, area and village. */
async function idsOf(rows: readonly RowCells[], work: Work, sender: string | undefined) {
  const texts = (column: string) => rows.map((cells) => cells.row.text(column));
  const villages = rows.map((cells) => cells.regionCode("village") || null);
  const statement = sql<{ place: string; id: string }>`
    select given.place, g.id
    from unnest(${texts("name")}::text[], ${texts("area")}::text[], ${villages}::text[])
      with ordinality as given(name, area, village, place)
    join area a on a.key = given.area
    join enterprise_group g on g.name = given.name and g.area_id = a.id
      and g.village_id is not distinct from given.village
      and g.organisation_id is not distinct from ${sender ?? null}::uuid`;
  return idsByPlace(work, rows.length, statement);
}

const correction: NounCorrection<EnterpriseGroup, Input> = {
  target: EnterpriseGroup,
  populate: ["area", "village"],
  parts,
  may: mayUpdateGroup,
  idsOf,
  async correct(group, { journey, ...input }, work) {
    await updateGroup(group, input, work);
    if (journey) moveGroup(group, { journey });
  },
};

/** Corrects groups by a table. */
export const correctingGroups = (work: Work, sender: string | undefined): Correcting =>
  correctingNouns(work, sender, correction);
