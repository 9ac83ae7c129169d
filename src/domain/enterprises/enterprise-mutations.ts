import type { Ledger } from "../../ledger/index.js";
import type { Class } from "../../reading/index.js";
import { mutations, RemovalInput } from "../common/index.js";
import { EnterpriseGroup } from "./enterprise-group.js";
import {
  AdvanceEnterpriseGroupInput,
  RegisterEnterpriseGroupInput,
  UpdateEnterpriseGroupInput,
} from "./enterprise-inputs.js";
import { EnterpriseService } from "./enterprise-service.js";
import { GroupMeasurement } from "./group-measurement.js";
import {
  CorrectGroupMeasurementInput,
  RecordGroupMeasurementInput,
  RecordSupportInput,
} from "./result-inputs.js";
import { ResultService } from "./result-service.js";
import { Support } from "./support.js";

const keepers =
  "For the CONTRIBUTOR, COORDINATOR and ADMIN of the organisation that registered the group; a platform operator's where none did.";
const insiders =
  "For the CONTRIBUTOR, COORDINATOR and ADMIN of the organisation that registered the group and of those that take part in a plan of its area; also a platform operator's where no organisation registered it.";

const group = ["enterpriseGroup", () => EnterpriseGroup] as const;
const measurement = ["groupMeasurement", () => GroupMeasurement] as const;

/** The mutations on groups of self-employed workers. */
export const enterpriseGroupMutations = (ledger: Ledger): Class[] => [
  mutations(new EnterpriseService(ledger), {
    registerEnterpriseGroup: {
      input: RegisterEnterpriseGroupInput,
      noun: group,
      description:
        "Registers a group of self-employed workers. For the CONTRIBUTOR, COORDINATOR and ADMIN of organisations that take part in a plan of the area, and a platform operator.",
    },
    updateEnterpriseGroup: {
      input: UpdateEnterpriseGroupInput,
      noun: group,
      description: `Changes what is said of a group. ${keepers}`,
    },
    advanceEnterpriseGroup: {
      input: AdvanceEnterpriseGroupInput,
      noun: group,
      description: `Takes a group to the next step of its journey. ${keepers}`,
    },
  }),
  mutations(new ResultService(ledger), {
    recordGroupMeasurement: {
      input: RecordGroupMeasurementInput,
      noun: measurement,
      description: `Records a group's revenue and jobs. ${insiders}`,
    },
    correctGroupMeasurement: {
      input: CorrectGroupMeasurementInput,
      noun: measurement,
      description:
        "Corrects a group's revenue and jobs. For the CONTRIBUTOR, COORDINATOR and ADMIN of the organisation that recorded them; a platform operator's where none did.",
    },
    recordSupport: {
      input: RecordSupportInput,
      noun: ["support", () => Support],
      description: `Records what a group received of a contribution. ${insiders}`,
    },
    removeSupport: {
      input: RemovalInput,
      description: `Takes the record of a support back. ${keepers}`,
    },
  }),
];
