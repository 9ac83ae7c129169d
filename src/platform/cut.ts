/** The most characters of a client's text that a message or a line of the log quotes. */
const mostQuoted = 100;

/** A text as messages quote it: whole, or its beginning, never half of a pair of surrogates. */
export const cut = (text: string, most = mostQuoted): string =>
  text.length <= most ? text : `${text.slice(0, most).toWellFormed()}…`;
