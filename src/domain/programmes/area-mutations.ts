import type { Ledger } from "../../ledger/index.js";
import type { Class } from "../../reading/index.js";
import { mutations } from "../common/index.js";
import { Area } from "./area.js";
import { CreateAreaInput, UpdateAreaInput } from "./area-inputs.js";
import { AreaService } from "./area-service.js";

/** The mutations on areas. */
export const areaMutations = (ledger: Ledger): Class =>
  mutations(new AreaService(ledger), {
    createArea: {
      input: CreateAreaInput,
      noun: ["area", () => Area],
      description:
        "Names a new area. For the COORDINATOR and ADMIN of its programme's owner, and a platform operator.",
    },
    updateArea: {
      input: UpdateAreaInput,
      noun: ["area", () => Area],
      description:
        "Changes an area. For the COORDINATOR and ADMIN of its programme's owner, and a platform operator.",
    },
  });
