import type { Fault } from "../../../platform/errors.js";
import { fault } from "../../common/index.js";
import { datasetSchema } from "../document/dataset.js";
import type { ViewDefinition } from "../document/definition.js";
import type { ViewSchema } from "../schema-port.js";
import { parameterFaults } from "./parameter-check.js";
import { partFaults } from "./parts-check.js";
import { whereFaults } from "./where-check.js";

/**
 * The faults of a view's question, each at its part, as `where.plan.status` or `columns.2`. Saving refuses
 * them; a stored view has some once the schema no longer has what it names.
 */
export function viewFaults(port: ViewSchema, definition: ViewDefinition): Fault[] {
  const dataset = datasetSchema(port.schema, definition.dataset);
  if (!dataset) {
    return [fault("dataset", "the schema has no such list", "skema tidak memiliki daftar ini")];
  }
  return [
    ...whereFaults(port, definition, dataset.where),
    ...parameterFaults(port.schema, definition),
    ...partFaults(dataset, definition),
  ];
}
