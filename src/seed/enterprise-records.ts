import { EnterpriseJourney, enterpriseGroupMutations } from "../domain/enterprises/index.js";
import type { Ledger } from "../ledger/index.js";
import type { Cases } from "./cases.js";
import { operator } from "./operator.js";
import { record, type SampleRecord, sampleId, sourceInputs } from "./records.js";

/**
 * The records of the groups in the cases: formed, with the number of members in the sources. The sources
 * name the products of all groups together: they are in each group's remark, not among its products.
 */
export class EnterpriseRecords {
  constructor(
    private readonly ledger: Ledger,
    private readonly cases: Cases,
  ) {}

  /** Every record. Their areas must exist. */
  inOrder(): SampleRecord[] {
    const { enterpriseGroups, enterpriseGroupFacts } = this.cases;
    const { kind, groups, membersEach, membersTotal, products, sources } = enterpriseGroupFacts;
    const together = `Together the ${groups} groups, of ${membersTotal} members, make: ${products.join(", ")}.`;
    return enterpriseGroups.map(({ name, area }) => {
      const id = sampleId("enterpriseGroup", `${area}/${name}`);
      const input = {
        ...{ id, name, members: membersEach },
        areaId: sampleId("area", area),
        journey: EnterpriseJourney.FORMED,
        products: [],
        note: `${kind}. ${together} The sources do not say which group makes which.`,
        sources: sourceInputs(this.cases, sources),
      };
      return record(id, `enterprise group ${name} of ${area}`, () =>
        enterpriseGroupMutations.registerEnterpriseGroup.perform(this.ledger, operator, input),
      );
    });
  }
}
