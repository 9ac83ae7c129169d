// Texts in workbooks (ST_Xstring, ECMA-376 part 1, 22.9.2.19): a character that XML cannot carry is written
// as `_xHHHH_`, and so is the underscore of a text that looks like that. Readers undo it.

/** Characters that XML 1.0 cannot carry, and CR, which its readers change into LF. */
const forbidden = String.raw`[\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]`;
const loneSurrogate = String.raw`(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])`;
const unwritable = new RegExp(
  String.raw`[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|${loneSurrogate}`,
  "g",
);

/** An underscore that readers would take for the beginning of an escape. */
const escapeLike = new RegExp(`_(?=x[0-9a-fA-F]{4}(?:_|${forbidden}))`, "g");

/** A text that the library would write as an error, as `#N/A`. */
const errorLike = /^#(?=[A-Z])/;

const escaped = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

/** The text as a workbook carries it, so that every reader gets it back. */
export const xstring = (text: string): string =>
  text.replace(escapeLike, escaped).replace(errorLike, escaped).replace(unwritable, escaped);
