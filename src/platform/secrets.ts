import { isNativeError } from "node:util/types";
import { cut } from "./cut.js";

const redacted = "[redacted]";

/** The names of secrets: of headers, fields, variables and parameters. */
const secretName =
  /authorization|cookie|passw|passphrase|secret|token|credential|api[-_ ]?key|private[-_ ]?key|database[-_ ]?url|connection[-_ ]?string/i;

/** The characters between a name and its value in a text, also in JSON within a text, with escapes. */
const between = String.raw`(?:\\*["'])?\s*[:=]\s*|\\*["']\s*,\s*|,(?=\S)`;
const value = String.raw`(?<quote>\\*["'])[^]*?(?:(?<!\\)\k<quote>|$)|\[[^\]]*\]?|\{[^}]*\}?|[^\s&,;}]+`;

/**
 * The forms of secrets inside a text, known by themselves or by the name before them. Repetitions are
 * bounded where a search could start again at each letter, because requesters choose parts of the log.
 */
const secretForms: [RegExp, string][] = [
  [/\b(bearer)\s+[^\s"',;]+/gi, `$1 ${redacted}`],
  [/(?<![\w-])eyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g, redacted],
  [/\b(rbk_[0-9A-Za-z]+_)[\w-]+/g, `$1${redacted}`],
  [/([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s"'<>]{0,512}@/gi, `$1${redacted}@`],
  [/((?:authorization|cookie)\s*[:=]\s*)[^\r\n]+/gi, `$1${redacted}`],
  [
    new RegExp(`((?:${secretName.source})[\\w-]{0,30})(${between})(?:${value})`, "gi"),
    `$1$2${redacted}`,
  ],
];

/** A quick check: most lines have no secret and need no parsing. */
const suspicious = new RegExp(`${secretName.source}|bearer|eyJ|rbk_|://[^\\s"]{0,512}@`, "i");

const scrubText = (text: string): string =>
  secretForms.reduce((scrubbed, [form, shown]) => scrubbed.replace(form, shown), text);

/** True if a value is a number of tokens, as the limit of a document's lexical tokens. */
const isCount = (key: string, value: unknown): boolean =>
  typeof value === "number" && /tokens$/i.test(key);

/** Redacts values in lists of headers, where a value follows its name: `["Cookie", "session=…"]`. */
const scrubList = (list: unknown[]): unknown[] =>
  list.map((value, index) => {
    const before = list[index - 1];
    return typeof before === "string" && secretName.test(before) ? redacted : value;
  });

/**
 * Redacts the secrets of a JSON line: values under the name of a secret, and texts in the form of one,
 * at any depth. It runs when a line is written, after every other step that could add a secret.
 */
export const withoutSecrets = (line: string): string => {
  if (!suspicious.test(line)) return line;
  const scrubbed = JSON.parse(line, (key, value: unknown) => {
    if (secretName.test(key) && !isCount(key, value)) return redacted;
    if (typeof value === "string") return scrubText(value);
    return Array.isArray(value) ? scrubList(value) : value;
  });
  return `${JSON.stringify(scrubbed)}\n`;
};

/**
 * The fields of an error that the log shows besides its type, message and stack. A list of allowed
 * fields, because other fields of database errors (`detail`, `where`) have the row's values.
 */
const loggedFields = [
  ...["code", "errno", "syscall", "address", "port", "path"],
  ...["severity", "schema", "table", "column", "constraint", "routine"],
];

/** An error with the fields of its library. */
type AnyError = Error & Record<string, unknown>;

/** True if a value is an error, also one of another realm. */
export const isError = (value: unknown): value is AnyError =>
  value instanceof Error || isNativeError(value);

/**
 * The message of an error without a row's values: Postgres quotes the refused value in messages of
 * class 22 (data exceptions).
 */
export const safeMessage = ({ message, code, severity }: AnyError): string =>
  severity !== undefined && /^22[0-9A-Z]{3}$/.test(String(code))
    ? message.replace(/".*"/s, '"…"')
    : message;

/** The most characters of an error's message in the log: it may quote a client's whole document. */
const longestMessage = 2000;

/**
 * The description of an error in the log: its type, message, stack and allowed fields, with the same of
 * its causes, and without the parameters of a statement. Any other value is returned as it is. `stack: false`
 * leaves out the stacks.
 */
export const describeError = (error: unknown, { depth = 4, stack = true } = {}): unknown => {
  if (!isError(error)) return error;
  const message = cut(safeMessage(error), longestMessage);
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const fields = loggedFields.filter((field) => error[field] !== undefined);
  const causes = [error.cause, error.originalError, error.errors].flat().filter(isError);
  return {
    type: error.name,
    message,
    ...(stack && { stack: [`${error.name}: ${message}`, ...frames].join("\n") }),
    ...Object.fromEntries(fields.map((field) => [field, error[field]])),
    ...(causes.length > 0 && depth > 0
      ? { causes: causes.map((cause) => describeError(cause, { depth: depth - 1, stack })) }
      : {}),
  };
};

/** The message of an error without a stack, and without secrets. Errors of refused connections have only a code. */
export function reasonOf(error: unknown): string {
  if (!isError(error)) return String(error);
  return safeMessage(error) || `${error.name} ${error.code ?? ""}`;
}
