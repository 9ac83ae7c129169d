import type { Ledger } from "../../ledger/index.js";
import type { Class } from "../../reading/index.js";
import { mutations } from "../common/index.js";
import { Programme } from "./programme.js";
import { CreateProgrammeInput, UpdateProgrammeInput } from "./programme-inputs.js";
import { ProgrammeService } from "./programme-service.js";

/** The mutations on programmes. */
export const programmeMutations = (ledger: Ledger): Class =>
  mutations(new ProgrammeService(ledger), {
    createProgramme: {
      input: CreateProgrammeInput,
      noun: ["programme", () => Programme],
      description: "Registers a programme. For a platform operator.",
    },
    updateProgramme: {
      input: UpdateProgrammeInput,
      noun: ["programme", () => Programme],
      description:
        "Changes a programme. For its owner's COORDINATOR and ADMIN, and a platform operator.",
    },
  });
