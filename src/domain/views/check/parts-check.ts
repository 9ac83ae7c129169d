import type { GraphQLEnumType } from "graphql";
import { cut } from "../../../platform/cut.js";
import type { Fault } from "../../../platform/errors.js";
import { fault } from "../../common/index.js";
import { camel, type DatasetSchema, type GroupsSchema } from "../document/dataset.js";
import type { ViewDefinition } from "../document/definition.js";
import { noGroups } from "../document/document.js";
import { type Found, measureIn, pathIn } from "../document/paths.js";
import { ViewCellKind, ViewKind } from "../enums.js";

/** The most dimensions of one grouping. */
const mostDimensions = 5;

/** The parts that each kind of view has; it leaves the others empty. */
const partsOf = {
  TABLE: ["columns", "orderBy"],
  GROUPS: ["groupBy", "measures", "orderBy"],
  MATRIX: ["matrixRows", "matrixColumns", "measures"],
} as const;

const allParts = [
  "columns",
  "groupBy",
  "matrixRows",
  "matrixColumns",
  "measures",
  "orderBy",
] as const;

/** The parts of which a kind needs one at least. */
const neededParts = {
  TABLE: ["columns"],
  GROUPS: ["measures"],
  MATRIX: ["matrixRows", "matrixColumns", "measures"],
} as const;

/** The faults of parts that the kind does not have, or does not have enough of. */
function kindFaults(definition: ViewDefinition): Fault[] {
  const { kind } = definition;
  const own: readonly string[] = partsOf[kind];
  const needed: readonly string[] = neededParts[kind];
  return allParts.flatMap((part) => {
    const { length } = definition[part];
    if (length > 0 && !own.includes(part)) {
      return [fault(part, `is not a part of a ${kind}`, `bukan bagian dari ${kind}`)];
    }
    return length === 0 && needed.includes(part)
      ? [fault(part, `a ${kind} needs at least one`, `${kind} memerlukan sedikitnya satu`)]
      : [];
  });
}

/** The faults of a list of names: each is found once. */
function listFaults(
  part: string,
  names: readonly string[],
  find: (name: string) => Found,
): Fault[] {
  return names.flatMap((name, at) => {
    const path = `${part}.${at}`;
    if (names.indexOf(name) < at) return [fault(path, "is given twice", "disebut dua kali")];
    const found = find(name);
    return "problem" in found ? [{ path, message: found.problem }] : [];
  });
}

const noMember = (name: string, { name: type }: GraphQLEnumType): Found => ({
  problem: {
    en: `"${cut(name)}" is no member of ${type}`,
    id: `"${cut(name)}" bukan anggota ${type}`,
  },
});

const isMember = (type: GraphQLEnumType, name: string): boolean =>
  type.getValue(name) !== undefined;

const dimensionIn = ({ dimensions, key }: GroupsSchema, name: string): Found =>
  isMember(dimensions, name) ? pathIn(key, camel(name)) : noMember(name, dimensions);

/** The dimensions of a view with the parts that name them. */
const dimensionsOf = ({ groupBy, matrixRows, matrixColumns }: ViewDefinition) =>
  [
    ...groupBy.map((name, at) => ({ name, path: `groupBy.${at}` })),
    ...matrixRows.map((name, at) => ({ name, path: `matrixRows.${at}` })),
    ...matrixColumns.map((name, at) => ({ name, path: `matrixColumns.${at}` })),
  ] as const;

function dimensionFaults(groups: GroupsSchema, definition: ViewDefinition): Fault[] {
  const all = dimensionsOf(definition);
  const names = all.map(({ name }) => name);
  return all.flatMap(({ name, path }, at) => {
    if (at >= mostDimensions) {
      return [
        fault(
          path,
          `there are at most ${mostDimensions} dimensions at once`,
          `paling banyak ${mostDimensions} dimensi sekaligus`,
        ),
      ];
    }
    if (names.indexOf(name) < at) return [fault(path, "is given twice", "disebut dua kali")];
    const found = dimensionIn(groups, name);
    return "problem" in found ? [{ path, message: found.problem }] : [];
  });
}

const measureFound = (groups: GroupsSchema, name: string): Found =>
  measureIn(groups.measures, new Set(groups.dimensions.getValues().map((one) => one.name)), name);

function orderFaults(orders: GraphQLEnumType | undefined, definition: ViewDefinition): Fault[] {
  const names = definition.orderBy.map(({ field }) => field);
  if (!orders) {
    return names.map((_, at) =>
      fault(`orderBy.${at}.field`, "the list has no orders", "daftar ini tanpa urutan"),
    );
  }
  return names.flatMap((name, at) => {
    const path = `orderBy.${at}.field`;
    if (names.indexOf(name) < at) return [fault(path, "is given twice", "disebut dua kali")];
    const found = isMember(orders, name) ? undefined : noMember(name, orders);
    return found && "problem" in found ? [{ path, message: found.problem }] : [];
  });
}

const drawnKinds: ReadonlySet<ViewCellKind> = new Set([ViewCellKind.NUMBER, ViewCellKind.MONEY]);

/** True where the values of a measure or of a column can be drawn. */
function isDrawn(dataset: DatasetSchema, { kind }: ViewDefinition, name: string): boolean {
  const { groups, row } = dataset;
  const found = kind === ViewKind.TABLE ? pathIn(row, name) : groups && measureFound(groups, name);
  return found !== undefined && "shape" in found && drawnKinds.has(found.shape.kind);
}

/** The faults of the axes: they are columns, or dimensions and measures, of the view itself. */
function chartFaults(dataset: DatasetSchema, definition: ViewDefinition): Fault[] {
  const { chart, columns, measures, kind } = definition;
  if (!chart) return [];
  const along =
    kind === ViewKind.TABLE ? columns : dimensionsOf(definition).map(({ name }) => name);
  const drawn = kind === ViewKind.TABLE ? columns : measures;
  const axes = (["x", "series"] as const).flatMap((axis) => {
    const name = chart[axis];
    return name !== null && !along.includes(name)
      ? [
          fault(
            `chart.${axis}`,
            `must be one of the view's own: ${along.join(", ")}`,
            `harus salah satu milik tampilan ini: ${along.join(", ")}`,
          ),
        ]
      : [];
  });
  const values = chart.y.flatMap((name, at) =>
    drawn.includes(name) && isDrawn(dataset, definition, name)
      ? []
      : [
          fault(
            `chart.y.${at}`,
            "must be one of the view's own columns or measures with numbers or money",
            "harus salah satu kolom atau ukuran tampilan ini yang berisi angka atau uang",
          ),
        ],
  );
  return [...axes, ...values];
}

/** The faults of a view's columns, dimensions, measures, orders and chart. */
export function partFaults(dataset: DatasetSchema, definition: ViewDefinition): Fault[] {
  const { kind, columns, measures } = definition;
  const own = kindFaults(definition);
  if (own.length > 0) return own;
  const { groups } = dataset;
  if (kind === ViewKind.TABLE) {
    return [
      ...listFaults("columns", columns, (name) => pathIn(dataset.row, name)),
      ...orderFaults(dataset.orders, definition),
      ...chartFaults(dataset, definition),
    ];
  }
  if (!groups) return [noGroups];
  return [
    ...dimensionFaults(groups, definition),
    ...listFaults("measures", measures, (name) => measureFound(groups, name)),
    ...orderFaults(groups.orders, definition),
    ...chartFaults(dataset, definition),
  ];
}
