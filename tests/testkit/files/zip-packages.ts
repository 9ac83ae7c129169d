import { buffer } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";
import { ZipFile } from "yazl";
import { writeWorkbook } from "../../../src/platform/tables/index.js";

type Parts = Record<string, string | Buffer>;

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The parts of a workbook of one sheet, `Human`, whose rows are given as XML. */
export const parts = (rows: string, more: Parts = {}): Parts => ({
  "[Content_Types].xml": `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Human" sheetId="1" r:id="r1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}">${rows}</worksheet>`,
  ...more,
});

/** A zip of these parts. */
export function zip(content: Parts): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, part] of Object.entries(content)) file.addBuffer(Buffer.from(part), name);
  file.end();
  return buffer(file.outputStream);
}

/** A part of zeros that packs to a thousandth of its size. */
export const hollow = (bytes: number): Buffer => Buffer.alloc(bytes, 0x20);

/** The same zip whose directory says that none of its parts is longer than `claimed` bytes. */
export function lying(archive: Buffer, claimed: number): Buffer {
  const copy = Buffer.from(archive);
  const header = Buffer.from("PK\u0001\u0002");
  for (let at = copy.indexOf(header); at >= 0; at = copy.indexOf(header, at + 4)) {
    copy.writeUInt32LE(Math.min(claimed, copy.readUInt32LE(at + 24)), at + 24);
  }
  return copy;
}

/** A small right workbook, as the hub writes them. */
export const rightWorkbook = (): Promise<Buffer> =>
  writeWorkbook([{ name: "Human", widths: [30], rows: [[{ value: "How many?" }, { value: 3 }]] }]);

/** The same package with its XML changed. */
export async function rewritten(archive: Buffer, change: (xml: string) => string): Promise<Buffer> {
  const content: Parts = {};
  const source = await fromBufferPromise(archive);
  for await (const entry of source.eachEntry()) {
    const part = await buffer(await source.openReadStreamPromise(entry));
    content[entry.fileName] = change(part.toString());
  }
  return zip(content);
}
