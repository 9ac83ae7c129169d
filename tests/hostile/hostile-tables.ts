// Tables that are small to send and large to read, check or refuse.

/** A hostile table: the kind of its rows, and its text. */
export interface HostileTable {
  kind: string;
  text: string | Buffer;
}

const head = "indicator,period,value,region\n";
const measurements = (text: string | Buffer): HostileTable => ({ kind: "MEASUREMENTS", text });
const counted = (counts: string, indicator: string) =>
  measurements(
    `indicator,period,value,region,disaggregation\n${`${indicator},2020,1,36,"${counts}"\n`.repeat(500)}`,
  );
const groups = (area: string, products: number) => ({
  kind: "ENTERPRISE_GROUPS",
  text: `name,area,members,products\n${Array.from(
    { length: 300 },
    (_, at) => `K ${at},${area},5,"${"a;".repeat(products)}"`,
  ).join("\n")}`,
});

const quotedGroups = (area: string) => ({
  kind: "ENTERPRISE_GROUPS",
  text: `name,area,members,products\n${Array.from(
    { length: 300 },
    (_, at) => `K ${at},${area},5,"${'""a;'.repeat(6000)}"`,
  ).join("\n")}`,
});

/** The tables by what is hostile in them, for an indicator and an area by their keys. */
export const hostileTables = (indicator: string, area: string): Record<string, HostileTable> => ({
  "empty lines": measurements(head + "\n".repeat(400_000)),
  "empty lines that end with CR": measurements(head + "\r".repeat(400_000)),
  "rows that end with CR": measurements(head + "x\r".repeat(20_000)),
  "titles of many cells above the header": measurements(`${"a;".repeat(9000)}\n`.repeat(19) + head),
  "quotation marks above the header": measurements(`${'"\r"'.repeat(40_000)}\n${head}`),
  "cells beyond the header": measurements(head + `,,,${",x".repeat(990)}\n`.repeat(90)),
  "lines of separators": measurements(head + ",,,\n".repeat(60_000)),
  "rows of one letter": measurements(head + "x\n".repeat(20_000)),
  "rows of separators alone": measurements(head + `${",".repeat(199_000)}\n`.repeat(10)),
  "a header of many columns": measurements(`${",a".repeat(99_000)}\n`),
  "one line": measurements(`${head}${"x".repeat(199_000)}\n`),
  "a quoted cell of many lines": measurements(`${head}"${"x\n".repeat(90_000)}"\n`),
  "a cell of quotation marks": measurements(`${head}"${'""'.repeat(90_000)}"\n`),
  "an open quotation mark": measurements(`${head}"${"\n".repeat(500_000)}`),
  "wide characters": measurements(head + `${"🐟".repeat(1000)},2020,1,36\n`.repeat(500)),
  "byte order marks": measurements("\ufeff".repeat(30_000) + head),
  "faults in each cell": measurements(head + "x,y,z,q\n".repeat(5000)),
  "the same row": measurements(head + `${indicator},2021,1,36\n`.repeat(5000)),
  "counts of no form": counted("x;".repeat(2400), indicator),
  "counts of one category": counted("SEX a=1;".repeat(600), indicator),
  "groups with too many products": groups(area, 4900),
  "groups with many products": groups(area, 49),
  "groups with products in quotation marks": quotedGroups(area),
  "a byte that is not UTF-8, at the end": measurements(
    Buffer.concat([Buffer.from(head), Buffer.from("a\n".repeat(90_000)), Buffer.from([0xff])]),
  ),
});
