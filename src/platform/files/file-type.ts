import { createReadStream } from "node:fs";
import { fileTypeFromFile } from "file-type";
import { openPromise } from "yauzl";

/** A type of files that the hub accepts. */
interface FileType {
  /** The file names' extensions, the usual one first. */
  extensions: readonly string[];
  /** Text has no signature: its characters are checked. */
  isText?: true;
}

/** Text in UTF-8 without control characters other than tabs, line ends and form feeds. */
async function isText(path: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of createReadStream(path)) {
    if (/[\p{Cc}--[\t\n\r\f]]/v.test(decoder.decode(chunk, { stream: true }))) return false;
  }
  decoder.decode();
  return true;
}

/** True for an Office document that carries macros; their type alone does not exclude them. */
async function hasMacros(path: string): Promise<boolean> {
  const zip = await openPromise(path, { autoClose: false });
  try {
    for await (const { fileName } of zip.eachEntry()) {
      if (/vbaProject/i.test(fileName)) return true;
    }
    return false;
  } finally {
    zip.close();
  }
}

const openXml = "application/vnd.openxmlformats-officedocument";
const openDocument = "application/vnd.oasis.opendocument";

/** Office documents with macros have types of their own, which are not among these. */
const fileTypes: Readonly<Record<string, FileType>> = {
  "application/pdf": { extensions: ["pdf"] },
  "image/jpeg": { extensions: ["jpg", "jpeg"] },
  "image/png": { extensions: ["png"] },
  "image/webp": { extensions: ["webp"] },
  "text/plain": { extensions: ["txt", "md", "log"], isText: true },
  "text/csv": { extensions: ["csv"], isText: true },
  [`${openDocument}.text`]: { extensions: ["odt"] },
  [`${openDocument}.spreadsheet`]: { extensions: ["ods"] },
  [`${openXml}.wordprocessingml.document`]: { extensions: ["docx"] },
  [`${openXml}.spreadsheetml.sheet`]: { extensions: ["xlsx"] },
};

/** The media types of the files whose bytes the hub can recognise: nothing that runs. */
export const knownFileTypes: readonly string[] = Object.keys(fileTypes);

/** True if the bytes of a file are of the media type; false also for a broken file. */
export async function isOfType(path: string, mediaType: string): Promise<boolean> {
  try {
    if (fileTypes[mediaType]?.isText) return await isText(path);
    const found = await fileTypeFromFile(path);
    if (found?.mime !== mediaType) return false;
    return !mediaType.startsWith(openXml) || !(await hasMacros(path));
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
