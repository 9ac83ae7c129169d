import type { EntityManager } from "@mikro-orm/postgresql";
import { badUserInput } from "../../platform/errors.js";
import {
  assignGiven,
  changing,
  creating,
  givenText,
  keyFor,
  listedText,
  type StoredText,
  sourcesOf,
  useCases,
} from "../common/index.js";
import { Region, regionCodeOf } from "../regions/index.js";
import { Area } from "./area.js";
import { CreateAreaInput, UpdateAreaInput } from "./area-inputs.js";
import { Programme } from "./programme.js";
import { mayCreateArea, mayUpdateArea } from "./programme-policy.js";

const managers = "For the COORDINATOR and ADMIN of its programme's owner, and a platform operator.";

/** The mutations on areas. */
export const areaMutations = useCases({
  createArea: creating({
    of: Area,
    input: CreateAreaInput,
    description: `Creates an area. ${managers}`,
    async run(input, work, id) {
      const { programmeId, theme, year } = input;
      const nameText = givenName(input);
      const name = listedText(nameText);
      const programme = programmeId
        ? await work.find(Programme, programmeId, "input.programmeId")
        : null;
      work.authorise(mayCreateArea, { programmeOwner: programme?.owner.id });
      work.create(Area, {
        id,
        key: await keyFor(work, Area, { given: input.key, name, id, isOpen: true }),
        nameText,
        theme: theme ?? null,
        year: year ?? null,
        characters: [...new Set(input.characters ?? [])],
        regions: await knownRegions(work.em, input.regions),
        programme,
        sources: sourcesOf(input.sources),
      });
    },
  }),

  updateArea: changing({
    of: Area,
    input: UpdateAreaInput,
    may: mayUpdateArea,
    facts: ({ programme }) => ({ programmeOwner: programme?.owner.id }),
    populate: ["programme"],
    description: `Changes an area. ${managers}`,
    async run(area, input, { em }) {
      area.nameText = givenName(input, area.nameText);
      assignGiven(area, input, ["theme", "year"]);
      if (input.characters) area.characters = [...new Set(input.characters)];
      if (input.regions) area.regions = await knownRegions(em, input.regions);
      if (input.sources) area.sources = sourcesOf(input.sources);
    },
  }),
});

/** The name that an input gives, on top of the area's present one. */
const givenName = (
  { name, nameText }: Pick<UpdateAreaInput, "name" | "nameText">,
  present?: StoredText,
): StoredText =>
  givenText({ names: ["name", "nameText"], plain: name, byLanguage: nameText }, present);

/**
 * The codes without duplicates, if each is a region's code; else BAD_USER_INPUT with every unknown
 * code.
 */
async function knownRegions(em: EntityManager, given: readonly string[]): Promise<string[]> {
  const codes = given.map(regionCodeOf);
  const regions = await em.find(Region, { code: { $in: codes } }, { fields: ["code"] });
  const known = new Set(regions.map(({ code }) => code));
  const message = { en: "is not a region code", id: "bukan kode wilayah" };
  const faults = codes.flatMap((code, at) =>
    known.has(code) ? [] : [{ path: `input.regions.${at}`, message }],
  );
  if (faults.length > 0) throw badUserInput(faults);
  return [...new Set(codes)];
}
