import { Connection, exists, sql } from "../../../reading/index.js";
import { Organisation } from "../../stakeholders/index.js";
import { Contribution } from "./contribution.js";
import { FundingStatus } from "./enums.js";
import { Funding } from "./funding.js";

// The links that wait for an organisation's answer: a field that this folder adds to a noun of a lower group,
// which does not know it.

Connection(() => Funding, {
  by: (organisation, funding) => {
    const isItsMoney = exists(
      Contribution,
      funding,
      (source) => sql`${source.column("id")} = ${funding.column("source_id")}
        and ${source.column("organisation_id")} = ${organisation}`,
    );
    const waits = sql.lit(FundingStatus.UNCONFIRMED);
    return sql`(${funding.column("status")} = ${waits}::funding_status and ${isItsMoney})`;
  },
  description:
    "The links that pass on money of its contributions and wait for its answer (`confirmFunding`, `refuseFunding`).",
})(Organisation.prototype, "fundingToAnswer");
