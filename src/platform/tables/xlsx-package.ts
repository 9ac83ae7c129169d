import { open } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { ZipFile as ZipWriter } from "yazl";
import { HubError } from "../errors.js";
import { tableRefusal } from "./table-refusal.js";

/** The limits of a workbook. */
export interface WorkbookLimits {
  /** Number of files in the package. */
  parts: number;
  /** Size of all files, unpacked, in bytes. */
  inflatedBytes: number;
  /** Rows and columns of a sheet. */
  rows: number;
  columns: number;
  /** Cells with content in all sheets. They are copied from thread to thread, and read in one go. */
  cells: number;
  /** Timeout for reading, in milliseconds. A workbook within the other limits takes a second. */
  timeoutMs: number;
}

/**
 * The default limits. An assessment of a hundred questions has some 100 kB and ten sheets; the largest,
 * of 500 questions, has some 3,000 cells.
 */
export const defaultWorkbookLimits: WorkbookLimits = {
  parts: 500,
  inflatedBytes: 16 * 2 ** 20,
  rows: 20_000,
  columns: 200,
  cells: 20_000,
  timeoutMs: 10_000,
};

const zipStart = Buffer.from("PK\u0003\u0004");
const oleStart = Buffer.from("d0cf11e0a1b11ae1", "hex");
/** Bytes of an OLE file that are searched for the name of its encrypted content. */
const oleSearched = 2 ** 20;

const saveAsXlsx = {
  en: 'Save it as "Excel workbook (.xlsx)".',
  id: 'Simpan sebagai "Buku kerja Excel (.xlsx)".',
};

const encrypted = () =>
  tableRefusal("ENCRYPTED", {
    en: "The workbook is protected by a password. Remove the password, then send it again.",
    id: "Buku kerja dilindungi kata sandi. Hapus kata sandinya, lalu kirim lagi.",
  });

const oldExcel = () =>
  tableRefusal("OLD_EXCEL", {
    en: `The file is in Excel's old form (.xls). ${saveAsXlsx.en}`,
    id: `Berkas berbentuk Excel lama (.xls). ${saveAsXlsx.id}`,
  });

const notXlsx = () =>
  tableRefusal("NOT_XLSX", {
    en: `The file is not a workbook, although its name may say so; it may be a CSV. ${saveAsXlsx.en}`,
    id: `Berkas bukan buku kerja, apa pun namanya; mungkin CSV. ${saveAsXlsx.id}`,
  });

const otherFormat = () =>
  tableRefusal("OTHER_FORMAT", {
    en: `The file is a document of another kind. ${saveAsXlsx.en}`,
    id: `Berkas adalah dokumen jenis lain. ${saveAsXlsx.id}`,
  });

const macros = () =>
  tableRefusal("MACROS", {
    en: "The workbook has macros, which the hub never accepts. Save it without them, as .xlsx.",
    id: "Buku kerja memuat makro, yang tidak pernah diterima. Simpan tanpa makro, sebagai .xlsx.",
  });

const tooManyParts = (limit: number) =>
  tableRefusal(
    "TOO_MANY_PARTS",
    {
      en: `The workbook consists of more than ${limit} parts.`,
      id: `Buku kerja terdiri atas lebih dari ${limit} bagian.`,
    },
    { limit },
  );

const inflates = (limit: number) =>
  tableRefusal(
    "INFLATES",
    {
      en: `The workbook unpacks to more than ${limit} bytes, or to more than it says.`,
      id: `Buku kerja mengembang lebih dari ${limit} bita, atau lebih dari yang dinyatakannya.`,
    },
    { limit },
  );

const doctype = (part: string) =>
  tableRefusal(
    "DOCTYPE",
    {
      en: `The part ${part} declares entities (DOCTYPE), which no workbook does.`,
      id: `Bagian ${part} mendeklarasikan entitas (DOCTYPE), yang tidak lazim bagi buku kerja.`,
    },
    { part },
  );

/** The error of a workbook that cannot be read; `cause` is for the log only. */
export const damaged = (cause?: unknown) =>
  Object.assign(
    tableRefusal("DAMAGED", {
      en: "The workbook is damaged and cannot be read. Open it in a spreadsheet program and save it again.",
      id: "Buku kerja rusak dan tidak dapat dibaca. Buka di aplikasi lembar kerja lalu simpan ulang.",
    }),
    { cause },
  );

/** Refuses a file that does not start like a zip. */
async function checkStart(path: string): Promise<void> {
  const file = await open(path);
  try {
    const { buffer: start, bytesRead } = await file.read(Buffer.alloc(oleSearched), 0);
    const head = start.subarray(0, bytesRead);
    if (head.subarray(0, 4).equals(zipStart)) return;
    if (!head.subarray(0, 8).equals(oleStart)) throw notXlsx();
    throw head.includes(Buffer.from("EncryptedPackage", "utf16le")) ? encrypted() : oldExcel();
  } finally {
    await file.close();
  }
}

/** True if a file has parts of cells. Drawings, media, links to other files and the like are left out. */
const isNeeded = (name: string): boolean =>
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?[^/]+\.(?:xml|rels)|xl\/worksheets\/[^/]+\.xml)$/i.test(
    name,
  );

/** Refuses a package by the name and kind of one of its files. */
function checkEntry(entry: Entry): void {
  const name = entry.fileName.toLowerCase();
  if (entry.isEncrypted()) throw encrypted();
  if (/vbaproject\.bin$|\/macrosheets\//.test(name)) throw macros();
  if (/^xl\/workbook\.bin$|^mimetype$|^content\.xml$/.test(name)) throw otherFormat();
}

const hasContent = ({ fileName }: Entry): boolean => !fileName.endsWith("/");

/** The files in the package's directory. Checks their number and their declared sizes. */
async function entriesOf(zip: ZipFile, limits: WorkbookLimits): Promise<Entry[]> {
  const entries = new Map<string, Entry>();
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    if (entries.size >= limits.parts) throw tooManyParts(limits.parts);
    checkEntry(entry);
    declared += entry.uncompressedSize;
    if (declared > limits.inflatedBytes) throw inflates(limits.inflatedBytes);
    // With two files of one name, programs would read different workbooks from one package.
    const name = entry.fileName.toLowerCase();
    if (entries.has(name)) throw damaged("two parts have one name");
    entries.set(name, entry);
  }
  return [...entries.values()].filter(hasContent);
}

/** The unpacked content of a file. One that is longer than declared is an attack, not a mistake. */
async function contentOf(zip: ZipFile, entry: Entry, limit: number): Promise<Buffer> {
  const stream = await zip.openReadStreamPromise(entry);
  return buffer(stream).catch((error: Error) => {
    throw /too many bytes/.test(error.message) ? inflates(limit) : error;
  });
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Refuses XML that is not UTF-8, or that has entities, which could expand without limit. */
function checkXml(name: string, content: Buffer): string {
  const text = decoder.decode(content);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw doctype(name);
  const encoding = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)/i.exec(text)?.[1];
  if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) throw damaged(`in ${encoding}`);
  return text;
}

function checkContentTypes(text: string): void {
  if (/macroEnabled|vbaProject/i.test(text)) throw macros();
  if (!text.includes("spreadsheetml.sheet.main+xml")) throw otherFormat();
}

/** A workbook whose parts were checked. */
export interface CheckedPackage {
  /** Its needed parts, as a small package. */
  content: Buffer;
  /** True if a cell may have a number format of per cent. */
  hasPercents: boolean;
}

/** The formats of per cent: two that every spreadsheet has, and those that a workbook defines. */
const percentFormats = /\bnumFmtId\s*=\s*["'](?:9|10)["']|\bformatCode\s*=\s*(?:"[^"]*%|'[^']*%)/;

/**
 * Writes the needed files into a new package, uncompressed. The library that parses it sees only
 * checked content, whatever else the original file has between or after its parts.
 */
async function repack(zip: ZipFile, limits: WorkbookLimits): Promise<CheckedPackage> {
  const entries = await entriesOf(zip, limits);
  const types = entries.find(({ fileName }) => fileName === "[Content_Types].xml");
  if (!types) throw otherFormat();
  const writer = new ZipWriter();
  let hasPercents = false;
  for (const entry of entries) {
    if (!isNeeded(entry.fileName)) continue;
    const content = await contentOf(zip, entry, limits.inflatedBytes);
    const text = checkXml(entry.fileName, content);
    if (entry === types) checkContentTypes(text);
    hasPercents ||= percentFormats.test(text);
    writer.addBuffer(content, entry.fileName, { compress: false });
  }
  writer.end();
  return { content: await buffer(writer.outputStream), hasPercents };
}

/**
 * Checks a workbook before a spreadsheet library parses it, and gives its allowed content as a small
 * package. Throws BAD_USER_INPUT with the reason for every other file.
 */
export async function checkedPackage(
  path: string,
  limits: WorkbookLimits,
): Promise<CheckedPackage> {
  await checkStart(path);
  const zip = await openPromise(path, { autoClose: false }).catch((error: unknown) => {
    throw damaged(error);
  });
  try {
    if (zip.entryCount > limits.parts) throw tooManyParts(limits.parts);
    return await repack(zip, limits);
  } catch (error) {
    throw error instanceof HubError ? error : damaged(error);
  } finally {
    zip.close();
  }
}
