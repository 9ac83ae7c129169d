import type { EntityManager } from "@mikro-orm/postgresql";
import type { Viewer } from "../../access/index.js";
import { badUserInput } from "../../platform/errors.js";
import {
  assignGiven,
  type Done,
  explainClash,
  keyFor,
  sourcesOf,
  UseCases,
} from "../common/index.js";
import { Region } from "../regions/index.js";
import { Area } from "./area.js";
import type { CreateAreaInput, UpdateAreaInput } from "./area-inputs.js";
import { Programme } from "./programme.js";
import { mayCreateArea, mayUpdateArea } from "./programme-policy.js";

explainClash("area_key_unique", "input.key", "is taken", "sudah dipakai");

/** Areas: named sets of regions that work as one. */
export class AreaService extends UseCases {
  /** Names a new area. */
  createArea(viewer: Viewer, input: CreateAreaInput): Promise<Done> {
    return this.creating(viewer, "createArea", Area, input, async (work, id) => {
      const { programmeId, name, theme, year } = input;
      const programme = programmeId
        ? await work.find(Programme, programmeId, "input.programmeId")
        : null;
      work.authorise(mayCreateArea, { programmeOwner: programme?.owner.id });
      work.create(Area, {
        id,
        key: await keyFor(work.em, Area, input.key, name, id),
        name,
        theme: theme ?? null,
        year: year ?? null,
        characters: [...new Set(input.characters ?? [])],
        regions: await knownRegions(work.em, input.regions),
        programme,
        sources: sourcesOf(input.sources),
      });
    });
  }

  /** Changes an area. */
  updateArea(viewer: Viewer, input: UpdateAreaInput): Promise<Done> {
    const facts = ({ programme }: Area) => ({ programmeOwner: programme?.owner.id });
    const permission = mayUpdateArea;
    const populate = ["programme"];
    const spec = { operation: "updateArea", target: Area, permission, facts, populate };
    return this.changing(viewer, spec, input, async (area, { em }) => {
      assignGiven(area, input, ["name", "theme", "year"]);
      if (input.characters) area.characters = [...new Set(input.characters)];
      if (input.regions) area.regions = await knownRegions(em, input.regions);
      if (input.sources) area.sources = sourcesOf(input.sources);
    });
  }
}

/** The codes, each once, if every one is a region's; else BAD_USER_INPUT naming each that is not. */
async function knownRegions(em: EntityManager, codes: readonly string[]): Promise<string[]> {
  const regions = await em.find(
    Region,
    { code: { $in: [...codes] } },
    { fields: ["code"] as never },
  );
  const known = new Set((regions as Region[]).map(({ code }) => code));
  const message = { en: "is no region's code", id: "bukan kode wilayah" };
  const faults = codes.flatMap((code, at) =>
    known.has(code) ? [] : [{ path: `input.regions.${at}`, message }],
  );
  if (faults.length > 0) throw badUserInput(faults);
  return [...new Set(codes)];
}
