import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { openPromise } from "yauzl";

/** A type of files that the hub accepts, and how its bytes show it. */
interface FileType {
  /** The file names' extensions, the usual one first. */
  extensions: readonly string[];
  matches(path: string): Promise<boolean>;
}

/** The bytes at the start of a file that are looked at. */
const headBytes = 256;

/** The largest list of the parts of an Office document, in bytes. */
const maxListBytes = 2 ** 20;

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer: head, bytesRead } = await file.read(Buffer.alloc(headBytes), 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** True for a file that has these Latin-1 characters at these places. */
const startingWith =
  (...parts: [at: number, text: string][]) =>
  async (path: string): Promise<boolean> => {
    const head = (await headOf(path)).toString("latin1");
    return parts.every(([at, text]) => head.startsWith(text, at));
  };

/** An OpenDocument file: its first part is its media type, not compressed (ODF 1.3, part 2, 3.3). */
const openDocument = (kind: string): FileType["matches"] =>
  startingWith([0, "PK\u0003\u0004"], [30, `mimetypeapplication/vnd.oasis.opendocument.${kind}PK`]);

/** An Office document: the list of its parts names its main part, and no macros. */
const officeDocument =
  (main: string): FileType["matches"] =>
  async (path) => {
    const zip = await openPromise(path, { autoClose: false });
    try {
      for await (const entry of zip.eachEntry()) {
        if (entry.fileName !== "[Content_Types].xml") continue;
        if (entry.uncompressedSize > maxListBytes) return false;
        const list = (await buffer(await zip.openReadStreamPromise(entry))).toString("latin1");
        return list.includes(`.${main}.main+xml"`) && !/macroEnabled|vbaProject/i.test(list);
      }
      return false;
    } finally {
      zip.close();
    }
  };

/** Text in UTF-8 without control characters other than tabs, line ends and form feeds. */
async function isText(path: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of createReadStream(path)) {
    if (/[\p{Cc}--[\t\n\r\f]]/v.test(decoder.decode(chunk, { stream: true }))) return false;
  }
  decoder.decode();
  return true;
}

const openXml = "application/vnd.openxmlformats-officedocument";

const fileTypes: Readonly<Record<string, FileType>> = {
  "application/pdf": { extensions: ["pdf"], matches: startingWith([0, "%PDF-"]) },
  "image/jpeg": { extensions: ["jpg", "jpeg"], matches: startingWith([0, "\u00ff\u00d8\u00ff"]) },
  "image/png": { extensions: ["png"], matches: startingWith([0, "\u0089PNG\r\n\u001a\n"]) },
  "image/webp": { extensions: ["webp"], matches: startingWith([0, "RIFF"], [8, "WEBP"]) },
  "text/plain": { extensions: ["txt", "md", "log"], matches: isText },
  "text/csv": { extensions: ["csv"], matches: isText },
  "application/vnd.oasis.opendocument.text": { extensions: ["odt"], matches: openDocument("text") },
  "application/vnd.oasis.opendocument.spreadsheet": {
    extensions: ["ods"],
    matches: openDocument("spreadsheet"),
  },
  [`${openXml}.wordprocessingml.document`]: {
    extensions: ["docx"],
    matches: officeDocument("wordprocessingml.document"),
  },
  [`${openXml}.spreadsheetml.sheet`]: {
    extensions: ["xlsx"],
    matches: officeDocument("spreadsheetml.sheet"),
  },
};

/** The media types of the files whose bytes the hub can recognise: nothing that runs. */
export const knownFileTypes: readonly string[] = Object.keys(fileTypes);

/** True if the bytes of a file are of the media type; false also for a broken file. */
export async function isOfType(path: string, mediaType: string): Promise<boolean> {
  try {
    return (await fileTypes[mediaType]?.matches(path)) ?? false;
  } catch (error) {
    // A file that cannot be opened is a fault of the hub's, one that cannot be read as its type is not.
    if ((error as NodeJS.ErrnoException).syscall === "open") throw error;
    return false;
  }
}

/** The name with an extension of the type: `a.exe` of a PDF becomes `a.exe.pdf`. */
export function nameOfType(name: string, mediaType: string): string {
  const { extensions = [] } = fileTypes[mediaType] ?? {};
  const own = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return extensions.length === 0 || extensions.includes(own) ? name : `${name}.${extensions[0]}`;
}
