/** JSON.rawJSON of ECMAScript (Node 22 and later), which TypeScript's library does not declare yet. */
interface RawJson {
  rawJSON(text: string): object;
}

/** A value that JSON.stringify writes as exactly this JSON text, without parsing it again. */
export const rawJson = (text: string): object => (JSON as unknown as RawJson).rawJSON(text);
