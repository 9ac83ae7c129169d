import { GroupMeasurement } from "../../enterprises/index.js";
import { Area } from "../../programmes/index.js";
import { sourceCells } from "../rows/source-columns.js";
import { byKey, identifiedById, type TableSource } from "../rows/table-source.js";

/** The revenue and jobs of groups that a viewer may see. */
export const resultSource: TableSource = {
  target: GroupMeasurement,
  fields: ["id", "version", "group", "period", "revenue", "jobs", "note", "sources"],
  references: { organisation: "key" },
  cells: {
    group: ({ group }) => group as string,
    period: ({ period }) => period as string,
    revenue: ({ revenue }) => revenue as string | null,
    jobs: ({ jobs }) => jobs as number | null,
    note: ({ note }) => note as string | null,
    ...sourceCells,
    organisation: ({ organisation }) => organisation as string | null,
    id: ({ id }) => id as string,
    version: ({ version }) => version as number,
  },
  identity: identifiedById,
  filters: { area: byKey(Area, (key) => ({ group: { area: { eq: key } } })) },
};
