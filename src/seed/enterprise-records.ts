import { EnterpriseJourney, enterpriseGroupMutations } from "../domain/enterprises/index.js";
import type { Ledger } from "../ledger/index.js";
import type { Cases } from "./cases.js";
import { operator } from "./operator.js";
import { record, type SampleRecord, sampleId, sourceInputs } from "./records.js";

/**
 * Makes the groups of the cases: formed, each of as many members as the sources say. What they make
 * is told of all together, so it is in the remark of each and not among its products.
 */
export class EnterpriseRecords {
  constructor(
    private readonly ledger: Ledger,
    private readonly cases: Cases,
  ) {}

  /** Every record; their areas are there before. */
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
