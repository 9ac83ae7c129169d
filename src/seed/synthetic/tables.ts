import { ImportKind, ImportMode } from "../../domain/imports/index.js";
import type { Scene } from "./scene.js";
import type { SentTable } from "./steps.js";
import { coordinatorOf, organisationId, personOf, remark } from "./terms.js";

/** A table with these columns, its rows' cells joined by commas. */
const csv = (columns: string, rows: readonly (readonly (string | number)[])[]): string =>
  [columns, ...rows.map((row) => row.join(","))].join("\r\n");

/** A remark without a comma or semicolon, for cells that need no quotation marks. */
const plainRemark = remark.replaceAll(/[;:]/g, ".");

const measurementColumns = "indicator,period,value,region,note";

function measurements(scene: Scene): SentTable {
  const [regency] = scene.province.regencies;
  const rows = regency.districts.map((district, at) => {
    const period = `${scene.year - 1}-S${(at % 2) + 1}`;
    return ["sintetis-pelatihan", period, 3 + at, district, plainRemark];
  });
  return {
    name: "table of measurements",
    id: scene.id("import", "measurements"),
    by: coordinatorOf(scene.organisations.province),
    organisationId: organisationId(scene.organisations.province),
    kind: ImportKind.MEASUREMENTS,
    mode: ImportMode.ALL,
    csv: csv(measurementColumns, rows),
  };
}

function groups(scene: Scene): SentTable {
  const area = `${scene.key("kawasan")}-1`;
  const rows = ["Sulam", "Madu"].map((name, at) => [
    `"${scene.titled(`Kelompok ${name}`)}"`,
    ...[area, 9 + at, 5 + at, 4, "SELLING", plainRemark],
  ]);
  return {
    name: "table of groups",
    id: scene.id("import", "groups"),
    by: coordinatorOf(scene.organisations.regency),
    organisationId: organisationId(scene.organisations.regency),
    kind: ImportKind.ENTERPRISE_GROUPS,
    mode: ImportMode.ALL,
    csv: csv("name,area,members,women,men,journey,note", rows),
  };
}

function results(scene: Scene): SentTable {
  const rows = ["3/0", "4/0"].map((group, at) => [
    scene.id("group", group),
    ...[`${scene.year - 4}-S1`, 12_000_000 + at * 4_000_000, 6 + at, plainRemark],
  ]);
  return {
    name: "table of results",
    id: scene.id("import", "results"),
    by: coordinatorOf(scene.organisations.regency),
    organisationId: organisationId(scene.organisations.regency),
    kind: ImportKind.GROUP_MEASUREMENTS,
    mode: ImportMode.ALL,
    csv: csv("group,period,revenue,jobs,note", rows),
  };
}

/** Answers for the assessment in preparation; one of them is wrong, and is left out of the import. */
function answers(scene: Scene): SentTable {
  const assessment = scene.id("assessment", "dua-tengah");
  const rows = [
    [assessment, "keterampilan", 3, plainRemark],
    [assessment, "bekerja", 640, plainRemark],
  ];
  return {
    name: "table of answers",
    id: scene.id("import", "answers"),
    by: personOf("assessor", scene.organisations.university),
    organisationId: organisationId(scene.organisations.university),
    kind: ImportKind.ANSWERS,
    mode: ImportMode.VALID,
    csv: csv("assessment,question,answer,note", rows),
  };
}

/**
 * Corrections to the table of measurements: one row says another figure, one says what is recorded, and one
 * names a period without a figure and is left alone.
 */
function corrections(scene: Scene): SentTable {
  const sent = measurements(scene);
  const [one = "", another = one] = scene.province.regencies[0].districts;
  const row = (period: string, value: number, district: string) => [
    ...["sintetis-pelatihan", `${scene.year - 1}-${period}`, value, district, plainRemark],
  ];
  const rows = [row("S1", 5, one), row("S2", 4, another), row("S2", 6, one)];
  return {
    ...sent,
    name: "table of corrections",
    id: scene.id("import", "corrections"),
    mode: ImportMode.CORRECT,
    csv: csv(measurementColumns, rows),
  };
}

/** One table of each kind, and one of corrections, sent for a province. */
export const tablesOf = (scene: Scene): SentTable[] => [
  measurements(scene),
  groups(scene),
  results(scene),
  answers(scene),
  corrections(scene),
];
