import { defineEnum, type MemberOf } from "../../reading/index.js";
import { lifecycle } from "../common/index.js";

/** How far a group of self-employed workers has come. */
export const EnterpriseJourney = defineEnum(
  "EnterpriseJourney",
  "How far a group of self-employed workers has come; each step follows the one before. Tahap perjalanan TKM.",
  {
    FORMED: "It exists; goes to TRAINED or DISSOLVED. Terbentuk.",
    TRAINED: "Its members were trained; goes to EQUIPPED or DISSOLVED. Terlatih.",
    EQUIPPED: "It has its tools or capital; goes to PRODUCING or DISSOLVED. Berperalatan.",
    PRODUCING: "It produces; goes to SELLING or DISSOLVED. Berproduksi.",
    SELLING: "It sells; goes to INDEPENDENT or DISSOLVED. Berjualan.",
    INDEPENDENT: "It needs no support; goes to DISSOLVED. Mandiri.",
    DISSOLVED: "It is no more; stays. Bubar.",
  },
);
export type EnterpriseJourney = MemberOf<typeof EnterpriseJourney>;

/** The drawn steps of a group (domain, "Nouns": journey). */
export const journeyLifecycle = lifecycle<EnterpriseJourney>("EnterpriseGroup", {
  FORMED: [EnterpriseJourney.TRAINED, EnterpriseJourney.DISSOLVED],
  TRAINED: [EnterpriseJourney.EQUIPPED, EnterpriseJourney.DISSOLVED],
  EQUIPPED: [EnterpriseJourney.PRODUCING, EnterpriseJourney.DISSOLVED],
  PRODUCING: [EnterpriseJourney.SELLING, EnterpriseJourney.DISSOLVED],
  SELLING: [EnterpriseJourney.INDEPENDENT, EnterpriseJourney.DISSOLVED],
  INDEPENDENT: [EnterpriseJourney.DISSOLVED],
  DISSOLVED: [],
});
