import type { Language } from "../../../../platform/errors.js";
import type { Sector } from "../../../stakeholders/index.js";
import type { DecisionMethod, DeliberationKind, OutcomeStatus, Stance } from "../../enums.js";

/** The words of minutes for the members of the domain's enumerations, in one language. */
export interface MinutesTerms {
  kind: Record<DeliberationKind, string>;
  /** In the order of the sectors in minutes. */
  sector: Record<Sector, string>;
  status: Record<OutcomeStatus, string>;
  /** The method of a decision; the words follow those of the status. */
  method: Record<DecisionMethod, string>;
  /** In the order of the positions in minutes. */
  stance: Record<Stance, string>;
}

/** The terms by language; the Indonesian ones are those of official minutes (berita acara). */
export const minutesTerms: Record<Language, MinutesTerms> = {
  id: {
    kind: {
      NATIONAL: "Rembuk Nasional",
      REGIONAL: "Rembuk Daerah",
      LOCAL: "Rembuk Lokal",
      FOCUS_GROUP: "Diskusi Kelompok Terpumpun (FGD)",
    },
    sector: {
      CENTRAL_GOVERNMENT: "Pemerintah pusat",
      REGIONAL_GOVERNMENT: "Pemerintah daerah",
      VILLAGE_GOVERNMENT: "Pemerintah desa",
      PRIVATE_SECTOR: "Dunia usaha",
      UNIVERSITY: "Perguruan tinggi",
      NGO: "Lembaga swadaya masyarakat",
      COMMUNITY_GROUP: "Kelompok masyarakat",
    },
    status: {
      PROPOSED: "Diusulkan",
      AGREED: "Disepakati",
      DEFERRED: "Ditunda",
      REJECTED: "Ditolak",
      FOLLOWED_UP: "Ditindaklanjuti",
      FULFILLED: "Dipenuhi",
    },
    method: {
      MUFAKAT: "secara musyawarah mufakat",
      VOTE: "melalui pemungutan suara, setelah mufakat tidak tercapai",
      CONVENER: "oleh penyelenggara",
      RECORDED: "dalam pertemuan yang diselenggarakan tanpa hub, menurut sumbernya",
    },
    stance: {
      OBJECT: "Keberatan",
      AGREE_WITH_RESERVATION: "Setuju dengan catatan",
      AGREE: "Setuju",
      ABSTAIN: "Abstain",
    },
  },
  en: {
    kind: {
      NATIONAL: "National Deliberation (Rembuk Nasional)",
      REGIONAL: "Regional Deliberation (Rembuk Daerah)",
      LOCAL: "Local Deliberation (Rembuk Lokal)",
      FOCUS_GROUP: "Focus Group Discussion",
    },
    sector: {
      CENTRAL_GOVERNMENT: "Central government",
      REGIONAL_GOVERNMENT: "Regional government",
      VILLAGE_GOVERNMENT: "Village government",
      PRIVATE_SECTOR: "Private sector",
      UNIVERSITY: "University",
      NGO: "Non-governmental organisation",
      COMMUNITY_GROUP: "Community group",
    },
    status: {
      PROPOSED: "Proposed",
      AGREED: "Agreed",
      DEFERRED: "Deferred",
      REJECTED: "Rejected",
      FOLLOWED_UP: "Followed up",
      FULFILLED: "Fulfilled",
    },
    method: {
      MUFAKAT: "by consensus (mufakat)",
      VOTE: "by vote, after consensus (mufakat) had failed",
      CONVENER: "by the convener",
      RECORDED: "in a meeting held without the hub, as its sources say",
    },
    stance: {
      OBJECT: "Objects",
      AGREE_WITH_RESERVATION: "Agrees with a reservation",
      AGREE: "Agrees",
      ABSTAIN: "Abstains",
    },
  },
};
