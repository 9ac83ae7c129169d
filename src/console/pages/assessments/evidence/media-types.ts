/** The files that the hub takes as evidence, by their extensions. */
const types: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  txt: "text/plain",
  csv: "text/csv",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** What a file input offers. */
export const acceptedFiles = Object.keys(types)
  .map((extension) => `.${extension}`)
  .join(",");

/** The media type to declare: by the extension first, as browsers name some types otherwise. */
export function mediaTypeOf({ name, type }: File): string {
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return types[extension] ?? (type || "application/octet-stream");
}
