import { defineEnum, type MemberOf } from "../../reading/index.js";
import { lifecycle } from "../common/index.js";

/** The steps of a group of self-employed workers. */
export const EnterpriseJourney = defineEnum(
  "EnterpriseJourney",
  "A step of a group of self-employed workers; each step follows the one before. Tahap perjalanan TKM.",
  {
    FORMED: "Formed; next: TRAINED or DISSOLVED. Terbentuk.",
    TRAINED: "Its members are trained; next: EQUIPPED or DISSOLVED. Terlatih.",
    EQUIPPED: "It has its tools or capital; next: PRODUCING or DISSOLVED. Berperalatan.",
    PRODUCING: "It produces; next: SELLING or DISSOLVED. Berproduksi.",
    SELLING: "It sells; next: INDEPENDENT or DISSOLVED. Berjualan.",
    INDEPENDENT: "It needs no support; next: DISSOLVED. Mandiri.",
    DISSOLVED: "Dissolved; final. Bubar.",
  },
);
export type EnterpriseJourney = MemberOf<typeof EnterpriseJourney>;

/** The allowed steps of a group (domain, "Nouns": journey). */
export const journeyLifecycle = lifecycle<EnterpriseJourney>("EnterpriseGroup", {
  FORMED: [EnterpriseJourney.TRAINED, EnterpriseJourney.DISSOLVED],
  TRAINED: [EnterpriseJourney.EQUIPPED, EnterpriseJourney.DISSOLVED],
  EQUIPPED: [EnterpriseJourney.PRODUCING, EnterpriseJourney.DISSOLVED],
  PRODUCING: [EnterpriseJourney.SELLING, EnterpriseJourney.DISSOLVED],
  SELLING: [EnterpriseJourney.INDEPENDENT, EnterpriseJourney.DISSOLVED],
  INDEPENDENT: [EnterpriseJourney.DISSOLVED],
  DISSOLVED: [],
});

/** The steps in their order; a dissolved group may have stood on any of them. */
const steps = Object.keys(EnterpriseJourney) as EnterpriseJourney[];

/** The steps to which a group's journey can go back: all before its own. */
export const earlierSteps = (from: EnterpriseJourney): readonly EnterpriseJourney[] =>
  steps.slice(0, steps.indexOf(from));
