import { joinedTexts } from "../../../platform/tables/index.js";
import type { Row } from "../../../reading/index.js";
import { EnterpriseGroup } from "../../enterprises/index.js";
import { Area } from "../../programmes/index.js";
import { sourceCells } from "../rows/source-columns.js";
import { byKey, identifiedById, type TableSource } from "../rows/table-source.js";

/** The number of members of one sex; null when it is hidden from the viewer. */
const ofSex =
  (sex: string) =>
  ({ membersBySex }: Row): number | null => {
    const counts = membersBySex as { value: string; count: number | null }[];
    return counts.find(({ value }) => value === sex)?.count ?? null;
  };

type Classified = { code: string; version: string } | null;

/** The groups of self-employed workers that a viewer may see. */
export const groupSource: TableSource = {
  target: EnterpriseGroup,
  fields: [
    ...[
      "id",
      "version",
      "name",
      "members",
      "village",
      "journey",
      "formedOn",
      "membersBySex",
      "products",
    ],
    ...["classification", "note", "visibility", "sources"],
  ],
  references: { area: "key", organisation: "key" },
  cells: {
    name: ({ name }) => name as string,
    area: ({ area }) => area as string,
    members: ({ members }) => members as number,
    village: ({ village }) => village as string | null,
    journey: ({ journey }) => journey as string,
    "formed on": ({ formedOn }) => formedOn as string | null,
    women: ofSex("FEMALE"),
    men: ofSex("MALE"),
    products: ({ products }) =>
      joinedTexts((products as { name: string }[]).map(({ name }) => name)),
    "classification code": ({ classification }) => (classification as Classified)?.code,
    "classification version": ({ classification }) => (classification as Classified)?.version,
    note: ({ note }) => note as string | null,
    visibility: ({ visibility }) => visibility as string,
    ...sourceCells,
    organisation: ({ organisation }) => organisation as string | null,
    id: ({ id }) => id as string,
    version: ({ version }) => version as number,
  },
  identity: identifiedById,
  filters: { area: byKey(Area, (key) => ({ area: { eq: key } })) },
};
